import QtQuick
import kiosk.ticketing
import shared.ui.controls

// The number, as large as it goes; it is valid whether or not it prints.
Page {
    id: root

    required property KioskFlow flow
    required property SlipPrinter printer
    required property AccessModes access
    // Two or three buttons share the row.
    readonly property real share: (984 - Theme.gap * (shownButtons - 1)) / shownButtons
    // Three of them have room for short words only.
    readonly property bool isNarrow: shownButtons === 3
    readonly property int shownButtons: 1 + (access.canNote ? 1 : 0) + (flow.hasSlip ? 0 : 1)
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
            width: root.share
            stacked: true
            primary: root.isNarrow ? Words.first("Kiosk", "Write it") : Words.first("Kiosk", "Have it written")
            secondary: root.isNarrow ? Words.second("Kiosk", "Write it") : Words.second("Kiosk", "Have it written")
            onClicked: root.flow.askHelp()
        }

        SecondaryButton {
            objectName: "hearingButton"
            visible: root.access.canNote
            width: root.share
            stacked: root.isNarrow
            symbol: root.access.isVisual ? "check" : root.isNarrow ? "" : "volume_off"
            primary: root.access.isVisual ? root.isNarrow ? Words.first("Kiosk", "We come") : Words.first("Kiosk", "We come to you") : root.isNarrow ? Words.first("Kiosk", "Can't hear") : Words.first("Kiosk", "Hard of hearing")
            secondary: !root.isNarrow ? "" : root.access.isVisual ? Words.second("Kiosk", "We come") : Words.second("Kiosk", "Can't hear")
            onClicked: root.access.swapVisual()
        }

        PrimaryButton {
            objectName: "doneButton"
            width: root.share
            stacked: !root.flow.hasSlip
            primary: root.flow.hasSlip ? Words.first("Kiosk", "Done") : root.isNarrow ? Words.first("Kiosk", "Noted it") : Words.first("Kiosk", "I have noted it")
            secondary: root.flow.hasSlip ? Words.second("Kiosk", "Done") : root.isNarrow ? Words.second("Kiosk", "Noted it") : Words.second("Kiosk", "I have noted it")
            count: root.flow.hasSlip ? root.flow.secondsLeft : -1
            onClicked: root.flow.leave()
        }
    }
}
