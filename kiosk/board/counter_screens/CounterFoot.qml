import QtQuick
import kiosk.board
import shared.ui.controls

// What is served here; amber with the time of the last contact when that is too long ago.
Rectangle {
    id: root

    required property CounterModel display
    required property color ink
    readonly property bool stopped: display.isStale
    readonly property bool hasServices: Words.firstOf(display.state.services) !== ""

    color: stopped ? Theme.warning : "transparent"

    Rectangle {
        visible: !root.stopped
        width: parent.width
        height: 2
        color: Theme.outline
    }

    Icon {
        id: sign

        x: 48
        visible: root.stopped
        anchors.verticalCenter: parent.verticalCenter
        name: "wifi_off"
        size: 56
        color: Theme.window
    }

    BilingualText {
        objectName: "foot"
        visible: root.stopped || root.hasServices
        x: root.stopped ? 128 : 48
        width: root.width - x - 48
        anchors.verticalCenter: parent.verticalCenter
        primary: {
            if (!root.stopped)
                return Words.first("CounterDisplay", "Here: %1", [Words.firstOf(root.display.state.services)]);
            return root.display.stoppedAt === "" ? Words.first("Board", "No data yet. Please ask our staff") : Words.first("CounterDisplay", "As of %1. Please listen to our staff", [root.display.stoppedAt]);
        }
        secondary: {
            if (!root.stopped)
                return Words.second("CounterDisplay", "Here: %1", [Words.secondOf(root.display.state.services)]);
            return root.display.stoppedAt === "" ? Words.second("Board", "No data yet. Please ask our staff") : Words.second("CounterDisplay", "As of %1. Please listen to our staff", [root.display.stoppedAt]);
        }
        primarySize: 42
        secondarySize: 32
        bold: root.stopped
        maximumLines: 1
        primaryColor: root.stopped ? Theme.window : root.ink
        secondaryColor: root.stopped ? Theme.window : root.ink
    }
}
