import QtQuick
import shared.ui.controls

// The head of every surface: the bank's mark, bank, branch; on the right the day and the clock.
Item {
    id: root

    required property string bank
    property string branch: ""
    property string day: ""
    property string clock: ""
    property string symbol: "account_balance"
    // Where bank and branch do not fit beside each other, the branch stands beneath.
    readonly property real textX: mark.x + mark.width + Theme.grid * 2.5
    readonly property real besideX: textX + bankWidth.advanceWidth + Theme.headerText * 0.6
    readonly property bool isStacked: branchWidth.advanceWidth > times.x - besideX - Theme.gap
    readonly property real stackOffset: Theme.headerText * 0.58

    implicitWidth: 1080
    implicitHeight: Theme.headerHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: [bank, branch, day, clock].filter(part => part !== "").join(" ")

    Rectangle {
        id: mark

        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.mark
        height: Theme.mark
        radius: Theme.grid
        color: Theme.accent

        Icon {
            anchors.centerIn: parent
            name: root.symbol
            size: Theme.mark * 0.7
            color: Theme.onAccent
        }
    }

    BilingualText {
        anchors.left: mark.right
        anchors.leftMargin: Theme.grid * 2.5
        anchors.right: times.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: root.isStacked ? -root.stackOffset : 0
        primary: root.bank
        inline: true
        primarySize: Theme.headerText
    }

    Text {
        // Its own text, not the second language: the branch is shown in large type as well.
        x: root.isStacked ? root.textX : root.besideX
        width: times.x - x - Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: root.isStacked ? root.stackOffset : 0
        text: root.branch
        color: Theme.text2
        font.family: Theme.fontFamily
        font.pixelSize: Theme.headerText
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }

    TextMetrics {
        id: bankWidth

        text: root.bank
        font.family: Theme.fontFamily
        font.pixelSize: Theme.headerText
        font.bold: true
    }

    TextMetrics {
        id: branchWidth

        text: root.branch
        font.family: Theme.fontFamily
        font.pixelSize: Theme.headerText
    }

    Row {
        id: times

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Text {
            y: clockText.baselineOffset - baselineOffset
            text: root.day
            color: Theme.text2
            font.family: Theme.fontFamily
            font.pixelSize: Theme.headerText
            textFormat: Text.PlainText
        }

        Text {
            id: clockText

            text: root.clock
            color: Theme.text
            font.family: Theme.fontFamily
            font.pixelSize: Theme.clockText
            font.bold: true
            textFormat: Text.PlainText
        }
    }
}
