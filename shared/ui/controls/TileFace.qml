import QtQuick
import shared.ui.controls

// What lies under a tile's content, in each state: default, pressed, focus, disabled.
Item {
    id: root

    property bool pressed: false
    property bool focused: false

    Rectangle {
        // One flat shadow, the foot of the tile; gone when it is pressed down.
        anchors.fill: parent
        anchors.topMargin: 3
        anchors.bottomMargin: -3
        radius: Theme.radius
        color: Theme.tileFoot
        visible: root.enabled && !root.pressed && !Theme.largeType
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: root.pressed ? Theme.accentSoft : Theme.panel
        border.width: root.pressed ? Theme.pressBorder : Theme.border
        border.color: root.pressed ? Theme.accent : Theme.outline
        visible: root.enabled
    }

    DashedBorder {
        anchors.fill: parent
        visible: !root.enabled
    }

    FocusRing {
        visible: root.focused
    }
}
