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
        primarySize: root.board.layout.is_portrait ? 28 : 34
        secondarySize: root.board.layout.is_portrait ? 26 : 30
        maximumLines: 4
    }
}
