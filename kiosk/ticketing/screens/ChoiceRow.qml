import QtQuick
import QtQuick.Templates as T
import shared.ui.controls

// A row that may be marked; marked it is filled and has a sign, not colour alone.
T.AbstractButton {
    id: root

    required property string primary
    property string secondary: ""
    property string symbol: ""
    property string markedSymbol: "check"
    readonly property color ink: checked ? Theme.onAccent : Theme.text

    implicitWidth: 984
    implicitHeight: 132
    text: primary
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: secondary === "" ? primary : primary + ", " + secondary
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Item {
        TileFace {
            anchors.fill: parent
            visible: !root.checked
            pressed: root.down
            focused: root.visualFocus
        }

        Rectangle {
            anchors.fill: parent
            visible: root.checked
            radius: Theme.radius
            color: root.down ? Theme.accentPressed : Theme.accent

            FocusRing {
                visible: root.visualFocus
            }
        }
    }

    contentItem: Item {
        Icon {
            id: sign

            x: 36
            anchors.verticalCenter: parent.verticalCenter
            name: root.checked ? root.markedSymbol : root.symbol
            size: 60
            color: root.checked ? root.ink : Theme.accent
        }

        BilingualText {
            x: 132
            width: parent.width - 132 - 36
            anchors.verticalCenter: parent.verticalCenter
            maximumLines: 1
            primary: root.primary
            secondary: root.secondary
            primarySize: Theme.largeType ? 60 : Theme.buttonText
            secondarySize: 42
            primaryColor: root.ink
            secondaryColor: root.checked ? root.ink : Theme.text2
        }
    }
}
