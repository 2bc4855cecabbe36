import QtQuick
import shared.ui.controls

// The ticket number, as large as the panel allows, with a line above it that says what it is.
// valid turns that line green with a tick ("Your number is valid").
Item {
    id: root

    required property string number
    property string primary: ""
    property string secondary: ""
    property bool valid: false
    property real numberSize: Theme.number
    // Digits are 0.733 em high in a line box of 1.448 em: the empty parts are not laid out.
    readonly property real capital: numberSize * 0.733

    // Sign by sign, as it will be called.
    readonly property string spoken: (primary === "" ? "" : primary + ": ") + number.split("").join(" ")

    implicitWidth: 984
    implicitHeight: caption.implicitHeight + capital + Theme.gap * 2
    Accessible.role: Accessible.StaticText
    Accessible.name: (primary === "" ? "" : primary + " ") + number.split("").join(" ")

    Row {
        spacing: Theme.grid

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.valid ? "check" : ""
            size: Theme.caption * 1.3
            color: Theme.positive
        }

        BilingualText {
            id: caption

            inline: true
            primary: root.primary
            secondary: root.secondary
            primarySize: Theme.caption
            secondarySize: Theme.caption
            bold: root.valid
            primaryColor: root.valid ? Theme.positive : Theme.text
        }
    }

    Text {
        x: -root.numberSize * 0.005
        y: caption.implicitHeight + Theme.gap * 1.5 + root.capital - baselineOffset
        width: root.width
        text: root.number
        color: Theme.accent
        font.family: Theme.fontFamily
        font.pixelSize: root.numberSize
        font.bold: true
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 100
        textFormat: Text.PlainText
    }
}
