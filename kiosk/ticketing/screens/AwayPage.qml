import shared.ui.controls

// The server is away: nobody is promised anything, and a person helps. It recovers by itself.
MessagePage {
    readonly property bool isStarting: flow.screen === "wait"

    shown: isStarting || flow.screen === "away"
    hasButton: false
    symbol: isStarting ? "sync" : "cloud_off"
    ink: isStarting ? Theme.accent : Theme.warning
    headline: isStarting ? Words.first("Kiosk", "One moment please") : Words.first("Kiosk", "No tickets right now")
    headlineSecond: isStarting ? Words.second("Kiosk", "One moment please") : Words.second("Kiosk", "No tickets right now")
    detail: isStarting ? "" : Words.first("Kiosk", "Please ask our staff. This screen comes back by itself")
    detailSecond: isStarting ? "" : Words.second("Kiosk", "Please ask our staff. This screen comes back by itself")
}
