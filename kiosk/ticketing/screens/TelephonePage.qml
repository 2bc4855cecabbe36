pragma ComponentBehavior: Bound
import QtQuick
import shared.ui.controls

// A mobile number, grouped 3-4-4 as it is spoken.
TypingPage {
    id: root

    shown: flow.screen === "telephone"
    headline: Words.first("Kiosk", "Mobile number")
    headlineSecond: Words.second("Kiosk", "Mobile number")

    TypedCells {
        objectName: "typedNumber"
        x: Theme.margin
        y: 520
        cells: root.flow.screen === "telephone" ? root.keypad.cells : []
        gapsAfter: [2, 6]
    }

    Grid {
        x: Theme.margin
        y: 720
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
}
