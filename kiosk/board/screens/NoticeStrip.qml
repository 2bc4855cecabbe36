import QtQuick
import kiosk.board
import shared.ui.controls

// What the branch has to say, one notice at a time, both languages.
Rectangle {
    id: root

    required property BoardModel board

    color: Theme.accentSoft

    Icon {
        id: sign

        x: 56
        anchors.verticalCenter: parent.verticalCenter
        name: "info"
        size: 52
        color: Theme.accent
    }

    BilingualText {
        objectName: "notice"
        anchors.left: sign.right
        anchors.leftMargin: 28
        anchors.right: parent.right
        anchors.rightMargin: 56
        anchors.verticalCenter: parent.verticalCenter
        primary: Words.firstOf(root.board.notice)
        secondary: Words.secondOf(root.board.notice)
        primarySize: 42
        secondarySize: 32
        maximumLines: 1
    }
}
