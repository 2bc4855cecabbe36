pragma ComponentBehavior: Bound

import QtQuick
import shared.ui.controls

// One call on the board: number, sign, counter. calling is the row of the latest call: inverted,
// with a bell; flash() inverts it three times, once a second, then it stands still. A row of less
// than compactBelow leaves the words out; stacked puts the counter under the number.
Rectangle {
    id: root

    required property string number
    required property string counter
    property string primary: Words.first("CallRow", "Counter")
    property string secondary: Words.second("CallRow", "Counter")
    property bool calling: false
    property bool inverted: calling
    property bool stacked: false
    // Height of a capital: 194 and 157 px are readable at 10 m; a capital is 0.733 em.
    property real capital: calling ? 194 : 157
    property real compactBelow: 900
    readonly property bool compact: !stacked && width < compactBelow * Theme.scale
    readonly property color ink: inverted ? Theme.onAccent : Theme.text
    readonly property color ink2: inverted ? Theme.onAccent : Theme.text2
    // Drawn for a width of 1320.
    readonly property real k: width / 1320
    readonly property real margin: compact ? 28 * Theme.scale : 56 * (stacked ? Theme.scale : k)
    readonly property real numberWidth: stacked ? width - 2 * margin : compact ? 0.55 * width : 640 * k
    readonly property real signSize: stacked ? 0.42 * digits : Math.min(compact ? 0.36 * digits : (calling ? 120 : 96) * k, height - 16)
    readonly property real signX: stacked ? margin : compact ? margin + numberWidth + 4 : 700 * k
    readonly property real counterX: stacked ? signX + signSize + 0.3 * digits : compact ? signX + signSize + 16 : 852 * k
    readonly property real counterDigits: stacked ? 0.72 * digits : digits
    readonly property real digits: capital / 0.733 * Theme.scale
    // Stacked: the two lines, as high as their capitals, with a gap that is never too wide.
    readonly property real space: height - 1.72 * capital * Theme.scale
    readonly property real lineGap: Math.min(space / 3, 0.45 * capital * Theme.scale)
    // From the row's middle down to the middle of its line of text.
    readonly property real above: stacked ? -(0.36 * capital * Theme.scale + lineGap / 2) : 0
    readonly property real below: stacked ? 0.5 * capital * Theme.scale + lineGap / 2 : 0

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
        property real below: 0

        objectName: root.calling ? "calledDigits" : "earlierDigits"
        anchors.verticalCenter: parent?.verticalCenter
        verticalAlignment: Text.AlignVCenter
        // The middle of a capital lies 0.07 em below the middle of the font's line box of 1.448 em.
        anchors.verticalCenterOffset: Math.round(below - 0.0483 * contentHeight)
        color: root.ink
        font.family: Theme.fontFamily
        font.pixelSize: Math.max(1, root.digits)
        font.bold: true
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 60
        textFormat: Text.PlainText
    }

    Digits {
        x: root.margin
        width: root.numberWidth
        below: root.above
        text: root.number
    }

    Icon {
        x: root.signX
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: root.below
        name: root.calling ? "notifications" : "arrow_forward"
        size: root.signSize
        color: root.ink2
    }

    Digits {
        id: counterText

        x: root.counterX
        width: Math.min(implicitWidth, root.compact ? root.width - x - 12 : 300 * Math.max(root.k, root.stacked ? 1 : 0))
        below: root.below
        font.pixelSize: Math.max(1, root.counterDigits)
        text: root.counter
    }

    BilingualText {
        // Beside a counter of two digits there is room for small words only.
        readonly property bool tight: !root.stacked && root.counter.length > 1
        readonly property bool chinese: Language.current === "zh"
        readonly property real grown: root.stacked ? 0.62 * root.capital / 120 : Math.min(1, root.k)

        visible: !root.compact
        x: counterText.x + counterText.width + (tight ? 16 : 32) * Theme.scale
        width: root.width - x - Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: root.below
        primary: root.primary
        secondary: root.secondary
        maximumLines: root.k < 1 || root.stacked ? 1 : 3
        primarySize: (tight ? (chinese ? 42 : 33) : root.calling ? 52 : 44) * grown * Theme.scale
        secondarySize: (tight ? (chinese ? 33 : 40) : root.calling ? 54 : 46) * grown * Theme.scale
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
