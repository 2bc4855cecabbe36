import QtQuick
import shared.ui.controls

// Back and on through the parts of a page that was lowered.
Row {
    id: root

    required property int part
    required property int parts

    signal partRequested(int part)

    x: Theme.margin
    height: 96
    spacing: Theme.gap

    SecondaryButton {
        objectName: "partBackButton"
        width: 480
        height: 96
        enabled: root.part > 0
        symbol: "keyboard_arrow_up"
        primary: Words.first("Kiosk", "Before")
        secondary: Words.second("Kiosk", "Before")
        onClicked: root.partRequested(root.part - 1)
    }

    SecondaryButton {
        objectName: "partOnButton"
        width: 480
        height: 96
        enabled: root.part < root.parts - 1
        symbol: "keyboard_arrow_down"
        primary: Words.first("Kiosk", "More")
        secondary: Words.second("Kiosk", "More")
        onClicked: root.partRequested(root.part + 1)
    }
}
