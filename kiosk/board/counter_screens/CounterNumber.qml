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
        name: root.calling ? "notifications" : "person"
        size: 84
        color: root.ink
    }

    BilingualText {
        objectName: "said"
        x: 168
        y: 14
        width: root.width - x - 48
        primary: root.calling ? Words.first("CounterDisplay", "Please come here") : Words.first("CounterDisplay", "Being served")
        secondary: root.calling ? Words.second("CounterDisplay", "Please come here") : Words.second("CounterDisplay", "Being served")
        inline: true
        primarySize: 64
        secondarySize: 52
        primaryColor: root.ink
        secondaryColor: root.ink2
    }

    Text {
        objectName: "calledDigits"
        x: 48
        y: 96
        width: root.width - 96
        height: root.height - y
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.display.state.number
        color: root.ink
        font.family: Theme.fontFamily
        font.pixelSize: 340
        font.bold: true
        fontSizeMode: Text.Fit
        minimumPixelSize: 120
        textFormat: Text.PlainText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
