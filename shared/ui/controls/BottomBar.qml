import QtQuick
import shared.ui.controls

// Back, Language, Help and Large type: always there, always in this order.
Rectangle {
    id: root

    property bool canGoBack: true
    property alias backButton: back
    property alias languageButton: language
    property alias helpButton: help
    property alias largeTypeButton: largeType

    signal backRequested
    signal languageRequested
    signal helpRequested
    signal largeTypeRequested

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
            width: parent.width / 4
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
            width: parent.width / 4
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
            width: parent.width / 4
            height: parent.height
            symbol: "headset_mic"
            primary: Words.first("BottomBar", "Help")
            secondary: Words.second("BottomBar", "Help")
            onClicked: root.helpRequested()
        }

        BarButton {
            id: largeType

            objectName: "largeTypeButton"
            width: parent.width / 4
            height: parent.height
            symbol: "text_fields"
            primary: Theme.largeType ? Words.first("BottomBar", "Normal type") : Words.first("BottomBar", "Large type")
            secondary: Theme.largeType ? Words.second("BottomBar", "Normal type") : Words.second("BottomBar", "Large type")
            onClicked: root.largeTypeRequested()
        }
    }
}
