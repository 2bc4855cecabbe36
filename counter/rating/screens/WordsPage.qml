import QtQuick
import shared.ui.controls

// A page of few words in the middle: an icon, one line in two languages, perhaps one above, one
// below.
Item {
    id: root

    required property string symbol
    required property string primary
    property string secondary: ""
    property string above: ""
    property string aboveSecond: ""
    property string below: ""
    property string belowSecond: ""

    Column {
        y: Math.max(Theme.headerHeight, (parent.height - height) / 2)
        width: parent.width
        spacing: Theme.gap

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 160
            height: width
            radius: width / 2
            color: Theme.accentSoft

            Icon {
                anchors.centerIn: parent
                name: root.symbol
                size: 96
                color: Theme.accent
            }
        }

        BilingualText {
            visible: root.above !== ""
            width: parent.width
            primary: root.above
            secondary: root.aboveSecond
            primarySize: Theme.noticeTitle
            secondarySize: Theme.small
            horizontalAlignment: Text.AlignHCenter
            bold: false
        }

        BilingualText {
            width: parent.width
            primary: root.primary
            secondary: root.secondary
            primarySize: 96
            secondarySize: Theme.noticeTitle
            horizontalAlignment: Text.AlignHCenter
        }

        BilingualText {
            visible: root.below !== ""
            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            primary: root.below
            secondary: root.belowSecond
            primarySize: Theme.body
            secondarySize: Theme.small
            horizontalAlignment: Text.AlignHCenter
            bold: false
        }
    }
}
