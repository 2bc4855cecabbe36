import QtQuick
import kiosk.board
import shared.ui.controls

// The bank, the branch, the day and the clock, in both languages and larger than at a kiosk; in two
// lines on an upright panel.
Item {
    id: root

    required property BoardModel board
    readonly property bool narrow: width < 1200
    readonly property real firstLine: narrow ? 56 : height / 2
    readonly property real secondLine: narrow ? 124 : height / 2

    function both(first: string, second: string): string {
        return second === "" || second === first ? first : first + " · " + second;
    }

    component HeaderText: Text {
        required property real line

        y: Math.round(line - height / 2)
        color: Theme.text2
        font.family: Theme.fontFamily
        font.pixelSize: 38
        textFormat: Text.PlainText
    }

    Rectangle {
        id: mark

        x: 56
        y: root.firstLine - height / 2
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
        line: root.firstLine
        anchors.left: mark.right
        anchors.leftMargin: 24
        text: Words.firstOf(root.board.bank)
        color: Theme.text
        font.bold: true
    }

    HeaderText {
        objectName: "branch"
        line: root.narrow ? root.secondLine : root.firstLine
        anchors.left: root.narrow ? mark.left : bank.right
        anchors.leftMargin: root.narrow ? 0 : 24
        anchors.right: day.left
        anchors.rightMargin: 32
        text: root.both(Words.firstOf(root.board.branch), Words.secondOf(root.board.branch))
        elide: Text.ElideRight
    }

    HeaderText {
        id: day

        line: root.secondLine
        anchors.right: root.narrow ? clock.right : clock.left
        anchors.rightMargin: root.narrow ? 0 : 32
        text: root.narrow ? Words.firstOf(root.board.day) : root.both(Words.firstOf(root.board.day), Words.secondOf(root.board.day))
    }

    HeaderText {
        id: clock

        objectName: "clock"
        line: root.firstLine
        anchors.right: parent.right
        anchors.rightMargin: 56
        text: root.board.clock
        color: Theme.text
        font.pixelSize: 60
        font.bold: true
    }
}
