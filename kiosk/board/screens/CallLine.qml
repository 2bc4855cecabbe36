import QtQuick
import shared.ui.controls

// One call: a ticket's number and the counter's, or the name of a place in both languages.
Item {
    id: root

    required property string number
    required property string counter
    required property var place
    property bool calling: false
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
        counter: root.hasName ? "" : root.counter
        primary: root.hasName ? "" : Words.first("CallRow", "Counter")
        secondary: root.hasName ? "" : Words.second("CallRow", "Counter")
        Accessible.name: root.number + " " + (root.hasName ? Words.firstOf(root.place) : primary + " " + root.counter)
    }

    BilingualText {
        visible: root.hasName
        x: 852
        width: root.width - x - 24
        anchors.verticalCenter: parent.verticalCenter
        primary: Words.firstOf(root.place)
        secondary: Words.secondOf(root.place)
        primarySize: root.calling ? 108 : 92
        secondarySize: root.calling ? 60 : 50
        maximumLines: 1
        primaryColor: row.ink
        secondaryColor: row.ink2
    }
}
