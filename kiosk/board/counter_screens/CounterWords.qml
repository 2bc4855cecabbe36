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
            return root.returns ? Words.first("CounterDisplay", "Back about") : Words.first("CounterDisplay", "Paused for a moment");
        case "halted":
            return Words.first("CounterDisplay", "Stopped for now. See the board");
        case "closed":
            return Words.first("CounterDisplay", "Closed. See the board");
        case "nowhere":
            return Words.first("CounterDisplay", "This branch has no counter %1", [root.display.counter]);
        default:
            return Words.first("Board", "Connecting to the branch");
        }
    }

    function secondSaid(): string {
        switch (root.kind) {
        case "free":
            return Words.second("CounterDisplay", "Ready for the next number");
        case "paused":
            return root.returns ? Words.second("CounterDisplay", "Back about") : Words.second("CounterDisplay", "Paused for a moment");
        case "halted":
            return Words.second("CounterDisplay", "Stopped for now. See the board");
        case "closed":
            return Words.second("CounterDisplay", "Closed. See the board");
        case "nowhere":
            return Words.second("CounterDisplay", "This branch has no counter %1", [root.display.counter]);
        default:
            return Words.second("Board", "Connecting to the branch");
        }
    }

    Icon {
        id: sign

        x: 64
        y: root.returns ? 30 : (root.height - height) / 2
        name: root.kind === "free" ? "event_available" : root.kind === "paused" ? "schedule" : root.stopped ? "pause_circle" : root.kind === "closed" || root.kind === "nowhere" ? "close" : "sync"
        size: root.returns ? 84 : 168
        color: root.stopped || root.kind === "paused" ? Theme.warning : root.kind === "free" ? Theme.positive : Theme.text2
    }

    BilingualText {
        objectName: "words"
        x: sign.x + sign.width + (root.returns ? 28 : 56)
        y: root.returns ? 14 : (root.height - height) / 2
        width: root.width - x - 48
        primary: root.firstSaid()
        secondary: root.secondSaid()
        inline: root.returns
        primarySize: root.returns ? 64 : 84
        secondarySize: root.returns ? 48 : 54
        maximumLines: 2
    }

    Text {
        objectName: "back"
        visible: root.returns
        y: Math.round(280 - height / 2 - 0.0483 * contentHeight)
        width: root.width
        horizontalAlignment: Text.AlignHCenter
        text: root.display.state.until
        color: Theme.text
        font.family: Theme.fontFamily
        font.pixelSize: 340
        font.bold: true
    }
}
