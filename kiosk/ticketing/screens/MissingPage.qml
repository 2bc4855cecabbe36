pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ticketing
import shared.ui.controls

// Which of the documents is not at hand; then the ways that are left.
Errand {
    id: root

    required property KioskFlow flow
    required property WaysErrand ways

    shown: flow.screen === "missing"
    symbol: ways.symbol
    service: ways.service
    question: Words.first("Kiosk", "What is missing?")
    questionSecond: Words.second("Kiosk", "What is missing?")

    Column {
        x: Theme.margin
        y: 720
        spacing: 14

        Repeater {
            model: root.ways.documents

            ChoiceRow {
                required property var modelData

                objectName: "document-" + modelData.key
                symbol: modelData.symbol
                markedSymbol: "close"
                checked: root.ways.lacking.includes(modelData.key)
                primary: checked ? Words.first("Kiosk", "Missing: %1", [Words.firstOf(modelData.name)]) : Words.firstOf(modelData.name)
                secondary: checked ? "" : Words.secondOf(modelData.name)
                onClicked: root.ways.toggle(modelData.key)
            }
        }
    }

    PrimaryButton {
        objectName: "goOnButton"
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.largeType ? 22 : 32
        width: 984
        enabled: root.ways.lacking.length > 0
        primary: Words.first("Kiosk", "See the ways")
        secondary: Words.second("Kiosk", "See the ways")
        onClicked: root.ways.goOn()
    }
}
