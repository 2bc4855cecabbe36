import QtQuick
import kiosk.ticketing
import shared.ui.controls

// The number, as large as it goes; it is valid whether or not it prints.
Page {
    id: root

    required property KioskFlow flow
    required property SlipPrinter printer
    readonly property bool isOwn: flow.ticket.isOwn ?? false
    readonly property bool isTroubled: !flow.hasSlip || !flow.isOnline || isOwn

    shown: flow.screen === "ticket"
    isInstant: true

    NumberHero {
        id: hero

        objectName: "number"
        x: Theme.margin
        y: Theme.headerHeight + (Theme.largeType ? 0 : 12)
        width: 984
        number: root.flow.ticket.number ?? ""
        valid: root.isTroubled
        primary: valid ? Words.first("Kiosk", "Your number is valid") : Words.first("Kiosk", "Your number")
        secondary: valid ? Words.second("Kiosk", "Your number is valid") : Words.second("Kiosk", "Your number")
    }

    Column {
        id: body

        objectName: "ticketBody"
        x: Theme.margin
        y: hero.y + hero.implicitHeight + (Theme.largeType ? 4 : 36)
        width: 984
        spacing: Theme.largeType ? 16 : Theme.gap

        TicketFacts {
            visible: root.flow.isOnline || root.isOwn
            ticket: root.flow.ticket
        }

        Notice {
            objectName: "offlineNotice"
            visible: !root.flow.isOnline || root.isOwn
            width: parent.width
            tone: "neutral"
            symbol: "cloud_off"
            primary: root.isOwn ? Words.first("Kiosk", "Server away. Your number counts from %1", [root.flow.ticket.arrivedAt]) : Words.first("Kiosk", "Connection lost. Your place is kept")
            secondary: root.isOwn ? Words.second("Kiosk", "Server away. Your number counts from %1", [root.flow.ticket.arrivedAt]) : Words.second("Kiosk", "Connection lost. Your place is kept")
        }

        TicketNext {
            flow: root.flow
        }

        PrintStrip {
            printer: root.printer
        }
    }

    Row {
        id: buttons

        objectName: "ticketButtons"
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.largeType ? 22 : 32
        spacing: Theme.gap

        SecondaryButton {
            objectName: "writeButton"
            visible: !root.flow.hasSlip
            width: 480
            stacked: true
            primary: Words.first("Kiosk", "Have it written")
            secondary: Words.second("Kiosk", "Have it written")
            onClicked: root.flow.askHelp()
        }

        PrimaryButton {
            objectName: "doneButton"
            width: root.flow.hasSlip ? 984 : 480
            stacked: !root.flow.hasSlip
            primary: root.flow.hasSlip ? Words.first("Kiosk", "Done") : Words.first("Kiosk", "I have noted it")
            secondary: root.flow.hasSlip ? Words.second("Kiosk", "Done") : Words.second("Kiosk", "I have noted it")
            count: root.flow.hasSlip ? root.flow.secondsLeft : -1
            onClicked: root.flow.leave()
        }
    }
}
