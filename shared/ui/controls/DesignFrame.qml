import QtQuick

// Shows a surface drawn for a fixed size in a window of any size, whole, centred and undistorted.
Item {
    id: root

    required property real designWidth
    required property real designHeight
    default property alias content: canvas.data
    readonly property real fit: Math.min(width / designWidth, height / designHeight)

    implicitWidth: designWidth
    implicitHeight: designHeight

    Item {
        id: canvas

        width: root.designWidth
        height: root.designHeight
        x: Math.round((root.width - width * root.fit) / 2)
        y: Math.round((root.height - height * root.fit) / 2)
        scale: root.fit > 0 ? root.fit : 1
        transformOrigin: Item.TopLeft
    }
}
