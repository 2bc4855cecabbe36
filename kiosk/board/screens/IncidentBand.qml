import QtQuick
import kiosk.board
import shared.ui.controls

// A few services cannot be had while the others go on: what, since when, and when there is news.
Rectangle {
    id: root

    required property BoardModel board
    readonly property bool narrow: width < 1200

    color: Theme.warning

    Icon {
        id: sign

        x: 56
        anchors.verticalCenter: parent.verticalCenter
        name: "pause_circle"
        size: root.narrow ? 76 : 104
        color: Theme.window
    }

    BilingualText {
        objectName: "bandTitle"
        anchors.left: sign.right
        anchors.leftMargin: root.narrow ? 24 : 44
        anchors.right: news.left
        anchors.rightMargin: 32
        anchors.verticalCenter: parent.verticalCenter
        primary: Words.first("Board", "Not now: %1", [Words.firstOf(root.narrow ? root.board.incident.shutBriefly : root.board.incident.shutServices)])
        secondary: root.narrow ? Words.second("Board", "Not now: %1", [Words.secondOf(root.board.incident.shutBriefly)]) : Words.second("Board", "%1 since %2. Not now: %3", [Words.secondOf(root.board.incident.title), root.board.incident.since, Words.secondOf(root.board.incident.shutServices)])
        primarySize: Language.current === "zh" ? 68 : root.narrow ? 46 : 58
        secondarySize: 38
        maximumLines: 1
        primaryColor: Theme.window
        secondaryColor: Theme.window
    }

    Column {
        id: news

        visible: !root.board.isStale
        anchors.right: parent.right
        anchors.rightMargin: 56
        anchors.verticalCenter: parent.verticalCenter
        spacing: -14

        BilingualText {
            anchors.right: parent.right
            width: implicitWidth
            inline: true
            primary: Words.first("Board", "Next news by")
            secondary: root.narrow ? "" : Words.second("Board", "Next news by")
            primarySize: 34
            secondarySize: 34
            primaryColor: Theme.window
            secondaryColor: Theme.window
        }

        Text {
            objectName: "bandNews"
            anchors.right: parent.right
            text: root.board.incident.newsAt
            color: Theme.window
            font.family: Theme.fontFamily
            font.pixelSize: root.narrow ? 64 : 84
            font.bold: true
        }
    }
}
