pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ticketing
import shared.ui.controls

// The machine in the hands of staff: how it is, the newest slips, out of order, test, restart, end.
Page {
    id: root

    required property KioskFlow flow
    required property StaffErrand staff
    readonly property bool isWell: staff.printer === ""
    readonly property bool hasNote: Words.firstOf(staff.note) !== ""

    shown: flow.screen === "staff"

    Column {
        x: Theme.margin
        y: Theme.headerHeight + 16
        width: 984
        spacing: Theme.largeType ? 8 : 24

        BilingualText {
            objectName: "question"
            width: parent.width
            primary: Words.first("Kiosk", "Staff: %1", [root.staff.name])
            primarySize: 80
            maximumLines: 1
        }

        NextStep {
            objectName: "serverState"
            width: parent.width
            symbol: root.flow.isOnline ? "wifi" : "wifi_off"
            primary: root.flow.isOnline ? Words.first("Kiosk", "Server in contact") : Words.first("Kiosk", "Server away")
        }

        NextStep {
            objectName: "printerState"
            width: parent.width
            symbol: "print"
            primary: root.isWell ? Words.first("Kiosk", "Printer and paper well") : Words.first("Kiosk", "Printer: %1", [root.printerWords()])
        }

        NextStep {
            objectName: "orderState"
            width: parent.width
            symbol: root.staff.isOutOfOrder ? "warning" : "check"
            primary: root.staff.isOutOfOrder ? Words.first("Kiosk", "Out of order: no tickets here") : Words.first("Kiosk", "In use")
        }

        NextStep {
            objectName: "staffNote"
            width: parent.width
            visible: root.hasNote
            symbol: "info"
            primary: Words.firstOf(root.staff.note)
        }
    }

    function printerWords(): string {
        return ({
                "printer_near_end": Words.first("Devices", "paper ends soon"),
                "printer_paper_out": Words.first("Devices", "no paper"),
                "printer_cover_open": Words.first("Devices", "printer cover open"),
                "printer_offline": Words.first("Devices", "printer away"),
                "printer_mute": Words.first("Devices", "printer tells nothing"),
                "printer_missing": Words.first("Devices", "no printer"),
                "printer_unknown": Words.first("Devices", "printer silent")
            })[root.staff.printer] ?? Words.first("Devices", "printer fault");
    }

    Column {
        x: Theme.margin
        y: 720

        Repeater {
            model: root.staff.recent

            RecentPrintRow {
                required property var modelData

                slip: modelData
                onAgain: root.staff.reprint(modelData.ticket)
            }
        }
    }

    Grid {
        x: Theme.margin
        y: Theme.largeType ? 1164 : 1120
        columns: 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        SecondaryButton {
            objectName: "orderButton"
            width: 480
            height: 168
            stacked: true
            primary: root.staff.isOutOfOrder ? Words.first("Kiosk", "Back in use") : Words.first("Kiosk", "Out of order")
            secondary: root.staff.isOutOfOrder ? Words.second("Kiosk", "Back in use") : Words.second("Kiosk", "Out of order")
            onClicked: root.staff.swapOutOfOrder()
        }

        SecondaryButton {
            objectName: "testButton"
            width: 480
            height: 168
            stacked: true
            primary: Words.first("Kiosk", "Test the panel")
            secondary: Words.second("Kiosk", "Test the panel")
            onClicked: root.staff.testPanel()
        }

        SecondaryButton {
            objectName: "restartButton"
            width: 480
            height: 168
            stacked: true
            quiet: root.staff.armed !== "restart"
            primary: root.staff.armed === "restart" ? Words.first("Kiosk", "Touch again") : Words.first("Kiosk", "Restart")
            secondary: root.staff.armed === "restart" ? Words.second("Kiosk", "Touch again") : Words.second("Kiosk", "Restart")
            onClicked: root.staff.finish("restart")
        }

        SecondaryButton {
            objectName: "endButton"
            width: 480
            height: 168
            stacked: true
            quiet: root.staff.armed !== "end"
            primary: root.staff.armed === "end" ? Words.first("Kiosk", "Touch again") : Words.first("Kiosk", "End program")
            secondary: root.staff.armed === "end" ? Words.second("Kiosk", "Touch again") : Words.second("Kiosk", "End program")
            onClicked: root.staff.finish("end")
        }
    }

    PrimaryButton {
        objectName: "staffDoneButton"
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.largeType ? 22 : 32
        width: 984
        primary: Words.first("Kiosk", "Done")
        secondary: Words.second("Kiosk", "Done")
        onClicked: root.staff.done()
    }
}
