import QtQuick
import kiosk.ticketing
import shared.ui.controls

// A question, its tiles, and the priority row that changes the ticket whatever the tile.
Page {
    id: root

    required property KioskFlow flow
    required property LobbyFace lobby
    required property var tiles
    required property var waitingBy
    property string question
    property string questionSecond
    property bool isSlow: false
    readonly property bool isAsking: flow.askingFor !== ""

    onIsAskingChanged: isSlow = false

    WaitCount {
        objectName: "waitCount"
        x: Theme.margin
        y: Theme.largeType ? 160 : 152
        width: 984
        visible: root.lobby.isCurrent && !root.flow.isKnown
        waiting: root.lobby.waiting
        openCounters: root.lobby.openCounters
        primary: root.lobby.isRush ? Words.first("Kiosk", "Busy now: %1 waiting", [waiting]) : Words.first("Kiosk", "%1 waiting, %n counters open", [waiting], openCounters)
        secondary: root.lobby.isRush ? Words.second("Kiosk", "Busy now: %1 waiting", [waiting]) : Words.second("Kiosk", "%1 waiting, %n counters open", [waiting], openCounters)
    }

    // A card was recognised; whose it is and what it brings is not for those who stand around.
    Notice {
        objectName: "knownNotice"
        x: Theme.margin
        y: Theme.largeType ? 148 : 168
        width: 984
        visible: root.lobby.isCurrent && root.flow.isKnown
        tone: "positive"
        primary: Words.first("Kiosk", "Recognised. Choose a service")
        secondary: Words.second("Kiosk", "Recognised. Choose a service")
    }

    // Nobody knows who waits now; what matters is that a ticket counts all the same.
    Notice {
        objectName: "ownNotice"
        x: Theme.margin
        y: Theme.largeType ? 148 : 168
        width: 984
        visible: !root.lobby.isCurrent
        tone: "neutral"
        symbol: "cloud_off"
        primary: Words.first("Kiosk", "Server away, tickets count")
        secondary: Words.second("Kiosk", "Server away, tickets count")
    }

    BilingualText {
        objectName: "question"
        x: Theme.margin - 4
        width: 984
        anchors.bottom: grid.top
        anchors.bottomMargin: Theme.largeType ? 0 : 16
        visible: !slowNotice.visible
        primary: root.question
        secondary: root.questionSecond
        primarySize: Theme.question
        secondarySize: Theme.questionSecond
        maximumLines: 2
    }

    Notice {
        id: slowNotice

        objectName: "slowNotice"
        x: Theme.margin
        anchors.bottom: grid.top
        anchors.bottomMargin: Theme.gap
        visible: root.isSlow && root.isAsking
        primary: Words.first("Kiosk", "Getting your number")
        secondary: Words.second("Kiosk", "Getting your number")
    }

    TileGrid {
        id: grid

        x: Theme.margin
        y: 712 // nothing that can be touched lies above this line
        kiosk: root.flow
        isOpen: root.lobby.isOpen
        tiles: root.tiles
        waitingBy: root.waitingBy
        isCurrent: root.lobby.isCurrent
        isRush: root.lobby.isRush
    }

    PriorityRow {
        objectName: "priorityRow"
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.largeType ? 22 : 32
        width: 984
        visible: root.lobby.hasPriority && root.lobby.isOpen
        checkable: false
        checked: root.flow.isPriority
        primary: Words.firstOf(root.lobby.priorityName)
        secondary: Words.secondOf(root.lobby.priorityName)
        detail: Words.firstOf(root.lobby.priorityHint)
        onClicked: root.flow.togglePriority()
    }

    // A quick server needs no words; a slow one must not look dead.
    Timer {
        interval: 400
        repeat: true
        running: root.isAsking
        onTriggered: root.isSlow = true
    }
}
