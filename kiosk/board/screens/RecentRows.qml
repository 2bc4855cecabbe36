pragma ComponentBehavior: Bound

import QtQuick
import kiosk.board

// The calls before the present one, newest first.
Item {
    id: root

    required property BoardModel board
    readonly property real rowHeight: height / 3

    Repeater {
        model: root.board.rows

        Item {
            id: row

            required property var modelData
            required property int index

            y: index * root.rowHeight
            width: root.width
            height: root.rowHeight

            CallLine {
                objectName: "recent" + row.index
                anchors.fill: parent
                number: row.modelData.number
                counter: row.modelData.counter
                place: row.modelData.place
            }

            Rule {
                visible: row.index > 0
                width: parent.width
            }
        }
    }
}
