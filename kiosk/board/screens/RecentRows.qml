pragma ComponentBehavior: Bound

import QtQuick
import kiosk.board

// The calls before the present one, newest first: down the first column, then down the second.
Item {
    id: root

    required property BoardModel board
    readonly property var at: board.layout
    readonly property real rowWidth: width / at.columns
    readonly property real rowHeight: at.lines > 0 ? height / at.lines : 0

    Repeater {
        model: root.board.rows

        Item {
            id: row

            required property var modelData
            required property int index
            readonly property int line: index % Math.max(1, root.at.lines)

            x: Math.floor(index / Math.max(1, root.at.lines)) * root.rowWidth
            y: line * root.rowHeight
            width: root.rowWidth
            height: root.rowHeight

            CallLine {
                objectName: "recent" + row.index
                anchors.fill: parent
                capital: root.at.row_capital
                number: row.modelData.number
                counter: row.modelData.counter
                place: row.modelData.place
            }

            Rule {
                visible: row.line > 0
                width: parent.width
            }
        }
    }

    Rule {
        visible: root.at.columns > 1 && root.board.rows.length > root.at.lines
        x: root.rowWidth - 1
        width: 2
        height: parent.height
    }
}
