import kiosk.ticketing
import shared.ui.controls

// Nobody was let in: why.
MessagePage {
    required property StaffErrand staff

    shown: flow.screen === "staff_refused"
    symbol: "warning"
    ink: Theme.warning
    headline: Words.first("Kiosk", "Staff only")
    headlineSecond: Words.second("Kiosk", "Staff only")
    detail: Words.firstOf(staff.refusal)
    detailSecond: Words.secondOf(staff.refusal)
}
