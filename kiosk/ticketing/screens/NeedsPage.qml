pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ticketing
import shared.ui.controls

// What else is to be done on the same ticket.
Errand {
    id: root

    required property KioskFlow flow
    required property WaysErrand ways
    required property NeedsErrand needs

    shown: flow.screen === "needs"
    symbol: ways.symbol
    service: ways.service
    question: Words.first("Kiosk", "What else?")
    questionSecond: Words.second("Kiosk", "What else?")

    Column {
        x: Theme.margin
        y: 720
        spacing: 14

        Repeater {
            model: root.needs.services

            ChoiceRow {
                required property var modelData

                objectName: "need-" + modelData.key
                symbol: modelData.symbol
                checked: root.needs.chosen.includes(modelData.key)
                primary: Words.firstOf(modelData.name)
                secondary: Words.secondOf(modelData.name)
                onClicked: root.needs.toggle(modelData.key)
            }
        }
    }

    SecondaryButton {
        objectName: "moreNeedsButton"
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.largeType ? 22 : 32
        width: 480
        visible: root.needs.hasMore
        primary: Words.first("Kiosk", "Others")
        secondary: Words.second("Kiosk", "Others")
        onClicked: root.needs.more()
    }

    PrimaryButton {
        objectName: "needsDone"
        x: root.needs.hasMore ? Theme.margin + 504 : Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.largeType ? 22 : 32
        width: root.needs.hasMore ? 480 : 984
        primary: Words.first("Kiosk", "That is all")
        secondary: Words.second("Kiosk", "That is all")
        onClicked: root.flow.back()
    }
}
