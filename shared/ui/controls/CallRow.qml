pragma ComponentBehavior: Bound

import QtQuick
import shared.ui.controls

// One call on the board: number, sign, counter. calling is the row of the latest call: inverted,
// with a bell; flash() inverts it three times, once a second, then it stands still.
Rectangle {
    id: root

    required property string number
    required property string counter
    property string primary: Words.first("CallRow", "Counter")
    property string secondary: Words.second("CallRow", "Counter")
    property bool calling: false
    property bool inverted: calling
    readonly property color ink: inverted ? Theme.onAccent : Theme.text
    readonly property color ink2: inverted ? Theme.onAccent : Theme.text2
    // Capital heights 194 and 157 px, readable at 10 m; a capital is 0.733 em.
    readonly property real digits: (calling ? 194 : 157) / 0.733 * Theme.scale

    function flash(): void {
        if (!Theme.reducedMotion)
            flashing.restart();
    }

    implicitWidth: 1320
    implicitHeight: (calling ? 280 : 200) * Theme.scale
    color: inverted ? Theme.accent : Theme.window
    Accessible.role: Accessible.StaticText
    Accessible.name: number + " " + primary + " " + counter

    component Digits: Text {
        anchors.verticalCenter: parent?.verticalCenter
        // The middle of a capital lies 0.07 em below the middle of the font's line box.
        anchors.verticalCenterOffset: Math.round(-0.07 * font.pixelSize)
        color: root.ink
        font.family: Theme.fontFamily
        font.pixelSize: root.digits
        font.bold: true
        textFormat: Text.PlainText
    }

    Digits {
        x: 56 * Theme.scale
        width: 640 * Theme.scale
        text: root.number
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 80
    }

    Icon {
        x: (612 + 88) * Theme.scale
        anchors.verticalCenter: parent.verticalCenter
        name: root.calling ? "notifications" : "arrow_forward"
        size: (root.calling ? 120 : 96) * Theme.scale
        color: root.ink2
    }

    Digits {
        id: counterText

        x: 852 * Theme.scale
        width: Math.min(implicitWidth, 300 * Theme.scale)
        text: root.counter
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 60
    }

    BilingualText {
        // Beside a counter of two digits there is room for small words only.
        readonly property bool tight: root.counter.length > 1
        readonly property bool chinese: Language.current === "zh"

        x: counterText.x + counterText.width + (tight ? 16 : 32) * Theme.scale
        width: root.width - x - Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        primary: root.primary
        secondary: root.secondary
        primarySize: (tight ? (chinese ? 42 : 33) : root.calling ? 52 : 44) * Theme.scale
        secondarySize: (tight ? (chinese ? 33 : 40) : root.calling ? 54 : 46) * Theme.scale
        bold: false
        primaryColor: root.ink2
        secondaryColor: root.ink2
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
}
