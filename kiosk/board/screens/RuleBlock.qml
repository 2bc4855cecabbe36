import QtQuick
import kiosk.board
import shared.ui.controls

// In which order people are called, in plain words from the branch's profile.
Item {
    id: root

    required property BoardModel board

    BilingualText {
        objectName: "rule"
        width: parent.width
        anchors.verticalCenter: parent.verticalCenter
        primary: Words.firstOf(root.board.rule)
        secondary: Words.secondOf(root.board.rule)
        primarySize: 34
        secondarySize: 30
    }
}
