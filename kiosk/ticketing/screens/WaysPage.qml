pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ticketing
import shared.ui.controls

// What to have ready, and which way suits: up to four ways of one size.
Errand {
    id: root

    required property KioskFlow flow
    required property WaysErrand ways
    readonly property var cards: ways.cardsShown
    readonly property bool isOnlyCounter: cards.length === 2 && cards[1].key === "missing"
    readonly property real room: 1728 - 720 - Theme.gap * (cards.length - 1)

    shown: flow.screen === "ways"
    symbol: ways.symbol
    service: ways.service
    question: isOnlyCounter ? Words.first("Kiosk", "Do you have it all?") : Words.first("Kiosk", "Which way suits you?")
    questionSecond: isOnlyCounter ? Words.second("Kiosk", "Do you have it all?") : Words.second("Kiosk", "Which way suits you?")

    HaveReady {
        x: Theme.margin
        y: root.belowService
        documents: root.ways.documents
        lacking: root.ways.lacking
    }

    Column {
        x: Theme.margin
        y: 720
        spacing: Theme.gap

        Repeater {
            model: root.cards

            WayCard {
                required property var modelData

                objectName: "way-" + modelData.key
                width: 984
                height: Math.min(312, root.room / root.cards.length)
                card: modelData
                down: root.flow.askingFor === modelData.key ? true : undefined
                onClicked: root.ways.choose(modelData.key)
            }
        }
    }
}
