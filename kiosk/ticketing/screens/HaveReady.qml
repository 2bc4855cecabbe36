pragma ComponentBehavior: Bound
import QtQuick
import shared.ui.controls

// What to have ready, side by side; what is not at hand is crossed out in words, too.
Card {
    id: root

    required property var documents
    required property var lacking
    // Five and six keep to one line each, or the question would have no room.
    readonly property bool isTight: documents.length > 4 || Theme.largeType

    width: 984
    height: documents.length > 0 ? heading.height + grid.height + 44 : 0
    visible: documents.length > 0
    soft: true

    BilingualText {
        id: heading

        objectName: "haveReadyTitle"
        x: 32
        y: 12
        height: implicitHeight
        inline: true
        bold: false
        primary: Words.first("Kiosk", "Have ready")
        secondary: Words.second("Kiosk", "Have ready")
    }

    Flow {
        id: grid

        x: 32
        y: heading.y + heading.height
        width: 984 - 64
        spacing: root.isTight ? 24 : 40

        Repeater {
            model: root.documents

            Item {
                id: one

                required property var modelData
                readonly property bool isLacking: root.lacking.includes(modelData.key)

                width: Math.min(grid.width, 80 + name.implicitWidth)
                height: name.height

                Icon {
                    id: sign

                    anchors.verticalCenter: parent.verticalCenter
                    name: one.isLacking ? "close" : one.modelData.symbol
                    size: 60
                    color: one.isLacking ? Theme.danger : Theme.accent
                }

                BilingualText {
                    id: name

                    anchors.left: sign.right
                    anchors.leftMargin: 20
                    anchors.right: parent.right
                    height: implicitHeight
                    primary: one.isLacking ? Words.first("Kiosk", "Missing: %1", [Words.firstOf(one.modelData.name)]) : Words.firstOf(one.modelData.name)
                    secondary: root.isTight ? "" : Words.secondOf(one.modelData.name)
                    primarySize: 46
                    secondarySize: 42
                    maximumLines: 1
                }
            }
        }
    }
}
