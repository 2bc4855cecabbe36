import kiosk.ticketing
import shared.ui.controls

// A way that needs no ticket: where to go, when to come, what to bring.
MessagePage {
    required property WaysErrand ways
    readonly property var advice: ways.adviceShown

    shown: flow.screen === "advice"
    symbol: advice.symbol ?? "info"
    headline: Words.firstOf(advice.headline ?? {})
    headlineSecond: Words.secondOf(advice.headline ?? {})
    detail: Words.firstOf(advice.detail ?? {})
    detailSecond: Words.secondOf(advice.detail ?? {})
    buttonText: Words.first("Kiosk", "Done")
    buttonSecond: Words.second("Kiosk", "Done")
}
