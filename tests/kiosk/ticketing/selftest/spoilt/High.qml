import QtQuick
import QtQuick.Templates as T

// A button in the upper third.
Rectangle {
    width: 1080
    height: 1920
    color: "white"

    T.AbstractButton {
        objectName: "high"
        x: 100
        y: 200
        width: 400
        height: 160
    }
}
