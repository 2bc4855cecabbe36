import QtQuick
import shared.ui.controls

// The other action: outlined. quiet gives it the background's colour and a thin grey edge.
PrimaryButton {
    id: root

    property bool quiet: false

    ink: enabled ? Theme.accent : Theme.text2
    secondInk: quiet ? Theme.text2 : ink

    background: Item {
        Rectangle {
            anchors.fill: parent
            visible: root.enabled
            radius: Theme.radius
            color: root.down ? Theme.accentSoft : root.quiet ? Theme.window : Theme.panel
            border.width: root.down ? Theme.pressBorder : root.quiet ? Theme.border : Theme.noticeBorder
            border.color: root.down || !root.quiet ? Theme.accent : Theme.outline
        }

        DashedBorder {
            anchors.fill: parent
            visible: !root.enabled
        }

        FocusRing {
            visible: root.visualFocus
        }
    }
}
