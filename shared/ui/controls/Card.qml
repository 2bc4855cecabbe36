import QtQuick
import shared.ui.controls

// A panel with an outline; its children lie on it. tone "soft" is the blue one without outline.
Rectangle {
    id: root

    property bool soft: false

    radius: Theme.radius
    color: soft && !Theme.largeType ? Theme.accentSoft : Theme.panel
    border.width: soft && !Theme.largeType ? 0 : Theme.border
    border.color: Theme.outline
}
