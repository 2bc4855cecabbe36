pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ticketing
import shared.ui.controls

// Five days, twelve places: full times stay where they are; the button repeats what was chosen.
Errand {
    id: root

    required property KioskFlow flow
    required property SlotsErrand slots
    readonly property string both: Theme.largeType || !Language.bilingual ? "" : " "

    // A word in both languages on one line, as on a place that is taken.
    function twice(primary: string, secondary: string): string {
        return both === "" || secondary === "" ? primary : primary + both + secondary;
    }

    shown: flow.screen === "slots"
    symbol: slots.symbol
    service: slots.service
    question: Words.first("Kiosk", "Pick a time")
    questionSecond: Words.second("Kiosk", "Pick a time")

    Card {
        x: Theme.margin
        y: root.belowService
        width: 984
        height: facts.height + 32
        soft: true

        Column {
            id: facts

            x: 32
            y: 16

            Repeater {
                model: root.slots.facts

                Row {
                    id: fact

                    required property var modelData

                    spacing: 24

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: fact.modelData.symbol
                        size: 52
                        color: Theme.accent
                    }

                    BilingualText {
                        width: 984 - 64 - 76
                        inline: true
                        primary: Words.firstOf(fact.modelData.words)
                        secondary: Words.secondOf(fact.modelData.words)
                        primarySize: 44
                        secondarySize: 42
                    }
                }
            }
        }
    }

    Row {
        x: Theme.margin
        y: 720
        spacing: 16

        Repeater {
            model: root.slots.days

            SlotButton {
                required property var modelData

                objectName: "day-" + modelData.key
                width: 184
                height: 144
                enabled: !modelData.isOver
                checked: root.slots.day === modelData.key
                isSoft: true
                primarySize: Theme.largeType ? 52 : 46
                primary: Words.firstOf(modelData.name)
                secondary: root.twice(Words.firstOf(modelData.date), Words.secondOf(modelData.name))
                reason: root.twice(Words.first("Kiosk", "none"), Words.second("Kiosk", "none"))
                onClicked: root.slots.chooseDay(modelData.key)
            }
        }
    }

    Grid {
        x: Theme.margin
        y: 904
        columns: 3
        columnSpacing: 20
        rowSpacing: 20

        Repeater {
            model: root.slots.times

            SlotButton {
                required property var modelData

                objectName: "time-" + modelData.text
                width: 315
                height: 136
                enabled: !modelData.isFull
                checked: root.slots.time === modelData.key
                primary: modelData.text
                reason: root.twice(Words.first("Kiosk", "full"), Words.second("Kiosk", "full"))
                onClicked: root.slots.chooseTime(modelData.key)
            }
        }

        SlotButton {
            objectName: "moreButton"
            width: 315
            height: 136
            isLink: true
            primarySize: Theme.largeType ? 50 : 46
            primary: root.slots.moreKind === "times" ? Words.first("Kiosk", "Later times") : Words.first("Kiosk", "More days")
            secondary: Theme.largeType ? "" : root.slots.moreKind === "times" ? Words.second("Kiosk", "Later times") : Words.second("Kiosk", "More days")
            onClicked: root.slots.more()
        }
    }

    PrimaryButton {
        readonly property string at: Words.firstOf(root.slots.choice)
        readonly property string atSecond: Words.secondOf(root.slots.choice)

        objectName: "bookButton"
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.largeType ? 22 : 32
        width: 984
        enabled: at !== ""
        primary: at === "" ? Words.first("Kiosk", "Choose a time first") : root.slots.isMoving ? Words.first("Kiosk", "Move to %1", [at]) : Words.first("Kiosk", "Book %1", [at])
        secondary: at === "" ? Words.second("Kiosk", "Choose a time first") : root.slots.isMoving ? Words.second("Kiosk", "Move to %1", [atSecond]) : Words.second("Kiosk", "Book %1", [atSecond])
        onClicked: root.slots.confirm()
    }
}
