import QtQuick
import QtQuick.Templates as T

// Text of 20 px.
Rectangle {
    width: 1080
    height: 1920
    color: "white"

    Text {
        y: 900
        text: "Tiny"
        color: "black"
        font.pixelSize: 20
    }
}
