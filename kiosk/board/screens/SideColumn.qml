import QtQuick
import kiosk.board
import shared.ui.controls

// How many wait, who is next, and by what rule; who waits and who is next only while that is known.
// Beside the calls one under the other; on an upright panel below them, side by side.
Rectangle {
    id: root

    required property BoardModel board
    readonly property bool wide: board.layout.is_portrait
    readonly property real cell: 504
    readonly property real ruleY: wide ? 238 : height - 202

    color: Theme.panel

    WaitingBlock {
        board: root.board
        visible: !root.board.isStale
        x: 48
        width: root.wide ? 416 : root.cell
        height: 218
    }

    Rule {
        visible: !root.board.isStale
        x: 48
        y: root.wide ? 228 : 218
        width: root.wide ? 416 : root.cell
    }

    NextBlock {
        board: root.board
        visible: !root.board.isStale
        x: root.wide ? 528 : 48
        y: root.wide ? 0 : 220
        width: root.cell
        height: root.wide ? root.height : root.ruleY - y
    }

    Rule {
        visible: !root.board.isStale && !root.wide
        x: 48
        y: root.ruleY
        width: root.cell
    }

    Rule {
        visible: root.wide
        x: 496
        y: 24
        width: 2
        height: root.height - 48
    }

    ListenSign {
        objectName: "listen"
        visible: root.board.isStale
        x: root.wide ? 528 : 48
        y: root.wide ? 60 : Math.max(24, (root.ruleY - height) / 2)
        width: root.cell
    }

    RuleBlock {
        board: root.board
        x: 48
        y: root.ruleY + 2
        width: root.wide ? 420 : 520
        height: root.height - y
    }
}
