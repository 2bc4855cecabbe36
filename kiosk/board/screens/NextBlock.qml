pragma ComponentBehavior: Bound

import QtQuick
import kiosk.board
import shared.ui.controls

// The next numbers in call order with what they came for; no times, as nobody has forecast any.
Item {
    id: root

    required property BoardModel board

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

    Repeater {
        model: root.board.nextRows

        Item {
            id: entry

            required property var modelData
            required property int index

            y: 78 + index * 96
            width: root.width
            height: 96

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

            BilingualText {
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
