import QtQuick
import QtQuick.Templates as T
import shared.ui.controls

// The toggle for people who need priority: it changes the ticket, not the service.
T.AbstractButton {
    id: root

    required property string primary
    property string secondary: ""
    property string detail: ""
    property string chosenPrimary: Words.first("PriorityRow", "Priority on")
    property string chosenSecondary: Words.second("PriorityRow", "Priority on")
    property string chosenDetail: Words.first("PriorityRow", "Now choose a service")
    readonly property color ink: checked ? Theme.onPriority : Theme.priority
    readonly property string title: checked ? chosenPrimary : primary

    implicitWidth: 984
    implicitHeight: Theme.priorityHeight
    checkable: true
    focusPolicy: Qt.StrongFocus
    leftPadding: 32 * Theme.scale
    rightPadding: 32 * Theme.scale
    Accessible.role: Accessible.CheckBox
    Accessible.name: title + (detail === "" ? "" : ", " + (checked ? chosenDetail : detail))
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: Theme.radius
        color: root.checked ? Theme.priority : root.down ? Theme.prioritySoft : Theme.panel
        border.width: root.down ? Theme.pressBorder : Theme.noticeBorder
        border.color: Theme.priority

        FocusRing {
            visible: root.visualFocus
        }
    }

    contentItem: Item {
        Icon {
            id: heart

            anchors.verticalCenter: parent.verticalCenter
            name: root.checked ? "check" : "favorite"
            size: Theme.priorityTitle * 1.3
            color: root.ink
        }

        Column {
            anchors.left: heart.right
            anchors.leftMargin: Theme.gap
            anchors.right: toggle.left
            anchors.verticalCenter: parent.verticalCenter
            spacing: -Theme.grid * 1.5

            BilingualText {
                width: parent.width
                inline: true
                primary: root.title
                secondary: root.checked ? root.chosenSecondary : root.secondary
                primarySize: Theme.priorityTitle
                secondarySize: Theme.priorityTitle * 0.92
                primaryColor: Theme.largeType && !root.checked ? Theme.text : root.ink
                secondaryColor: root.ink
            }

            BilingualText {
                width: parent.width
                visible: primary !== "" && !Theme.largeType
                primary: root.checked ? root.chosenDetail : root.detail
                primarySize: Theme.small
                bold: false
                maximumLines: 1
                primaryColor: root.checked ? root.ink : Theme.text2
            }
        }

        Rectangle {
            id: toggle

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: 112
            height: 64
            radius: height / 2
            color: "transparent"
            border.width: Theme.noticeBorder
            border.color: root.ink

            Rectangle {
                width: 46
                height: 46
                radius: 23
                x: root.checked ? parent.width - width - 9 : 9
                anchors.verticalCenter: parent.verticalCenter
                color: root.ink
            }
        }
    }
}
