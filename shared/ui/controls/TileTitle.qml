import QtQuick
import shared.ui.controls

// The name on a tile: one line where it fits (a little smaller if need be), two where it stands
// alone and is long, as English names are.
BilingualText {
    id: root

    readonly property bool alone: !showsSecond
    readonly property real wanted: alone && !Theme.largeType ? Theme.tileTitle * 0.9 : Theme.tileTitle
    readonly property real room: width / Math.max(1, measured.advanceWidth)
    readonly property bool folded: alone && room < (Theme.largeType ? 0.65 : 0.9)

    primarySize: folded ? Math.min(wanted, Theme.tileTitle * (Theme.largeType ? 0.57 : 0.9)) : wanted * Math.min(1, room)
    secondarySize: Theme.tileSecond
    maximumLines: folded ? 2 : 1

    TextMetrics {
        id: measured

        text: root.primary
        font.family: Theme.fontFamily
        font.pixelSize: root.wanted
        font.bold: root.bold
    }
}
