import QtQuick
import QtQuick.Templates as T
import shared.ui.controls

// The one main action of a screen: filled. A count, when given, runs in a ring (seconds left).
// stacked puts the second language beneath the first.
T.AbstractButton {
    id: root

    required property string primary
    property string secondary: ""
    property string symbol: ""
    property int count: -1
    property bool stacked: false
    property color ink: enabled ? Theme.onAccent : Theme.text2
    property color secondInk: ink

    implicitWidth: Math.max(480, contentItem.implicitWidth + 2 * 40)
    implicitHeight: stacked && !Theme.largeType ? 176 * Theme.scale : Theme.buttonHeight
    text: primary
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.StrongFocus
    Accessible.name: secondary === "" ? primary : primary + ", " + secondary
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    transform: Translate {
        y: root.down ? 2 : 0
    }

    background: Rectangle {
        radius: Theme.radius
        color: !root.enabled ? Theme.largeType ? Theme.panel : Theme.outline : root.down ? Theme.accentPressed : Theme.accent
        border.width: Theme.largeType && !root.enabled ? Theme.border : 0
        border.color: Theme.disabled

        FocusRing {
            visible: root.visualFocus
        }
    }

    contentItem: Item {
        implicitWidth: row.implicitWidth

        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.gap
            // Words that are too long for a narrow button are drawn smaller, never cut.
            scale: Math.min(1, parent.width / Math.max(1, implicitWidth))

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: root.symbol
                size: Theme.buttonText
                color: root.ink
            }

            BilingualText {
                anchors.verticalCenter: parent.verticalCenter
                inline: !root.stacked
                inlineGap: Theme.grid * 2.75
                primary: root.primary
                secondary: root.secondary
                primarySize: Theme.buttonText
                secondarySize: Theme.buttonSecond
                primaryColor: root.ink
                secondaryColor: root.secondInk
                horizontalAlignment: Text.AlignHCenter
            }

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.count >= 0
                width: Theme.buttonSecond * 1.8
                height: width
                radius: width / 2
                color: "transparent"
                border.width: Theme.noticeBorder
                border.color: root.ink

                Text {
                    anchors.centerIn: parent
                    text: root.count
                    color: root.ink
                    font.family: Theme.fontFamily
                    font.pixelSize: Theme.buttonSecond
                }
            }
        }
    }
}
