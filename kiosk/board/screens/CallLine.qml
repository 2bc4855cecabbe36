import QtQuick
import shared.ui.controls

// One call: a ticket's number and the counter's, or the name of a place in both languages.
Item {
    id: root

    required property string number
    required property string counter
    required property var place
    property bool calling: false
    property bool stacked: false
    property real capital: calling ? 194 : 157
    readonly property bool hasName: Words.firstOf(place) !== ""

    function flash(): void {
        row.flash();
    }

    implicitHeight: row.implicitHeight

    CallRow {
        id: row

        anchors.fill: parent
        number: root.number
        calling: root.calling
        stacked: root.stacked
        capital: root.capital
        counter: root.hasName ? "" : root.counter
        primary: root.hasName ? "" : Words.first("CallRow", "Counter")
        secondary: root.hasName ? "" : Words.second("CallRow", "Counter")
        Accessible.name: root.number + " " + (root.hasName ? Words.firstOf(root.place) : primary + " " + root.counter)
    }

    BilingualText {
        visible: root.hasName
        x: row.counterX - (row.compact ? 12 : 0)
        width: root.width - x - (row.compact ? 16 : 24)
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: row.below
        primary: Words.firstOf(root.place)
        secondary: Words.secondOf(root.place)
        primarySize: row.compact ? 42 : root.stacked ? 0.62 * root.capital : Math.min(root.calling ? 108 : 92, 0.7 * root.capital)
        secondarySize: row.compact ? 30 : root.stacked ? 0.36 * root.capital : Math.min(root.calling ? 60 : 50, 0.4 * root.capital)
        maximumLines: row.compact ? 2 : 1
        primaryColor: row.ink
        secondaryColor: row.ink2
    }
}
