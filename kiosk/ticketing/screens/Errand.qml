import QtQuick
import shared.ui.controls

// A page about one service: which one it is, a question, and whatever lies beneath it.
Page {
    id: root

    property string symbol
    property var service: ({})
    property string question
    property string questionSecond
    readonly property real belowService: Theme.headerHeight + (Theme.largeType ? 84 : 104)
    property real questionSize: Theme.largeType ? 93 : Theme.question

    Row {
        objectName: "aboutService"
        x: Theme.margin
        y: Theme.headerHeight + (Theme.largeType ? 8 : 24)
        spacing: 16
        visible: Words.firstOf(root.service) !== ""

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.symbol
            size: 56
            color: Theme.accent
        }

        BilingualText {
            inline: true
            primary: Words.firstOf(root.service)
            secondary: Words.secondOf(root.service)
            primarySize: 46
            secondarySize: 42
        }
    }

    BilingualText {
        objectName: "question"
        x: Theme.margin - 4
        y: 700 - height
        width: 984
        height: implicitHeight
        primary: root.question
        secondary: root.questionSecond
        primarySize: root.questionSize
        secondarySize: Theme.questionSecond
        maximumLines: 1
    }
}
