pragma ComponentBehavior: Bound

import QtQuick
import kiosk.board
import shared.ui.controls

// How many people wait: all of them, and by the letter on their slip.
Item {
    id: root

    required property BoardModel board

    BilingualText {
        y: 22
        width: 220
        primary: Words.first("Board", "Waiting")
        secondary: Words.second("Board", "Waiting")
        primarySize: 42
        secondarySize: 42
        bold: false
        primaryColor: Theme.text2
    }

    Text {
        id: unit

        anchors.right: parent.right
        y: total.y + total.baselineOffset - baselineOffset
        // English says it with the word beside it; “1 people” would be wrong.
        text: Language.current === "zh" ? Words.first("Board", "people") : ""
        color: Theme.text2
        font.family: Theme.fontFamily
        font.pixelSize: 44
    }

    Text {
        id: total

        objectName: "waitingTotal"
        anchors.right: unit.left
        anchors.rightMargin: 24
        y: -20
        text: root.board.waiting
        color: Theme.text
        font.family: Theme.fontFamily
        font.pixelSize: 128
        font.bold: true
    }

    // A city branch has eight series and more: then two lines.
    Grid {
        id: seriesGrid

        readonly property int count: root.board.series.length
        readonly property int textSize: count > 5 ? 32 : 38

        y: count > 5 ? 124 : 152
        columns: count > 5 ? Math.ceil(count / 2) : Math.max(1, count)
        columnSpacing: 34
        rowSpacing: -8

        Repeater {
            model: root.board.series

            Row {
                id: entry

                required property var modelData

                objectName: "series" + modelData.letter
                spacing: 10

                Text {
                    text: entry.modelData.letter
                    color: Theme.text2
                    font.family: Theme.fontFamily
                    font.pixelSize: seriesGrid.textSize
                }

                Text {
                    text: entry.modelData.count
                    color: Theme.text
                    font.family: Theme.fontFamily
                    font.pixelSize: seriesGrid.textSize
                    font.bold: true
                }
            }
        }
    }
}
