import QtQuick
import kiosk.board
import shared.ui.controls

// How many wait, who is next, and by what rule; who waits and who is next only while that is known.
Rectangle {
    id: root

    required property BoardModel board

    color: Theme.panel

    WaitingBlock {
        board: root.board
        visible: !root.board.isStale
        x: 48
        width: 504
        height: 218
    }

    Rule {
        visible: !root.board.isStale
        x: 48
        y: 218
        width: 504
    }

    NextBlock {
        board: root.board
        visible: !root.board.isStale
        x: 48
        y: 220
        width: 504
        height: 466
    }

    Rule {
        visible: !root.board.isStale
        x: 48
        y: 686
        width: 504
    }

    RuleBlock {
        board: root.board
        x: 48
        y: 688
        width: 520
        height: 200
    }
}
