pragma ComponentBehavior: Bound
import QtQuick
import shared.ui.controls

// What was typed so far, in groups; the place of the next character is marked.
Rectangle {
    id: root

    required property var cells
    // After these places a gap, as the number is spoken.
    property var gapsAfter: []
    property real cellWidth: 72
    readonly property int next: cells.findIndex(cell => cell === "")
    readonly property int typed: next < 0 ? cells.length : next

    // What somebody types is not said aloud.
    readonly property string spoken: ""

    width: 984
    height: 160
    radius: Theme.radius
    color: Theme.panel
    border.width: Theme.pressBorder
    border.color: Theme.accent
    Accessible.role: Accessible.StaticText
    Accessible.name: cells.join(" ")

    Row {
        anchors.centerIn: parent

        Repeater {
            model: root.cells.length

            Item {
                id: cell

                required property int index

                width: root.cellWidth + (root.gapsAfter.includes(index) ? 36 : 0)
                height: root.height

                Text {
                    width: root.cellWidth
                    anchors.verticalCenter: parent.verticalCenter
                    horizontalAlignment: Text.AlignHCenter
                    text: root.cells[cell.index]
                    color: Theme.text
                    font.family: Theme.fontFamily
                    font.pixelSize: 104
                    font.bold: true
                    textFormat: Text.PlainText
                }

                Rectangle {
                    visible: root.cells[cell.index] === ""
                    x: 4
                    y: root.height - 34
                    width: root.cellWidth - 8
                    height: cell.index === root.typed ? 10 : 5
                    color: cell.index === root.typed ? Theme.accent : Theme.text2
                }
            }
        }
    }
}
