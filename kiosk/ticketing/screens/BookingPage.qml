import QtQuick
import kiosk.ticketing
import shared.ui.controls

// An appointment that stands: when, and what may be done with it.
Errand {
    id: root

    required property KioskFlow flow
    required property BookingErrand bookings
    readonly property var booking: bookings.booking
    readonly property bool isSure: bookings.isSure

    shown: flow.screen === "booking"
    symbol: booking.symbol ?? ""
    service: booking.service ?? {}
    question: isSure ? Words.first("Kiosk", "Give it up?") : Words.first("Kiosk", "Your appointment")
    questionSecond: isSure ? Words.second("Kiosk", "Give it up?") : Words.second("Kiosk", "Your appointment")

    Card {
        x: Theme.margin
        y: root.belowService
        width: 984
        height: when.height + 28
        soft: true

        Column {
            id: when

            x: 32
            y: 12
            width: 984 - 64

            BilingualText {
                objectName: "bookedAt"
                width: parent.width
                primary: Words.firstOf(root.booking.at ?? {})
                primarySize: 72
                maximumLines: 1
            }

            BilingualText {
                objectName: "bookedWhen"
                width: parent.width
                primary: Words.firstOf(root.booking.when ?? {})
                secondary: Words.secondOf(root.booking.when ?? {})
                primarySize: 46
                secondarySize: 42
                bold: false
                maximumLines: 1
            }
        }
    }

    Column {
        x: Theme.margin
        y: 720
        spacing: Theme.gap

        PrimaryButton {
            objectName: "checkInButton"
            width: 984
            height: 200
            visible: !root.isSure
            enabled: root.booking.mayCheckIn ?? false
            primary: Words.first("Kiosk", "Check in")
            secondary: Words.second("Kiosk", "Check in")
            onClicked: root.bookings.checkIn()
        }

        SecondaryButton {
            objectName: "moveButton"
            width: 984
            height: 200
            visible: !root.isSure
            primary: Words.first("Kiosk", "Change the time")
            secondary: Words.second("Kiosk", "Change the time")
            onClicked: root.bookings.move()
        }

        SecondaryButton {
            objectName: "giveUpButton"
            width: 984
            height: 200
            primary: root.isSure ? Words.first("Kiosk", "Yes, give it up") : Words.first("Kiosk", "Give it up")
            secondary: root.isSure ? Words.second("Kiosk", "Yes, give it up") : Words.second("Kiosk", "Give it up")
            onClicked: root.bookings.giveUp()
        }

        PrimaryButton {
            objectName: "keepButton"
            width: 984
            height: 200
            visible: root.isSure
            primary: Words.first("Kiosk", "Keep it")
            secondary: Words.second("Kiosk", "Keep it")
            onClicked: root.flow.back()
        }
    }
}
