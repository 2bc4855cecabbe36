pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ticketing
import shared.ui.controls

// Ten digits, and two keys for what was typed wrongly.
Grid {
    id: root

    required property KeypadErrand keypad

    columns: 3
    columnSpacing: 20
    rowSpacing: 20

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "delete"]

        KeyButton {
            required property string modelData
            readonly property bool isClear: modelData === "clear"
            readonly property bool isDelete: modelData === "delete"

            objectName: "key-" + modelData
            width: 315
            height: 168
            isWord: isClear || isDelete
            symbol: isDelete ? "backspace" : ""
            primary: isClear ? Words.first("Kiosk", "Clear") : isDelete ? Words.first("Kiosk", "Delete") : modelData
            secondary: isClear ? Words.second("Kiosk", "Clear") : isDelete ? Words.second("Kiosk", "Delete") : ""
            onClicked: isClear ? root.keypad.clear() : isDelete ? root.keypad.delete() : root.keypad.key(modelData)
        }
    }
}
