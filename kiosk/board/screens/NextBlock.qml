pragma ComponentBehavior: Bound

import QtQuick
import kiosk.board
import shared.ui.controls

// The next numbers in call order: about when, where the forecast says so, else what they came for.
Item {
    id: root

    required property BoardModel board
    readonly property bool timed: board.nextRows.some(row => row.about !== "")
    readonly property int shown: Math.max(1, Math.min(4, Math.floor((height - 78) / 84)))
    readonly property real rowHeight: Math.min(96, (height - 78) / shown)

    BilingualText {
        y: 18
        width: parent.width
        inline: true
        primary: Words.first("Board", "Next")
        secondary: Words.second("Board", "Next")
        primarySize: 42
        secondarySize: 42
        bold: false
        primaryColor: Theme.text2
    }

    Text {
        objectName: "about"
        visible: root.timed
        anchors.right: parent.right
        y: 18
        text: Words.first("Board", "about") + " " + Words.second("Board", "about")
        color: Theme.text2
        font.family: Theme.fontFamily
        font.pixelSize: 42
        textFormat: Text.PlainText
    }

    Repeater {
        model: root.board.nextRows

        Item {
            id: entry

            required property var modelData
            required property int index

            visible: index < root.shown
            y: 78 + index * root.rowHeight
            width: root.width
            height: root.rowHeight

            Text {
                objectName: "next" + entry.index
                width: 236
                anchors.verticalCenter: parent.verticalCenter
                text: entry.modelData.number
                color: Theme.text
                font.family: Theme.fontFamily
                font.pixelSize: 72
                font.bold: true
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 48
            }

            Text {
                objectName: "about" + entry.index
                visible: root.timed
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: entry.modelData.about === "" ? "–" : entry.modelData.about
                color: Theme.text2
                font.family: Theme.fontFamily
                font.pixelSize: 56
                textFormat: Text.PlainText
            }

            BilingualText {
                visible: !root.timed
                x: 248
                width: root.width - x
                anchors.verticalCenter: parent.verticalCenter
                primary: Words.firstOf(entry.modelData.service)
                secondary: Words.secondOf(entry.modelData.service)
                primarySize: 36
                secondarySize: 28
                bold: false
                maximumLines: 1
                horizontalAlignment: Text.AlignRight
                primaryColor: Theme.text
            }
        }
    }

    BilingualText {
        visible: root.board.hasData && root.board.waiting === 0
        objectName: "nobodyWaits"
        y: 96
        width: parent.width
        primary: Words.first("Board", "Nobody is waiting")
        secondary: Words.second("Board", "Nobody is waiting")
        primarySize: 52
        secondarySize: 42
    }
}
