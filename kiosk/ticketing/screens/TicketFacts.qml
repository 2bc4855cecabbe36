pragma ComponentBehavior: Bound
import QtQuick
import shared.ui.controls

// What is known of the ticket: who is ahead, since when, for what, and what to have ready.
Card {
    id: root

    required property var ticket
    readonly property real divide: !Theme.largeType ? 524 : hasTurn ? 580 : 496
    readonly property string ready: Words.firstOf(ticket.ready)
    // Who is ahead is not known of a ticket that the kiosk gave by itself; a notice has the time.
    readonly property bool isOwn: ticket.isOwn ?? false
    // When it is called, where that was worked out; else when it was taken.
    readonly property bool hasTurn: (ticket.turnAt ?? "") !== ""

    width: 984
    height: facts.y + facts.height + 14

    readonly property real factHeight: isOwn ? 0 : Theme.largeType ? 120 : 226

    // A caption and a large figure; in large type beside each other, as the panel is no taller.
    component Fact: Item {
        id: fact

        required property string primary
        property string secondary: ""
        required property string figure
        property string unit: ""
        readonly property string spoken: primary + ": " + figure + " " + unit
        readonly property real figureSize: Theme.largeType ? 84 : Theme.figure
        readonly property real captionSize: Theme.largeType ? Theme.small : Theme.caption

        height: root.factHeight

        BilingualText {
            id: caption

            y: Theme.largeType ? value.y + value.baselineOffset - height * 0.76 : 14
            inline: true
            width: fact.width
            primary: fact.primary
            secondary: fact.secondary
            primarySize: fact.captionSize
            secondarySize: fact.captionSize
            bold: false
        }

        Text {
            id: value

            x: Theme.largeType ? caption.implicitWidth + Theme.gap : 0
            y: fact.height - height - (Theme.largeType ? 0 : -Theme.grid)
            text: fact.figure
            color: Theme.text
            font.family: Theme.fontFamily
            font.pixelSize: fact.figureSize
            font.bold: true
            textFormat: Text.PlainText
        }

        Text {
            // Without room for the unit (three digits in large type) the caption says enough.
            visible: x + implicitWidth <= fact.width
            anchors.baseline: value.baseline
            x: value.x + value.width + Theme.grid * 2
            text: fact.unit
            color: Theme.text
            font.family: Theme.fontFamily
            font.pixelSize: fact.figureSize / 2
            font.bold: true
            textFormat: Text.PlainText
        }
    }

    Fact {
        objectName: root.hasTurn ? "turn" : "ahead"
        x: 34
        visible: !root.isOwn
        width: root.divide - 34 - 12
        primary: root.hasTurn ? Words.first("Kiosk", "Your turn") : Words.first("Kiosk", "Ahead")
        secondary: root.hasTurn ? Words.second("Kiosk", "Your turn") : Words.second("Kiosk", "Ahead")
        figure: root.hasTurn ? root.ticket.turnAt : root.ticket.ahead ?? ""
        unit: root.hasTurn ? "" : root.ticket.ahead === 1 ? Words.first("Kiosk", "person") : Words.first("Kiosk", "people")
    }

    Rectangle {
        x: root.divide
        visible: !root.isOwn
        width: Theme.border
        height: line.y
        color: Theme.outline
    }

    Fact {
        objectName: root.hasTurn ? "ahead" : "arrived"
        x: root.divide + 34
        visible: !root.isOwn
        width: 984 - x - 20
        primary: root.hasTurn ? Words.first("Kiosk", "Ahead") : Words.first("Kiosk", "Arrived")
        secondary: root.hasTurn ? Words.second("Kiosk", "Ahead") : Words.second("Kiosk", "Arrived")
        figure: root.hasTurn ? root.ticket.ahead ?? "" : root.ticket.arrivedAt ?? ""
        unit: !root.hasTurn ? "" : root.ticket.ahead === 1 ? Words.first("Kiosk", "person") : Words.first("Kiosk", "people")
    }

    Rectangle {
        id: line

        y: root.factHeight
        visible: !root.isOwn
        width: parent.width
        height: Theme.border
        color: Theme.outline
    }

    Column {
        id: facts

        x: 34
        y: line.y + 14
        width: 984 - 68

        BilingualText {
            objectName: "turnBy"
            width: parent.width
            visible: root.hasTurn
            height: visible ? implicitHeight : 0
            maximumLines: 1
            primary: Words.first("Kiosk", "By %1, 9 times in 10", [root.ticket.turnBy])
            secondary: Words.second("Kiosk", "By %1, 9 times in 10", [root.ticket.turnBy])
        }

        BilingualText {
            objectName: "service"
            width: parent.width
            inline: true
            primary: Words.firstOf(root.ticket.service)
            secondary: Words.secondOf(root.ticket.service)
        }

        BilingualText {
            objectName: "haveReady"
            width: parent.width
            // The ways said it before, and the slip has it as well; with the notice there is no room for it in large type.
            visible: root.ready !== "" && !root.hasTurn && !(root.isOwn && Theme.largeType)
            height: visible ? implicitHeight : 0
            bold: false
            primary: Words.first("Kiosk", "Have ready: %1", [root.ready])
            secondary: Words.second("Kiosk", "Have ready: %1", [Words.secondOf(root.ticket.ready)])
            maximumLines: 2
        }
    }
}
