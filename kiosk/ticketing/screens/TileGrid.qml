pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ticketing
import shared.ui.controls

// Up to six tiles in two columns, each with the people who wait for it now.
Grid {
    id: root

    required property KioskFlow kiosk
    required property bool isOpen
    required property var tiles
    required property var waitingBy
    required property bool isCurrent
    property bool isRush: false

    columns: 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.largeType ? 20 : Theme.gap

    Repeater {
        model: root.tiles

        BigTile {
            required property var modelData
            readonly property int waiting: root.waitingBy[modelData.key] ?? 0
            // Minutes where a forecast says so, else how many wait.
            readonly property int minutes: root.isCurrent ? root.kiosk.waits[modelData.key] ?? 0 : 0

            objectName: "tile-" + modelData.key
            width: (984 - Theme.gap) / 2
            // Lowered, two rows of them fit between a seated person's reach and the bar.
            height: Theme.lowered && !Theme.largeType ? 250 : Theme.tileHeight
            enabled: root.isOpen
            // The tile stays pressed until its number is there.
            down: root.kiosk.askingFor === modelData.key ? true : undefined
            symbol: modelData.icon
            primary: Words.firstOf(modelData.name)
            // In a rush one language has to do: fewer words are read sooner.
            secondary: root.isRush ? "" : Words.secondOf(modelData.name)
            readonly property string clock: root.isRush && minutes > 0 ? root.kiosk.clockTimes[modelData.key] ?? "" : ""

            waitSymbol: clock !== "" ? "" : minutes > 0 ? "schedule" : "group"
            waitBefore: minutes > 0 ? Words.first("Kiosk", "about") : ""
            wait: clock !== "" ? clock : minutes > 0 ? minutes : root.isCurrent && waiting > 0 ? waiting : ""
            waitAfter: !root.isCurrent || clock !== "" ? "" : minutes > 0 ? Words.first("Kiosk", "min") : waiting > 0 ? Words.first("Kiosk", "waiting") : Words.first("Kiosk", "no queue")
            reason: Words.first("Kiosk", "closed now")
            onClicked: root.kiosk.choose(modelData.key)
        }
    }
}
