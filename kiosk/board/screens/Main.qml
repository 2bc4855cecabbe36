import QtQuick
import kiosk.board
import shared.ui.controls

// The board in the hall, drawn for 1920 x 1080 and shown whole on any screen: who is called and
// where to, who was called before, how many wait, who is next and by what rule.
Window {
    id: root

    required property BoardModel board

    width: 1920
    height: 1080
    color: Theme.window
    title: Words.first("Board", "Board")

    DesignFrame {
        anchors.fill: parent
        designWidth: 1920
        designHeight: 1080

        BoardHeader {
            board: root.board
            width: 1920
            height: 96
        }

        HeroRow {
            board: root.board
            y: 96
            width: 1320
            height: 280
        }

        RecentRows {
            board: root.board
            y: 376
            width: 1320
            height: 608
        }

        SideColumn {
            board: root.board
            x: 1320
            y: 96
            width: 600
            height: 888
        }

        BoardFooter {
            board: root.board
            y: 984
            width: 1920
            height: 96
        }
    }
}
