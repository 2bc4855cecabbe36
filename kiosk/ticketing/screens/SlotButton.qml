import QtQuick
import QtQuick.Templates as T
import shared.ui.controls

// A time, or a day: free, chosen (filled, with a tick), or dashed in its place with the reason.
T.AbstractButton {
    id: root

    required property string primary
    property string secondary: ""
    property string reason: ""
    property real primarySize: Theme.largeType ? 54 : 62
    // Days are marked by an edge, times are filled: what is chosen for good stands out.
    property bool isSoft: false
    property bool isLink: false
    readonly property color ink: !enabled ? Theme.text2 : checked && !isSoft ? Theme.onAccent : isLink ? Theme.accent : Theme.text

    text: primary
    focusPolicy: Qt.StrongFocus
    Accessible.name: [primary, secondary, enabled ? "" : reason].filter(part => part !== "").join(", ")
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Item {
        TileFace {
            anchors.fill: parent
            visible: !root.checked
            enabled: root.enabled
            pressed: root.down
            focused: root.visualFocus
        }

        Rectangle {
            anchors.fill: parent
            visible: root.checked
            radius: Theme.radius
            color: root.isSoft ? Theme.accentSoft : Theme.accent
            border.width: root.isSoft ? Theme.pressBorder : 0
            border.color: Theme.accent

            FocusRing {
                visible: root.visualFocus
            }
        }
    }

    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: 16

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: root.checked && !root.isSoft ? "check" : ""
                size: 52
                color: root.ink
            }

            Column {
                spacing: -12

                BilingualText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: root.checked && !root.isSoft ? implicitWidth : root.width - 16
                    primary: root.primary
                    primarySize: root.enabled ? root.primarySize : root.primarySize * 0.85
                    bold: root.enabled
                    maximumLines: 1
                    primaryColor: root.ink
                    horizontalAlignment: Text.AlignHCenter
                }

                BilingualText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: root.width - 12
                    visible: primary !== ""
                    height: visible ? implicitHeight : 0
                    primary: root.enabled ? root.secondary : root.reason
                    primarySize: Theme.largeType ? 42 : 36
                    bold: false
                    maximumLines: 1
                    primaryColor: root.checked && !root.isSoft ? Theme.onAccent : Theme.text2
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }
    }
}
