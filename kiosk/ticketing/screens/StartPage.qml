import shared.ui.controls

// What is going on first, then the question, then one touch to a ticket.
TilePage {
    readonly property bool isRush: lobby.isOpen && lobby.isRush

    shown: flow.screen === "start"
    tiles: lobby.tiles
    waitingBy: lobby.waitingBy
    question: isRush ? Words.first("Kiosk", "One touch, one ticket") : lobby.isOpen ? Words.first("Kiosk", "What do you need today?") : Words.first("Kiosk", "Tickets from %1 to %2", lobby.hours)
    questionSecond: isRush ? "" : lobby.isOpen ? Words.second("Kiosk", "What do you need today?") : Words.second("Kiosk", "Tickets from %1 to %2", lobby.hours)
}
