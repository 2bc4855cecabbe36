import QtQuick
import shared.ui.controls

// A screen between header and bar. All pages exist from the start, so that a touch is answered at
// once; only the shown one is visible. It fades in, unless it must be there immediately.
Item {
    id: root

    property bool shown: false
    property bool isInstant: false

    width: 1080
    height: 1920 - Theme.barHeight
    visible: shown
    onShownChanged: {
        if (shown && !isInstant)
            fade.restart();
    }

    NumberAnimation {
        id: fade

        target: root
        property: "opacity"
        from: 0
        to: 1
        duration: Theme.fadeMs
    }
}
