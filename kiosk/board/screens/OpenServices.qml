pragma ComponentBehavior: Bound

import QtQuick
import shared.ui.controls

// What can be had during an incident, and what cannot. Chinese fits into one line, English may take
// a second one.
Column {
    id: root

    required property var incident
    readonly property bool chinese: Language.current === "zh"

    spacing: 16

    component Words2: Text {
        property bool wraps: false

        font.family: Theme.fontFamily
        wrapMode: wraps ? Text.Wrap : Text.NoWrap
        fontSizeMode: wraps ? Text.FixedSize : Text.HorizontalFit
        minimumPixelSize: 28
        maximumLineCount: wraps ? 2 : 1
        lineHeight: lineCount > 1 ? 0.8 : 1
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }

    component Line: Item {
        id: line

        required property string sign
        required property color ink
        required property string primary
        required property string secondary

        width: root.width
        height: second.y + (second.visible ? second.height : 0)

        Icon {
            y: 6
            name: line.sign
            size: 60
            color: line.ink
        }

        Words2 {
            id: first

            x: 92
            width: line.width - x
            text: line.primary
            color: Theme.text
            font.pixelSize: 46
            font.bold: true
            wraps: !root.chinese
        }

        Words2 {
            id: second

            x: 92
            y: first.height - 10
            width: line.width - x
            visible: line.secondary !== ""
            text: line.secondary
            color: Theme.text2
            font.pixelSize: 34
            wraps: root.chinese
        }
    }

    Line {
        objectName: "open"
        visible: Words.firstOf(root.incident.openServices) !== ""
        sign: "check"
        ink: Theme.positive
        primary: Words.first("Board", "Open: %1", [Words.firstOf(root.incident.openServices)])
        secondary: Words.second("Board", "Open: %1", [Words.secondOf(root.incident.openServices)])
    }

    Line {
        objectName: "shut"
        sign: "close"
        ink: Theme.danger
        primary: Words.first("Board", "Not now: %1", [Words.firstOf(root.incident.shutServices)])
        secondary: Words.second("Board", "Not now: %1", [Words.secondOf(root.incident.shutServices)])
    }
}
