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

    Column {
        objectName: "listen"
        visible: root.board.isStale
        x: 48
        y: 200
        width: 504
        spacing: 40

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "volume_up"
            size: 160
            color: Theme.warning
        }

        BilingualText {
            width: parent.width
            primary: Words.first("Board", "Please listen to our staff")
            secondary: Words.second("Board", "Please listen to our staff")
            primarySize: 60
            secondarySize: 44
            maximumLines: 2
        }
    }

    RuleBlock {
        board: root.board
        x: 48
        y: 688
        width: 520
        height: 200
    }
}
