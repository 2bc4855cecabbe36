import QtQuick
import QtQuick.Shapes
import shared.ui.controls

// The edge of what cannot be pressed now.
Shape {
    id: root

    property color color: Theme.outline
    property real radius: Theme.radius
    property real lineWidth: Theme.border

    ShapePath {
        strokeColor: root.color
        strokeWidth: root.lineWidth
        fillColor: "transparent"
        strokeStyle: ShapePath.DashLine
        dashPattern: [4, 3]

        PathRectangle {
            x: root.lineWidth / 2
            y: root.lineWidth / 2
            width: Math.max(1, root.width - root.lineWidth)
            height: Math.max(1, root.height - root.lineWidth)
            radius: root.radius
        }
    }
}
