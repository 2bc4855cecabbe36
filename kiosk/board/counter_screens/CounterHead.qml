import QtQuick
import kiosk.board
import shared.ui.controls

// Which counter this is: its number or its name, and the time.
Item {
    id: root

    required property CounterModel display
    required property color ink
    required property color ink2
    readonly property bool hasName: Words.firstOf(display.place) !== ""

    Text {
        id: number

        objectName: "counter"
        x: 48
        visible: !root.hasName
        anchors.verticalCenter: parent.verticalCenter
        text: root.display.counter
        color: root.ink
        font.family: Theme.fontFamily
        font.pixelSize: 120
        font.bold: true
        textFormat: Text.PlainText
    }

    BilingualText {
        objectName: "place"
        x: root.hasName ? 48 : number.x + number.width + 24
        width: clock.x - x - 32
        anchors.verticalCenter: parent.verticalCenter
        primary: root.hasName ? Words.firstOf(root.display.place) : Words.first("CallRow", "Counter")
        secondary: root.hasName ? Words.secondOf(root.display.place) : Words.second("CallRow", "Counter")
        primarySize: root.hasName ? 76 : 56
        secondarySize: root.hasName ? 48 : 46
        bold: root.hasName
        maximumLines: 1
        primaryColor: root.ink
        secondaryColor: root.ink2
    }

    Text {
        id: clock

        anchors.right: parent.right
        anchors.rightMargin: 48
        anchors.verticalCenter: parent.verticalCenter
        text: root.display.clock
        color: root.ink2
        font.family: Theme.fontFamily
        font.pixelSize: 64
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 2
        color: Theme.outline
    }
}
