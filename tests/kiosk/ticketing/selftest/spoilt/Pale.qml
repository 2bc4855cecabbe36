import QtQuick
import QtQuick.Templates as T

// Grey on white.
Rectangle {
    width: 1080
    height: 1920
    color: "white"

    Text {
        y: 900
        text: "Pale"
        color: "#aaaaaa"
        font.pixelSize: 60
    }
}
