import QtQuick
import shared.ui.controls

// A slip of late: its number, when, how it ended, and once more.
Item {
    id: root

    required property var slip
    readonly property string fate: slip.fate ?? ""

    signal again

    width: 984
    height: Theme.largeType ? 144 : 120

    Icon {
        id: sign

        x: 16
        anchors.verticalCenter: parent.verticalCenter
        name: root.fate === "done" ? "check" : root.fate === "printing" ? "print" : "warning"
        size: 56
        color: root.fate === "done" || root.fate === "printing" ? Theme.positive : Theme.warning
    }

    BilingualText {
        x: 100
        width: 500
        anchors.verticalCenter: parent.verticalCenter
        maximumLines: 1
        primary: (root.slip.number ?? "") + "  " + (root.slip.at ?? "") + ((root.slip.copy ?? 1) > 1 ? "  " + Words.first("Kiosk", "Copy") : "")
        secondary: root.fate === "done" ? Words.first("Kiosk", "printed") : root.fate === "failed" ? Words.first("Kiosk", "not printed") : root.fate === "printing" ? Words.first("Kiosk", "printing") : Words.first("Kiosk", "nobody knows")
        primarySize: Theme.buttonText
        secondarySize: Theme.body
    }

    SecondaryButton {
        objectName: "again-" + (root.slip.number ?? "") + "-" + (root.slip.copy ?? 1)
        x: 984 - width
        width: 360
        height: parent.height - 8
        primary: Words.first("Kiosk", "Print again")
        onClicked: root.again()
    }
}
