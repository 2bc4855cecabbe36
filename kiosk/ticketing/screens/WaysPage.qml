pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ticketing
import shared.ui.controls

// What to have ready, and which way suits: up to four ways of one size.
Errand {
    id: root

    required property KioskFlow flow
    required property WaysErrand ways
    required property NeedsErrand needs
    readonly property var cards: ways.cardsShown ?? []
    readonly property bool isOnlyCounter: cards.length === 2 && cards[1].key === "missing"
    // Four ways fill the page: who then wants more says so at the counter.
    readonly property bool hasExtras: cards.length < 4 && (needs.canAdd || needs.canBeTwo)
    readonly property real room: (hasExtras ? 1576 : 1728) - 720 - Theme.gap * (cards.length - 1)

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

    Row {
        x: Theme.margin
        y: 1600
        height: 128
        spacing: Theme.gap
        visible: root.hasExtras

        SecondaryButton {
            objectName: "moreButtonNeeds"
            width: 480
            height: 128
            visible: root.needs.canAdd
            quiet: root.needs.chosen.length === 0
            stacked: true
            primary: root.needs.chosen.length === 0 ? Words.first("Kiosk", "Anything else?") : Words.first("Kiosk", "Also: %1", [Words.firstOf(root.needs.names)])
            secondary: root.needs.chosen.length === 0 ? Words.second("Kiosk", "Anything else?") : Words.second("Kiosk", "Also: %1", [Words.secondOf(root.needs.names)])
            onClicked: root.needs.open()
        }

        SecondaryButton {
            objectName: "twoButton"
            width: 480
            height: 128
            visible: root.needs.canBeTwo
            quiet: !root.needs.isForTwo
            stacked: true
            symbol: root.needs.isForTwo ? "check" : ""
            primary: Words.first("Kiosk", "For two people")
            secondary: Words.second("Kiosk", "For two people")
            onClicked: root.needs.toggleTwo()
        }
    }
}
