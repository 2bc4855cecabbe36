import QtQuick
import kiosk.board
import shared.ui.controls

// The call that is being announced; before the first one of the day, what the board is for.
Item {
    id: root

    required property BoardModel board
    readonly property bool hasCall: board.hero.number !== ""

    CallLine {
        id: line

        objectName: "hero"
        anchors.fill: parent
        visible: root.hasCall
        calling: !root.board.isStale // nobody calls what was true a while ago
        stacked: root.board.layout.is_stacked
        capital: root.board.layout.hero_capital
        number: root.board.hero.number
        counter: root.board.hero.counter
        place: root.board.hero.place
    }

    Item {
        anchors.fill: parent
        visible: !root.hasCall

        Icon {
            id: sign

            x: 56
            anchors.verticalCenter: parent.verticalCenter
            name: root.board.hasData ? "notifications" : "sync"
            size: 120
            color: Theme.text2
        }

        BilingualText {
            objectName: "welcome"
            anchors.left: sign.right
            anchors.leftMargin: 56
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            primary: root.board.hasData ? Words.first("Board", "Your number will appear here") : Words.first("Board", "Connecting to the branch")
            secondary: root.board.hasData ? Words.second("Board", "Your number will appear here") : Words.second("Board", "Connecting to the branch")
            primarySize: root.width < 1200 ? 72 : 84
            secondarySize: root.width < 1200 ? 46 : 54
        }
    }

    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }

    Connections {
        function onFlash(): void {
            line.flash();
        }

        target: root.board
    }
}
