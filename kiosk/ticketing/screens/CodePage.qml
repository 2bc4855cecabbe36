pragma ComponentBehavior: Bound
import QtQuick
import shared.ui.controls

// The code of an appointment: only the letters and digits that codes have.
TypingPage {
    id: root

    shown: flow.screen === "code"
    headline: Words.first("Kiosk", "Code of the appointment")
    headlineSecond: Words.second("Kiosk", "Code of the appointment")

    TypedCells {
        objectName: "typedCode"
        x: Theme.margin
        y: 520
        cells: root.flow.screen === "code" ? root.keypad.cells : []
        gapsAfter: [2]
        cellWidth: 120
    }

    Grid {
        x: Theme.margin
        y: 720
        columns: 6
        columnSpacing: 18
        rowSpacing: 18

        Repeater {
            model: root.keypad.letters

            KeyButton {
                required property string modelData

                objectName: "key-" + modelData
                width: 149
                height: 150
                size: 84
                primary: modelData
                onClicked: root.keypad.key(modelData)
            }
        }
    }

    Row {
        x: Theme.margin
        y: 1396
        spacing: Theme.gap

        KeyButton {
            objectName: "codeClear"
            width: 480
            height: 150
            isWord: true
            primary: Words.first("Kiosk", "Clear")
            secondary: Words.second("Kiosk", "Clear")
            onClicked: root.keypad.clear()
        }

        KeyButton {
            objectName: "codeDelete"
            width: 480
            height: 150
            isWord: true
            primary: Words.first("Kiosk", "Delete")
            secondary: Words.second("Kiosk", "Delete")
            onClicked: root.keypad.delete()
        }
    }
}
