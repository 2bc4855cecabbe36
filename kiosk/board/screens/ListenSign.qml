import QtQuick
import shared.ui.controls

// Instead of who waits and who is next, while nobody knows it.
Column {
    id: root

    spacing: 40

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        name: "volume_up"
        size: 160
        color: Theme.warning
    }

    BilingualText {
        width: root.width
        primary: Words.first("Board", "Please listen to our staff")
        secondary: Words.second("Board", "Please listen to our staff")
        primarySize: 60
        secondarySize: 44
        maximumLines: 2
    }
}
