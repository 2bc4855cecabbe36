import QtQuick
import kiosk.ticketing
import shared.ui.controls

// How the slip fares: on its way with progress, below in the slot, or a photo instead.
Item {
    id: root

    required property SlipPrinter printer
    property string noSlipFirst: Words.first("Kiosk", "Take a photo of your number")
    property string noSlipSecond: Words.second("Kiosk", "Take a photo of your number")
    readonly property bool isPrinting: printer.state === "printing"
    readonly property bool hasSlip: isPrinting || printer.state === "done"
    width: 984
    height: hasSlip ? strip.height : notice.height

    Notice {
        id: notice

        objectName: "noSlip"
        visible: !root.hasSlip
        width: parent.width
        tone: "warning"
        symbol: "print"
        primary: root.printer.state === "paper_out" ? Words.first("Kiosk", "Out of paper. Please take a photo") : root.printer.state === "failed" ? Words.first("Kiosk", "Cannot print. Please take a photo") : root.noSlipFirst
        secondary: root.printer.state === "paper_out" ? Words.second("Kiosk", "Out of paper. Please take a photo") : root.printer.state === "failed" ? Words.second("Kiosk", "Cannot print. Please take a photo") : root.noSlipSecond
    }

    Card {
        id: strip

        objectName: "slip"
        visible: root.hasSlip
        width: parent.width
        height: words.implicitHeight + 76
        soft: true

        Icon {
            id: sign

            x: 36
            anchors.verticalCenter: parent.verticalCenter
            name: root.isPrinting ? "print" : "check"
            size: 64
            color: Theme.accent
        }

        BilingualText {
            id: words

            x: 132
            y: 26
            width: 984 - 2 * x
            primary: root.isPrinting ? Words.first("Kiosk", "Printing. Take it below") : Words.first("Kiosk", "Take your ticket below")
            secondary: root.isPrinting ? Words.second("Kiosk", "Printing. Take it below") : Words.second("Kiosk", "Take your ticket below")
            maximumLines: 1
            primarySize: Theme.largeType ? Theme.body : 46
            secondarySize: Theme.body
        }

        Icon {
            anchors.right: parent.right
            anchors.rightMargin: 40
            anchors.verticalCenter: parent.verticalCenter
            name: "arrow_downward"
            size: 56
            color: Theme.accent
        }

        Rectangle {
            x: 132
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 28
            width: 984 - 2 * x
            height: 12
            radius: 6
            color: Theme.panel
            border.width: Theme.largeType ? Theme.border / 2 : 0

            Rectangle {
                objectName: "progress"
                width: parent.width * root.printer.share
                height: parent.height
                radius: 6
                color: Theme.accent
            }
        }
    }
}
