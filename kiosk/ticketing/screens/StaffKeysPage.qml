import shared.ui.controls

// Who opens the staff page: the staff number, then the PIN, of which nobody sees a digit.
TypingPage {
    id: root

    readonly property bool isPin: flow.screen === "pin"

    shown: flow.screen === "staff_number" || isPin
    headline: isPin ? Words.first("Kiosk", "PIN") : Words.first("Kiosk", "Staff number")
    headlineSecond: isPin ? "" : Words.second("Kiosk", "Staff number")

    TypedCells {
        objectName: "typedStaff"
        x: Theme.margin
        y: 520
        cells: root.shown ? root.keypad.cells : []
    }

    DigitKeys {
        x: Theme.margin
        y: 720
        keypad: root.keypad
    }
}
