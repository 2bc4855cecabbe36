import kiosk.ticketing
import shared.ui.controls

// What became of an appointment, and what to do now.
MessagePage {
    required property BookingErrand bookings
    readonly property var note: bookings.noteShown
    readonly property bool isGood: note.symbol === "check"

    shown: flow.screen === "note"
    symbol: note.symbol ?? "info"
    ink: isGood ? Theme.positive : Theme.warning
    headline: Words.firstOf(note.headline ?? {})
    headlineSecond: Words.secondOf(note.headline ?? {})
    detail: Words.firstOf(note.detail ?? {})
    detailSecond: Words.secondOf(note.detail ?? {})
}
