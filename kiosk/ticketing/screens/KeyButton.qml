import QtQuick
import QtQuick.Templates as T
import shared.ui.controls

// A key: a digit or letter, or a word with a sign for what changes all of it.
T.AbstractButton {
    id: root

    property string primary
    property string secondary: ""
    property string symbol: ""
    property bool isWord: false
    property real size: 92

    text: primary
    focusPolicy: Qt.StrongFocus
    Accessible.name: secondary === "" ? primary : primary + ", " + secondary
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: TileFace {
        pressed: root.down
        focused: root.visualFocus
    }

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            width: parent.width
            spacing: root.isWord ? -8 : 0

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: root.symbol
                size: 60
                color: Theme.accent
            }

            BilingualText {
                width: parent.width
                primary: root.primary
                secondary: root.isWord ? root.secondary : ""
                primarySize: root.isWord ? Theme.largeType ? 50 : 46 : root.size
                secondarySize: 36
                maximumLines: 1
                primaryColor: root.isWord ? Theme.accent : Theme.text
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
