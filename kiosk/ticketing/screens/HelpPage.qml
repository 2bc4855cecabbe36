import shared.ui.controls

// Somebody was asked to come; said only when the call really got through.
MessagePage {
    readonly property bool hasFailed: flow.help === "failed"
    readonly property bool isComing: flow.help === "coming"

    shown: flow.screen === "help"
    symbol: hasFailed ? "warning" : "headset_mic"
    ink: hasFailed ? Theme.warning : Theme.accent
    headline: isComing ? Words.first("Kiosk", "Somebody is coming to you") : hasFailed ? Words.first("Kiosk", "The call did not get through") : Words.first("Kiosk", "Calling our staff")
    headlineSecond: isComing ? Words.second("Kiosk", "Somebody is coming to you") : hasFailed ? Words.second("Kiosk", "The call did not get through") : Words.second("Kiosk", "Calling our staff")
    detail: isComing ? Words.first("Kiosk", "Please wait here") : hasFailed ? Words.first("Kiosk", "Please ask at the desk in the hall") : ""
    detailSecond: isComing ? Words.second("Kiosk", "Please wait here") : hasFailed ? Words.second("Kiosk", "Please ask at the desk in the hall") : ""
}
