import QtQuick
import kiosk.ticketing
import shared.ui.controls

// Nobody touched anything for a while: one touch anywhere keeps everything, else it is wiped.
Rectangle {
    id: root

    required property KioskFlow flow
    // Nothing beneath can be touched or need be read meanwhile (the self-test asks).
    readonly property bool isModal: true

    color: "#99000000"
    visible: flow.idleSecondsLeft >= 0

    // Takes the touch, so that no tile beneath is chosen by it.
    MouseArea {
        anchors.fill: parent
        onClicked: root.flow.stay()
    }

    Card {
        x: Theme.margin
        y: Theme.lowered ? Math.max(Theme.touchZoneTop, Theme.reachTop - button.y) : Theme.touchZoneTop
        width: 984
        height: words.implicitHeight + button.height + 3 * 56

        BilingualText {
            id: words

            objectName: "idleQuestion"
            x: 48
            y: 56
            width: parent.width - 96
            primary: Words.first("Kiosk", "Are you still there?")
            secondary: Words.second("Kiosk", "Are you still there?")
            primarySize: 88
            secondarySize: Theme.questionSecond
        }

        PrimaryButton {
            id: button

            objectName: "stillHereButton"
            x: 48
            y: words.y + words.implicitHeight + 56
            width: parent.width - 96
            primary: Words.first("Kiosk", "I am still here")
            secondary: Words.second("Kiosk", "I am still here")
            count: root.flow.idleSecondsLeft
            onClicked: root.flow.stay()
        }
    }
}
