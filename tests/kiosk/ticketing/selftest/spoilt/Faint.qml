import QtQuick
import QtQuick.Templates as T

// Black, but hardly opaque.
Rectangle {
    width: 1080
    height: 1920
    color: "white"

    Text {
        y: 900
        text: "Faint"
        color: "black"
        font.pixelSize: 60
        opacity: 0.372
    }
}
