import QtQuick
import shared.ui.controls

// Back, Language, Help and Large type: always there, always in this order.
Rectangle {
    id: root

    property bool canGoBack: true
    // A fifth key where the panel hangs too high for somebody who sits.
    property bool canLower: false
    // A sixth one where the machine can speak.
    property bool canSpeak: false
    property bool isSpeaking: false
    readonly property bool isTight: canLower || canSpeak
    readonly property real part: (width - 2 * Theme.gap) / (4 + (canLower ? 1 : 0) + (canSpeak ? 1 : 0))
    property alias backButton: back
    property alias languageButton: language
    property alias helpButton: help
    property alias largeTypeButton: largeType

    signal backRequested
    signal languageRequested
    signal helpRequested
    signal largeTypeRequested
    signal lowerRequested
    signal speechRequested

    implicitWidth: 1080
    implicitHeight: Theme.barHeight
    color: Theme.panel

    Rectangle {
        width: parent.width
        height: Theme.border
        color: Theme.outline
    }

    Row {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap

        BarButton {
            id: back

            objectName: "backButton"
            width: root.part
            height: parent.height
            enabled: root.canGoBack
            symbol: "arrow_back"
            primary: Words.first("BottomBar", "Back")
            secondary: Words.second("BottomBar", "Back")
            onClicked: root.backRequested()
        }

        BarButton {
            id: language

            objectName: "languageButton"
            width: root.part
            height: parent.height
            symbol: "language"
            // The name of the language that it brings, in that language: it must be readable there.
            primary: Language.other === "en" ? "English" : "中文"
            secondary: Language.bilingual ? (Language.other === "en" ? Words.first("BottomBar", "English") : Words.first("BottomBar", "Chinese")) : ""
            onClicked: root.languageRequested()
        }

        BarButton {
            id: help

            objectName: "helpButton"
            width: root.part
            height: parent.height
            symbol: "headset_mic"
            primary: Words.first("BottomBar", "Help")
            secondary: Words.second("BottomBar", "Help")
            onClicked: root.helpRequested()
        }

        BarButton {
            id: largeType

            objectName: "largeTypeButton"
            width: root.part
            height: parent.height
            symbol: "text_fields"
            primary: Theme.largeType ? root.isTight ? Words.first("BottomBar", "Normal") : Words.first("BottomBar", "Normal type") : Words.first("BottomBar", "Large type")
            secondary: Theme.largeType ? Words.second("BottomBar", "Normal type") : Words.second("BottomBar", "Large type")
            onClicked: root.largeTypeRequested()
        }

        BarButton {
            objectName: "speechButton"
            width: root.part
            height: parent.height
            visible: root.canSpeak
            symbol: "volume_up"
            primary: root.isSpeaking ? Words.first("BottomBar", "Volume") : Words.first("BottomBar", "Speak")
            secondary: root.isSpeaking ? Words.second("BottomBar", "Volume") : Words.second("BottomBar", "Speak")
            onClicked: root.speechRequested()
        }

        BarButton {
            objectName: "lowerButton"
            width: root.part
            height: parent.height
            visible: root.canLower
            symbol: Theme.lowered ? "keyboard_arrow_up" : "keyboard_arrow_down"
            primary: Theme.lowered ? Words.first("BottomBar", "Raise") : Words.first("BottomBar", "Lower")
            secondary: Theme.lowered ? Words.second("BottomBar", "Raise") : Words.second("BottomBar", "Lower")
            onClicked: root.lowerRequested()
        }
    }
}
