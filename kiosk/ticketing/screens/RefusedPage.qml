import shared.ui.controls

// No ticket was given: why, and what to do instead.
MessagePage {
    readonly property bool hasReason: Words.firstOf(flow.refusal) !== ""

    shown: flow.screen === "refused"
    symbol: "warning"
    ink: Theme.warning
    headline: Words.first("Kiosk", "You have no number yet")
    headlineSecond: Words.second("Kiosk", "You have no number yet")
    detail: hasReason ? Words.firstOf(flow.refusal) : Words.first("Kiosk", "Please try again, or ask our staff")
    detailSecond: hasReason ? Words.secondOf(flow.refusal) : Words.second("Kiosk", "Please try again, or ask our staff")
}
