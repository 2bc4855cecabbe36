import QtQuick
import kiosk.board
import shared.ui.controls

// The last call, during an incident; the row inverts while one is announced.
Item {
    id: root

    required property BoardModel board
    readonly property bool calling: board.isCalling && !board.isStale

    BilingualText {
        x: 56
        y: 4
        width: parent.width - 112
        inline: true
        primary: root.calling ? Words.first("Board", "Now called") : Words.first("Board", "Last called")
        secondary: root.calling ? Words.second("Board", "Now called") : Words.second("Board", "Last called")
        primarySize: 44
        secondarySize: 42
        bold: false
        primaryColor: Theme.text2
    }

    CallLine {
        id: line

        objectName: "lastCall"
        x: 16
        y: 76
        width: parent.width - x
        height: parent.height - y
        calling: root.calling
        capital: 144
        number: root.board.hero.number
        counter: root.board.hero.counter
        place: root.board.hero.place
    }

    Connections {
        function onFlash(): void {
            line.flash();
        }

        target: root.board
    }
}
