import QtQuick
import QtQuick.Window
import shared.ui.controls

// One icon of shared/ui/icons in a colour, crisp at its size. Decoration: the words say it too.
Image {
    id: root

    required property string name
    property color color: Theme.text
    property real size: Theme.barIcon

    width: size
    height: size
    visible: name !== ""
    source: name === "" ? "" : "image://icon/" + name + "?" + String(color).slice(1)
    sourceSize: Qt.size(size * Screen.devicePixelRatio, size * Screen.devicePixelRatio)
    smooth: true
    mipmap: true
    Accessible.ignored: true
}
