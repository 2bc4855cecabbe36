pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ticketing
import shared.ui.controls

// Appointments: check in by code or number, or book one.
Errand {
    id: root

    required property KioskFlow flow
    required property BookingErrand bookings
    readonly property var cards: bookings.cards ?? []
    readonly property real room: 1728 - 720 - Theme.gap * (cards.length - 1)

    shown: flow.screen === "bookings"
    question: Words.first("Kiosk", "Appointments")
    questionSecond: Words.second("Kiosk", "Appointments")

    Notice {
        objectName: "scanHint"
        x: Theme.margin
        y: Theme.headerHeight + 40
        width: 984
        tone: "neutral"
        symbol: "mobile"
        primary: Words.first("Kiosk", "Have a code? Scan it, or type it")
        secondary: Words.second("Kiosk", "Have a code? Scan it, or type it")
    }

    Column {
        x: Theme.margin
        y: 720
        spacing: Theme.gap

        Repeater {
            model: root.cards

            WayCard {
                required property var modelData

                objectName: "booking-" + modelData.key
                width: 984
                height: Math.min(312, root.room / root.cards.length)
                card: modelData
                down: root.flow.askingFor === modelData.key ? true : undefined
                onClicked: root.bookings.choose(modelData.key)
            }
        }
    }
}
