import shared.ui.controls

// Staff have put this kiosk out of order; another one, or a person, helps.
MessagePage {
    shown: flow.screen === "out_of_order"
    hasButton: false
    symbol: "warning"
    ink: Theme.warning
    headline: Words.first("Kiosk", "Out of order")
    headlineSecond: Words.second("Kiosk", "Out of order")
    detail: Words.first("Kiosk", "Please use another ticket machine, or ask our staff")
    detailSecond: Words.second("Kiosk", "Please use another ticket machine, or ask our staff")
}
