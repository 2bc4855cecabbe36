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
        primary: root.bank
        inline: true
        primarySize: Theme.headerText
    }

    Text {
        // Its own text, not the second language: the branch is shown in large type as well.
        x: mark.x + mark.width + Theme.grid * 2.5 + bankWidth.advanceWidth + Theme.headerText * 0.6
        width: times.x - x - Theme.gap
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: root.branch
        color: Theme.text2
        font.family: Theme.fontFamily
        font.pixelSize: Theme.headerText
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 28
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
