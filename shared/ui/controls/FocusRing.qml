import QtQuick
import shared.ui.controls

// The ring around whatever the keyboard would press: outside, with a gap, seen on any fill.
Rectangle {
    id: root

    property real innerRadius: Theme.radius
    readonly property real reach: Theme.focusOffset + Theme.focusBorder

    anchors.fill: parent
    anchors.margins: -reach
    radius: innerRadius + reach
    color: "transparent"
    border.color: Theme.accent
    border.width: Theme.focusBorder
}
