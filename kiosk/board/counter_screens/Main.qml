pragma ComponentBehavior: Bound

import QtQuick
import kiosk.board
import shared.ui.controls

// The small display above one counter, drawn for 1280 x 720: which counter this is, who is called
// here, whether it works and what for. A call inverts the whole picture three times, so that it is
// seen by those who do not hear it.
Window {
    id: root

    required property CounterModel display
    readonly property string kind: display.state.kind
    readonly property bool calling: kind === "called" && !display.isStale
    property bool inverted: calling
    readonly property color ground: inverted ? Theme.accent : Theme.window
    readonly property color ink: inverted ? Theme.onAccent : Theme.text
    readonly property color ink2: inverted ? Theme.onAccent : Theme.text2

    width: 1280
    height: 720
    color: ground
    title: Words.first("CounterDisplay", "Counter %1", [display.counter])

    Connections {
        function onFlash(): void {
            if (!Theme.reducedMotion)
                flashing.restart();
        }

        target: root.display
    }

    SequentialAnimation {
        id: flashing

        loops: 3
        onFinished: root.inverted = Qt.binding(() => root.calling)

        PropertyAction {
            target: root
            property: "inverted"
            value: false
        }

        PauseAnimation {
            duration: 500
        }

        PropertyAction {
            target: root
            property: "inverted"
            value: true
        }

        PauseAnimation {
            duration: 500
        }
    }

    DesignFrame {
        anchors.fill: parent
        designWidth: 1280
        designHeight: 720

        CounterHead {
            display: root.display
            ink: root.ink
            ink2: root.ink2
            width: 1280
            height: 156
        }

        CounterNumber {
            visible: root.kind === "called" || root.kind === "serving"
            display: root.display
            calling: root.calling
            ink: root.ink
            ink2: root.ink2
            y: 156
            width: 1280
            height: 460
        }

        CounterWords {
            visible: !(root.kind === "called" || root.kind === "serving")
            display: root.display
            y: 156
            width: 1280
            height: 460
        }

        CounterFoot {
            display: root.display
            ink: root.ink2
            y: 616
            width: 1280
            height: 104
        }
    }
}
