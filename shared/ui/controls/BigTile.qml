pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import shared.ui.controls

// A service on the start screen: icon, name, and its wait at the top right. Disabled: the reason
// stands where the wait was.
T.AbstractButton {
    id: root

    required property string primary
    property string secondary: ""
    property string symbol: ""
    property string wait: ""
    property string waitBefore: ""
    property string waitAfter: ""
    property string waitSymbol: "schedule"
    property string reason: ""
    readonly property string waitText: enabled ? [waitBefore, wait, waitAfter].filter(part => part !== "").join(" ") : reason

    implicitWidth: 480
    implicitHeight: Theme.tileHeight
    text: primary
    focusPolicy: Qt.StrongFocus
    topPadding: 28 * Theme.scale
    bottomPadding: 20 * Theme.scale
    leftPadding: 32 * Theme.scale
    rightPadding: 32 * Theme.scale
    Accessible.name: [primary, secondary, waitText].filter(part => part !== "").join(", ")
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    transform: Translate {
        y: root.down ? 2 : 0
    }

    background: TileFace {
        pressed: root.down
        focused: root.visualFocus
        enabled: root.enabled
    }

    contentItem: Item {
        Icon {
            id: picture

            name: root.symbol
            size: Theme.tileIcon
            x: -Theme.grid / 2
            color: root.enabled ? Theme.accent : Theme.text2
        }

        Row {
            id: waiting

            anchors.right: parent.right
            y: (Theme.tileIcon - height) / 2
            spacing: Theme.grid

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: root.enabled && root.wait !== "" && !Theme.largeType ? root.waitSymbol : ""
                size: Theme.tileUnit
                color: Theme.text2
            }

            Repeater {
                model: root.enabled ? [root.waitBefore, root.wait, root.waitAfter] : ["", root.reason, ""]

                Text {
                    required property int index
                    required property string modelData
                    readonly property bool isFigure: index === 1

                    anchors.baseline: parent?.top
                    anchors.baselineOffset: Theme.tileWait * 1.1
                    visible: modelData !== ""
                    text: modelData
                    color: isFigure && root.enabled ? Theme.text : Theme.text2
                    font.family: Theme.fontFamily
                    font.pixelSize: isFigure && root.enabled ? Theme.tileWait : Theme.tileUnit
                    font.bold: isFigure && !(Theme.largeType && root.enabled)
                    textFormat: Text.PlainText
                }
            }
        }

        TileTitle {
            anchors.bottom: parent.bottom
            width: parent.width
            primary: root.primary
            secondary: root.secondary
            bold: root.enabled
            primaryColor: root.enabled ? Theme.text : Theme.text2
        }
    }
}
