import QtQuick
import kiosk.board
import shared.ui.controls

// The bank, the branch, the day and the clock, in both languages and larger than at a kiosk.
Item {
    id: root

    required property BoardModel board

    function both(first: string, second: string): string {
        return second === "" || second === first ? first : first + " · " + second;
    }

    component HeaderText: Text {
        anchors.verticalCenter: parent?.verticalCenter
        color: Theme.text2
        font.family: Theme.fontFamily
        font.pixelSize: 38
        textFormat: Text.PlainText
    }

    Rectangle {
        id: mark

        x: 56
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.mark
        height: Theme.mark
        radius: Theme.grid
        color: Theme.accent

        Icon {
            anchors.centerIn: parent
            name: "account_balance"
            size: 34
            color: Theme.onAccent
        }
    }

    HeaderText {
        id: bank

        objectName: "bank"
        anchors.left: mark.right
        anchors.leftMargin: 24
        text: Words.firstOf(root.board.bank)
        color: Theme.text
        font.bold: true
    }

    HeaderText {
        objectName: "branch"
        anchors.left: bank.right
        anchors.leftMargin: 24
        anchors.right: day.left
        anchors.rightMargin: 32
        text: root.both(Words.firstOf(root.board.branch), Words.secondOf(root.board.branch))
        elide: Text.ElideRight
    }

    HeaderText {
        id: day

        anchors.right: clock.left
        anchors.rightMargin: 32
        text: root.both(Words.firstOf(root.board.day), Words.secondOf(root.board.day))
    }

    HeaderText {
        id: clock

        objectName: "clock"
        anchors.right: parent.right
        anchors.rightMargin: 56
        text: root.board.clock
        color: Theme.text
        font.pixelSize: 60
        font.bold: true
    }
}
