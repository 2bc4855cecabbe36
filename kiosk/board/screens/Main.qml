import QtQuick
import kiosk.board
import shared.ui.controls

// The board in the hall, drawn for 1920 x 1080 or, upright, 1080 x 1920, and shown whole on any
// screen: who is called and where to, who was called before, how many wait, who is next and by what
// rule. Where everything stands comes from kiosk/board/layout.py.
Window {
    id: root

    required property BoardModel board
    readonly property var at: board.layout
    readonly property string incident: board.incident.kind
    readonly property bool paged: incident === "page"

    width: 1920
    height: 1080
    color: Theme.window
    title: Words.first("Board", "Board")

    Binding {
        target: root.board
        property: "portrait"
        value: root.height > root.width
    }

    DesignFrame {
        anchors.fill: parent
        designWidth: root.at.width
        designHeight: root.at.height

        BoardHeader {
            board: root.board
            width: root.at.width
            height: root.at.header.height
        }

        IncidentBand {
            board: root.board
            visible: root.incident === "band"
            y: root.at.band.y
            width: root.at.band.width
            height: root.at.band.height
        }

        HeroRow {
            board: root.board
            visible: !root.paged
            x: root.at.hero.x
            y: root.at.hero.y
            width: root.at.hero.width
            height: root.at.hero.height
        }

        RecentRows {
            board: root.board
            visible: !root.paged
            x: root.at.rows.x
            y: root.at.rows.y
            width: root.at.rows.width
            height: root.at.rows.height
        }

        SideColumn {
            board: root.board
            visible: !root.paged
            x: root.at.side.x
            y: root.at.side.y
            width: root.at.side.width
            height: root.at.side.height
        }

        IncidentPage {
            board: root.board
            visible: root.paged
            y: root.at.header.height
            width: root.at.width
            height: root.at.strip.y - y
        }

        NoticeStrip {
            board: root.board
            visible: height > 0
            y: root.at.strip.y
            width: root.at.strip.width
            height: root.at.strip.height
        }

        BoardFooter {
            board: root.board
            y: root.at.footer.y
            width: root.at.footer.width
            height: root.at.footer.height
        }
    }
}
