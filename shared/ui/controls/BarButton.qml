import QtQuick
import QtQuick.Templates as T
import shared.ui.controls

// One of the four fixed keys at the bottom: icon, word, word in the second language.
T.AbstractButton {
    id: root

    required property string symbol
    required property string primary
    property string secondary: ""

    implicitWidth: 258
    implicitHeight: Theme.barHeight
    text: primary
    focusPolicy: Qt.StrongFocus
    Accessible.name: secondary === "" ? primary : primary + ", " + secondary
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        color: root.down ? Theme.accentSoft : "transparent"
        border.width: root.down ? Theme.pressBorder : 0
        border.color: Theme.accent
        radius: Theme.radius

        FocusRing {
            anchors.margins: Theme.focusOffset
            radius: Theme.radius
            visible: root.visualFocus
        }
    }

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            width: parent.width
            spacing: -Theme.grid / 2

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: root.symbol
                size: Theme.barIcon
                color: root.enabled ? Theme.accent : Theme.disabled
            }

            BilingualText {
                width: parent.width
                primary: root.primary
                secondary: root.secondary
                primarySize: Theme.barLabel
                secondarySize: Theme.barSecond
                bold: root.enabled
                maximumLines: 1
                primaryColor: root.enabled ? Theme.text : Theme.disabled
                secondaryColor: root.enabled ? Theme.text2 : Theme.disabled
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
