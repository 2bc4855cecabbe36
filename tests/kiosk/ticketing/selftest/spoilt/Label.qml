import QtQuick
import QtQuick.Templates as T

// A control whose only word is small.
Rectangle {
    width: 1080
    height: 1920
    color: "white"

    T.AbstractButton {
        objectName: "label"
        x: 100
        y: 900
        width: 400
        height: 160

        contentItem: Text {
            text: "Label"
            font.pixelSize: 36
        }
    }
}
