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

    DigitKeys {
        x: Theme.margin
        y: 720
        keypad: root.keypad
    }
}
