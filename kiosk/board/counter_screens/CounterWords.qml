import QtQuick
import kiosk.board
import shared.ui.controls

// Nobody is called here: whether the counter works, and if not, until when.
Item {
    id: root

    required property CounterModel display
    readonly property string kind: display.state.kind
    readonly property bool returns: kind === "paused" && display.state.until !== ""
    readonly property bool stopped: kind === "halted"

    function firstSaid(): string {
        switch (root.kind) {
        case "free":
            return Words.first("CounterDisplay", "Ready for the next number");
        case "paused":
            return root.returns ? Words.first("CounterDisplay", "Paused. Back about") : Words.first("CounterDisplay", "Paused for a moment");
        case "halted":
            return Words.first("CounterDisplay", "Stopped for now. Please look at the board");
        case "closed":
            return Words.first("CounterDisplay", "Closed. Please look at the board");
        default:
            return Words.first("Board", "Connecting to the branch");
        }
    }

    function secondSaid(): string {
        switch (root.kind) {
        case "free":
            return Words.second("CounterDisplay", "Ready for the next number");
        case "paused":
            return root.returns ? Words.second("CounterDisplay", "Paused. Back about") : Words.second("CounterDisplay", "Paused for a moment");
        case "halted":
            return Words.second("CounterDisplay", "Stopped for now. Please look at the board");
        case "closed":
            return Words.second("CounterDisplay", "Closed. Please look at the board");
        default:
            return Words.second("Board", "Connecting to the branch");
        }
    }

    Icon {
        id: sign

        x: 64
        anchors.verticalCenter: parent.verticalCenter
        name: root.kind === "free" ? "event_available" : root.kind === "paused" ? "schedule" : root.stopped ? "pause_circle" : root.kind === "closed" ? "close" : "sync"
        size: 168
        color: root.stopped || root.kind === "paused" ? Theme.warning : root.kind === "free" ? Theme.positive : Theme.text2
    }

    BilingualText {
        objectName: "words"
        anchors.left: sign.right
        anchors.leftMargin: 56
        anchors.right: back.visible ? back.left : parent.right
        anchors.rightMargin: 40
        anchors.verticalCenter: parent.verticalCenter
        primary: root.firstSaid()
        secondary: root.secondSaid()
        primarySize: root.returns ? 72 : 84
        secondarySize: 54
        maximumLines: 2
    }

    Text {
        id: back

        objectName: "back"
        visible: root.returns
        anchors.right: parent.right
        anchors.rightMargin: 56
        anchors.verticalCenter: parent.verticalCenter
        text: root.display.state.until
        color: Theme.text
        font.family: Theme.fontFamily
        font.pixelSize: 230
        font.bold: true
    }
}
