import QtQuick
import QtQuick.Templates as T

// A button that is 80 px wide.
Rectangle {
    width: 1080
    height: 1920
    color: "white"

    T.AbstractButton {
        objectName: "small"
        x: 100
        y: 900
        width: 80
        height: 160
    }
}
