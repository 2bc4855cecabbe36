import QtQuick
import shared.ui.controls

// The two buttons under every question: say nothing more, or speak to somebody.
Row {
    id: root

    required property string primary
    property string secondary: ""
    property bool offersTalk: true
    property bool calling: false

    signal done
    signal talkWanted

    width: 1280 - 2 * Theme.margin
    spacing: 16

    SecondaryButton {
        objectName: "skipButton"
        width: root.offersTalk ? (root.width - root.spacing) / 2 : root.width
        height: 120
        quiet: true
        stacked: true
        enabled: root.enabled && !root.calling
        primary: root.primary
        secondary: root.secondary
        onClicked: root.done()
    }

    SecondaryButton {
        objectName: "talkButton"
        visible: root.offersTalk
        width: (root.width - root.spacing) / 2
        height: 120
        quiet: true
        stacked: true
        enabled: root.enabled && !root.calling
        symbol: "headset_mic"
        primary: Words.first("Rating", "Speak to somebody")
        secondary: Words.second("Rating", "Speak to somebody")
        onClicked: root.talkWanted()
    }
}
