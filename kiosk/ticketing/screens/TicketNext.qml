import QtQuick
import kiosk.ticketing
import shared.ui.controls

// The code for the phone, and what to do now: sit, or go to the counter that is calling already.
Item {
    id: root

    required property KioskFlow flow
    // Smaller where a notice needs the room; 70 mm still reads well from a step away.
    readonly property real codeSize: Theme.largeType || !flow.hasSlip ? 282 : 312
    readonly property var ticket: flow.ticket
    // The page behind the code opens only when a server knows the ticket.
    readonly property bool isLater: !flow.isOnline || isOwn
    readonly property bool isOwn: ticket.isOwn ?? false
    readonly property bool isCalled: Words.firstOf(flow.calledTo) !== ""

    width: 984
    height: code.height

    Rectangle {
        id: code

        width: root.codeSize + 22
        height: width
        radius: Theme.radius
        color: "white" // a code is read on white in every scheme
        border.width: Theme.border
        border.color: Theme.outline

        Image {
            objectName: "qr"
            anchors.centerIn: parent
            width: root.codeSize
            height: width
            fillMode: Image.PreserveAspectFit
            smooth: false
            cache: false // the address of a customer's page stays nowhere
            source: root.ticket.phoneUrl ? "image://qr/" + encodeURIComponent(root.ticket.phoneUrl) : ""
            sourceSize: Qt.size(1248, 1248)
            Accessible.role: Accessible.Graphic
            Accessible.name: Words.first("Kiosk", "Scan to follow outside")
        }
    }

    Column {
        anchors.left: code.right
        anchors.leftMargin: Theme.gap * 2
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: !Theme.largeType ? Theme.gap : Language.current === "en" ? 0 : 20

        NextStep {
            objectName: "whatNext"
            width: parent.width
            visible: root.flow.isOnline || root.isOwn
            symbol: root.isCalled ? "notifications" : "chair_alt"
            primary: root.isCalled ? Words.first("Kiosk", "Please go to %1", [Words.firstOf(root.flow.calledTo)]) : Words.first("Kiosk", "Take a seat, we call you")
            secondary: root.isCalled ? Words.second("Kiosk", "Please go to %1", [Words.secondOf(root.flow.calledTo)]) : Words.second("Kiosk", "Take a seat, we call you")
        }

        NextStep {
            objectName: "aheadThen"
            width: parent.width
            visible: !root.flow.isOnline && !root.isOwn
            symbol: "schedule"
            primary: Words.first("Kiosk", "%1 ahead at %2", [root.ticket.ahead, root.ticket.arrivedAt])
            secondary: Words.second("Kiosk", "%1 ahead at %2", [root.ticket.ahead, root.ticket.arrivedAt])
        }

        NextStep {
            width: parent.width
            visible: code.visible
            isQuiet: root.isLater
            symbol: "mobile"
            primary: !root.isLater ? Words.first("Kiosk", "Scan to follow outside") : Words.first("Kiosk", "Scan when back online")
            secondary: !root.isLater ? Words.second("Kiosk", "Scan to follow outside") : Words.second("Kiosk", "Scan when back online")
        }
    }
}
