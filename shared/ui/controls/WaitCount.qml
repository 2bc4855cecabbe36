import QtQuick
import shared.ui.controls

// How many people wait and how many counters are open: said before anything is asked.
// primary and secondary may be replaced (rush hour, closing).
Card {
    id: root

    required property int waiting
    required property int openCounters
    property string primary: Words.first("WaitCount", "%1 waiting, %n counters open", [waiting], openCounters)
    property string secondary: Words.second("WaitCount", "%1 waiting, %n counters open", [waiting], openCounters)
    property string symbol: "group"

    soft: true
    color: Theme.largeType ? "transparent" : Theme.accentSoft
    border.width: 0
    implicitWidth: 984
    implicitHeight: Theme.largeType ? words.implicitHeight : 172 * Theme.scale
    Accessible.role: Accessible.StaticText
    Accessible.name: secondary === "" ? primary : primary + ", " + secondary

    Icon {
        id: people

        anchors.left: parent.left
        anchors.leftMargin: 36 * Theme.scale
        anchors.verticalCenter: parent.verticalCenter
        name: Theme.largeType ? "" : root.symbol
        size: 64 * Theme.scale
        color: Theme.accent
    }

    BilingualText {
        id: words

        anchors.left: Theme.largeType ? parent.left : people.right
        anchors.leftMargin: Theme.largeType ? 0 : 28 * Theme.scale
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        primary: root.primary
        secondary: root.secondary
        primarySize: Theme.largeType ? Theme.body : 54 * Theme.scale
        secondarySize: Theme.caption
        bold: !Theme.largeType
    }
}
