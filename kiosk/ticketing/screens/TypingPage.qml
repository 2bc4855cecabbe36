import QtQuick
import kiosk.ticketing
import shared.ui.controls

// Typing: what and what for, what was typed, what becomes of it; Skip is as large as OK.
Page {
    id: root

    required property KioskFlow flow
    required property KeypadErrand keypad
    property string headline
    property string headlineSecond
    default property alias keys: area.data

    BilingualText {
        objectName: "question"
        x: Theme.margin - 4
        y: Theme.headerHeight + 8
        width: 984
        primary: root.headline
        secondary: root.headlineSecond
        primarySize: Theme.largeType ? 93 : 104
        secondarySize: Theme.questionSecond
        maximumLines: 1
    }

    BilingualText {
        objectName: "why"
        x: Theme.margin
        y: Theme.headerHeight + (Theme.largeType ? 160 : 232)
        width: 984
        primary: Words.firstOf(root.keypad.why)
        secondary: Words.secondOf(root.keypad.why)
        primarySize: Theme.largeType ? 54 : 46
        secondarySize: 42
        maximumLines: 1
    }

    Item {
        id: area

        width: root.width
        height: root.height
    }

    BilingualText {
        objectName: "promise"
        x: Theme.margin
        y: 1472
        width: 984
        visible: Words.firstOf(root.keypad.promise) !== ""
        primary: Words.firstOf(root.keypad.promise)
        secondary: Words.secondOf(root.keypad.promise)
        primarySize: Theme.largeType ? 46 : 42
        secondarySize: 42
        bold: false
        maximumLines: 1
        primaryColor: Theme.text2
    }

    Row {
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.largeType ? 22 : 32
        spacing: Theme.gap

        SecondaryButton {
            objectName: "skipButton"
            width: 480
            visible: root.keypad.canSkip
            primary: Words.first("Kiosk", "Skip")
            secondary: Words.second("Kiosk", "Skip")
            onClicked: root.keypad.skip()
        }

        PrimaryButton {
            objectName: "okButton"
            width: root.keypad.canSkip ? 480 : 984
            enabled: root.keypad.isComplete
            primary: Words.first("Kiosk", "OK")
            secondary: Words.second("Kiosk", "OK")
            onClicked: root.keypad.ok()
        }
    }
}
