import QtQuick
import kiosk.board
import shared.ui.controls

// The number that is called here, or that is being served.
Item {
    id: root

    required property CounterModel display
    required property color ink
    required property color ink2
    property bool calling: false

    Icon {
        id: sign

        x: 56
        y: 30
        name: root.calling ? "notifications" : root.display.isStale ? "schedule" : "person"
        size: 84
        color: root.ink
    }

    BilingualText {
        objectName: "said"
        x: 168
        y: 14
        width: root.width - x - 48
        primary: root.display.isStale ? Words.first("Board", "Last called") : root.calling ? Words.first("CounterDisplay", "Please come here") : Words.first("CounterDisplay", "Being served")
        secondary: root.display.isStale ? Words.second("Board", "Last called") : root.calling ? Words.second("CounterDisplay", "Please come here") : Words.second("CounterDisplay", "Being served")
        inline: true
        primarySize: 64
        secondarySize: 52
        primaryColor: root.ink
        secondaryColor: root.ink2
    }

    Text {
        objectName: "calledDigits"
        x: 48
        y: Math.round(280 - height / 2 - 0.0483 * contentHeight)
        width: root.width - 96
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.display.state.number
        color: root.ink
        font.family: Theme.fontFamily
        font.pixelSize: 400
        font.bold: true
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 120
        textFormat: Text.PlainText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
