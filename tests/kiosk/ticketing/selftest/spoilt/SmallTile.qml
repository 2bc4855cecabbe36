import QtQuick
import QtQuick.Templates as T

// A main tile of 100 px.
Rectangle {
    width: 1080
    height: 1920
    color: "white"

    T.AbstractButton {
        objectName: "tile-x"
        x: 100
        y: 900
        width: 400
        height: 100
    }
}
