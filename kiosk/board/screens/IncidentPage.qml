import QtQuick
import kiosk.board
import shared.ui.controls

// The branch stands still, or most of it: what goes on, what customers keep, what can be had, and
// when there is news. Always a time, never "soon". Calls of what is open go on below left.
Item {
    id: root

    required property BoardModel board
    readonly property bool narrow: width < 1200
    readonly property var incident: board.incident
    readonly property bool urgent: Words.firstOf(incident.toDo) !== ""
    readonly property bool someOpen: Words.firstOf(incident.openServices) !== ""
    readonly property real half: narrow ? width : width / 2
    readonly property real bandHeight: urgent ? 0.55 * height : narrow ? 340 : 280
    readonly property real rest: height - bandHeight

    Rectangle {
        id: band

        width: root.width
        height: root.bandHeight
        color: root.urgent ? Theme.danger : Theme.warning

        Icon {
            id: sign

            x: 64
            anchors.verticalCenter: parent.verticalCenter
            name: root.urgent ? "warning" : "pause_circle"
            size: root.narrow ? 120 : 168
            color: Theme.window
        }

        BilingualText {
            objectName: "incidentTitle"
            anchors.left: sign.right
            anchors.leftMargin: root.narrow ? 36 : 60
            anchors.right: parent.right
            anchors.rightMargin: 56
            anchors.verticalCenter: parent.verticalCenter
            primary: {
                if (root.urgent)
                    return Words.firstOf(root.incident.toDo);
                const said = [Words.firstOf(root.incident.title), root.incident.since];
                return root.someOpen ? Words.first("Board", "%1 since %2. Some services must wait", said) : Words.first("Board", "%1 since %2. All services must wait", said);
            }
            secondary: {
                if (root.urgent)
                    return Words.secondOf(root.incident.toDo);
                const said = [Words.secondOf(root.incident.title), root.incident.since];
                return root.someOpen ? Words.second("Board", "%1 since %2. Some services must wait", said) : Words.second("Board", "%1 since %2. All services must wait", said);
            }
            primarySize: root.urgent ? (Language.current === "zh" ? (root.narrow ? 108 : 148) : root.narrow ? 80 : 104) : root.narrow ? (Language.current === "zh" ? 72 : 58) : Language.current === "zh" ? 100 : 76
            secondarySize: root.urgent ? 76 : root.narrow ? 44 : 56
            maximumLines: root.urgent ? 4 : root.narrow ? 3 : Language.current !== "zh" ? 2 : 1
            primaryColor: Theme.window
            secondaryColor: Theme.window
        }
    }

    BilingualText {
        objectName: "kept"
        x: 56
        y: root.bandHeight + 44
        width: root.half - 96
        primary: Words.first("Board", "Your number and your place are kept")
        secondary: Words.second("Board", "Your number and your place are kept")
        primarySize: root.narrow ? 72 : 76
        secondarySize: 46
        maximumLines: root.narrow ? 1 : 2
    }

    LastCall {
        board: root.board
        visible: !root.urgent && root.board.hero.number !== ""
        y: root.height - height
        width: root.half - (root.narrow ? 0 : 1)
        height: root.narrow ? 380 : 330
    }

    Rule {
        visible: !root.narrow
        x: root.half - 1
        y: root.bandHeight
        width: 2
        height: root.rest
    }

    OpenServices {
        visible: !root.urgent
        incident: root.incident
        x: root.narrow ? 56 : root.half + 60
        y: root.bandHeight + (root.narrow ? 240 : 30)
        width: root.half - 116
    }

    Rule {
        x: root.narrow ? 0 : root.half
        y: news.y
        width: root.half
    }

    Item {
        id: news

        x: root.narrow ? 0 : root.half
        y: root.height - height - (root.narrow && !root.urgent ? 380 : 0)
        width: root.half
        height: root.urgent && !root.narrow ? root.rest : root.narrow ? 300 : 244

        BilingualText {
            objectName: "listenInstead"
            visible: root.board.isStale // nobody knows whether it goes on, or when there is news
            x: 60
            width: parent.width - 116
            anchors.verticalCenter: parent.verticalCenter
            primary: Words.first("Board", "Please listen to our staff")
            secondary: Words.second("Board", "Please listen to our staff")
            primarySize: 72
            secondarySize: 50
            maximumLines: 2
        }

        BilingualText {
            visible: !root.board.isStale
            x: 60
            width: 270
            anchors.verticalCenter: parent.verticalCenter
            primary: Words.first("Board", "Next news by")
            secondary: Words.second("Board", "Next news by")
            primarySize: 54
            secondarySize: 40
            maximumLines: 2
        }

        Text {
            objectName: "newsAt"
            visible: !root.board.isStale
            anchors.right: parent.right
            anchors.rightMargin: 56
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: Math.round(-0.04 * font.pixelSize)
            text: root.incident.newsAt
            color: Theme.text
            font.family: Theme.fontFamily
            font.pixelSize: 200
            font.bold: true
        }
    }
}
