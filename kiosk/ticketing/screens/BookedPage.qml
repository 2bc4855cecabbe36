import QtQuick
import kiosk.ticketing
import shared.ui.controls

// Booked: the code as large as it goes, when to come, what to bring. The code is told once.
Page {
    id: root

    required property KioskFlow flow
    required property SlipPrinter printer
    required property BookingErrand bookings
    readonly property var booking: bookings.booking
    readonly property string code: booking.code ?? ""
    readonly property string ready: Words.firstOf(booking.ready ?? {})

    shown: flow.screen === "booked"
    isInstant: true

    NumberHero {
        id: hero

        objectName: "bookedCode"
        x: Theme.margin
        y: Theme.headerHeight + (Theme.largeType ? 0 : 12)
        width: 984
        numberSize: 240
        valid: true
        number: root.code
        primary: root.bookings.isMoved ? Words.first("Kiosk", "Moved. Your code") : Words.first("Kiosk", "Booked. Your code")
        secondary: root.bookings.isMoved ? Words.second("Kiosk", "Moved. Your code") : Words.second("Kiosk", "Booked. Your code")
    }

    Column {
        x: Theme.margin
        y: hero.y + hero.implicitHeight + 36
        width: 984
        spacing: Theme.gap

        Card {
            width: 984
            height: facts.height + 40

            Column {
                id: facts

                x: 34
                y: 20
                width: 984 - 68

                BilingualText {
                    width: parent.width
                    inline: true
                    primary: Words.firstOf(root.booking.service ?? {})
                    secondary: Words.secondOf(root.booking.service ?? {})
                    primarySize: 46
                    secondarySize: 42
                }

                BilingualText {
                    objectName: "bookedFor"
                    width: parent.width
                    primary: Words.firstOf(root.booking.at ?? {})
                    primarySize: 110
                    maximumLines: 1
                }

                BilingualText {
                    width: parent.width
                    visible: root.ready !== ""
                    height: visible ? implicitHeight : 0
                    bold: false
                    primary: Words.first("Kiosk", "Have ready: %1", [root.ready])
                    secondary: Words.second("Kiosk", "Have ready: %1", [Words.secondOf(root.booking.ready ?? {})])
                    maximumLines: 1
                }
            }
        }

        Row {
            spacing: Theme.gap * 2

            Rectangle {
                width: 304
                height: 304
                radius: Theme.radius
                color: "white" // a code is read on white in every scheme
                border.width: Theme.border
                border.color: Theme.outline

                Image {
                    objectName: "bookedQr"
                    anchors.centerIn: parent
                    width: 282
                    height: 282
                    smooth: false
                    fillMode: Image.PreserveAspectFit
                    source: root.code === "" ? "" : "image://qr/" + encodeURIComponent(root.code)
                    sourceSize: Qt.size(1128, 1128)
                    Accessible.role: Accessible.Graphic
                    Accessible.name: Words.first("Kiosk", "Scan it here to check in")
                }
            }

            Column {
                width: 984 - 304 - Theme.gap * 2
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.gap

                NextStep {
                    width: parent.width
                    symbol: "schedule"
                    primary: Words.firstOf(root.booking.when ?? {})
                    secondary: Words.secondOf(root.booking.when ?? {})
                }

                NextStep {
                    width: parent.width
                    symbol: "mobile"
                    primary: Words.first("Kiosk", "Scan it here to check in")
                    secondary: Words.second("Kiosk", "Scan it here to check in")
                }
            }
        }

        PrintStrip {
            printer: root.printer
            noSlipFirst: Words.first("Kiosk", "Take a photo of your code")
            noSlipSecond: Words.second("Kiosk", "Take a photo of your code")
        }
    }

    PrimaryButton {
        objectName: "bookedDone"
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.largeType ? 22 : 32
        width: 984
        primary: Words.first("Kiosk", "I have noted it")
        secondary: Words.second("Kiosk", "I have noted it")
        count: root.flow.secondsLeft
        onClicked: root.flow.leave()
    }
}
