import QtQuick
import kiosk.board
import shared.ui.controls

// How many wait, who is next, and by what rule.
Rectangle {
    id: root

    required property BoardModel board

    color: Theme.panel

    WaitingBlock {
        board: root.board
        x: 48
        width: 504
        height: 218
    }

    Rule {
        x: 48
        y: 218
        width: 504
    }

    NextBlock {
        board: root.board
        x: 48
        y: 220
        width: 504
        height: 466
    }

    Rule {
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
