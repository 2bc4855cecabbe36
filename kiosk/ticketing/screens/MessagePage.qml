import QtQuick
import kiosk.ticketing
import shared.ui.controls

// One thing that happened and what to do now: a sign, a headline, a sentence, at most one button.
Page {
    id: root

    required property KioskFlow flow
    property string symbol: "info"
    property color ink: Theme.accent
    property string headline
    property string headlineSecond
    property string detail
    property string detailSecond
    property bool hasButton: true
    property string buttonText: Words.first("Kiosk", "Go back")
    property string buttonSecond: Words.second("Kiosk", "Go back")

    Column {
        x: Theme.margin
        y: Theme.headerHeight + 120
        width: 984
        spacing: 40

        Rectangle {
            width: 176
            height: 176
            radius: Theme.radius
            color: Theme.panel
            border.width: Theme.noticeBorder
            border.color: root.ink

            Icon {
                anchors.centerIn: parent
                name: root.symbol
                size: 120
                color: root.ink
            }
        }

        BilingualText {
            objectName: "headline"
            width: parent.width
            primary: root.headline
            secondary: root.headlineSecond
            primarySize: 96
            secondarySize: Theme.questionSecond
        }

        BilingualText {
            objectName: "detail"
            width: parent.width
            primary: root.detail
            secondary: root.detailSecond
            primarySize: Theme.buttonText
            secondarySize: Theme.buttonSecond
            bold: false
            maximumLines: 4
        }
    }

    PrimaryButton {
        objectName: "messageButton"
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.largeType ? 22 : 32
        width: 984
        visible: root.hasButton
        primary: root.buttonText
        secondary: root.buttonSecond
        count: root.flow.secondsLeft
        onClicked: root.flow.leave()
    }
}
