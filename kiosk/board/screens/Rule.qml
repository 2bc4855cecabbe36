import QtQuick
import shared.ui.controls

// A thin line between two things that do not belong together.
Rectangle {
    implicitHeight: 2
    color: Theme.outline
}
