pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ticketing
import shared.ui.controls

// The whole panel: one colour after the other (dead pixels), then fields to be wiped away (touch).
Rectangle {
    id: root

    required property KioskFlow flow
    required property StaffErrand staff
    // Nothing beneath can be touched or need be read meanwhile (the self-test asks).
    readonly property bool isModal: true
    readonly property bool shown: flow.screen === "panel_test"
    readonly property var inks: ["#FFFFFF", "#FF0000", "#00FF00", "#0000FF", "#000000"]
    readonly property int columns: 6
    readonly property int rows: 10
    property int step: 0
    property var touched: ({})
    readonly property int fieldsLeft: columns * rows - Object.keys(touched).length

    visible: shown
    color: step < inks.length ? inks[step] : Theme.window
    onShownChanged: {
        step = 0;
        touched = {};
    }

    function touch(x: real, y: real): void {
        const column = Math.floor(x / (width / columns)), row = Math.floor(y / (height / rows));
        if (column < 0 || row < 0 || column >= columns || row >= rows)
            return;
        touched[row * columns + column] = true;
        touched = Object.assign({}, touched);
        if (fieldsLeft === 0)
            staff.panelTested();
    }

    MouseArea {
        objectName: "panelArea"
        anchors.fill: parent
        onPressed: mouse => root.step < root.inks.length ? root.step += 1 : root.touch(mouse.x, mouse.y)
        onPositionChanged: mouse => {
            if (root.step >= root.inks.length)
                root.touch(mouse.x, mouse.y);
        }
    }

    Repeater {
        model: root.step < root.inks.length ? 0 : root.columns * root.rows

        Rectangle {
            required property int index

            x: index % root.columns * width
            y: Math.floor(index / root.columns) * height
            width: root.width / root.columns
            height: root.height / root.rows
            color: root.touched[index] === true ? Theme.positiveSoft : Theme.panel
            border.width: Theme.border
            border.color: Theme.lineStrong
        }
    }

    BilingualText {
        objectName: "panelWords"
        x: Theme.margin
        y: 400
        width: 984
        visible: root.step === 0 || root.step === root.inks.length
        primary: root.step === 0 ? Words.first("Kiosk", "Touch for the next colour. Look for dead points") : Words.first("Kiosk", "Wipe over every field. %1 left", [root.fieldsLeft])
        secondary: root.step === 0 ? Words.second("Kiosk", "Touch for the next colour. Look for dead points") : Words.second("Kiosk", "Wipe over every field. %1 left", [root.fieldsLeft])
        primarySize: 80
        secondarySize: 56
        primaryColor: Theme.text
        secondaryColor: Theme.text
    }

    PrimaryButton {
        objectName: "panelDoneButton"
        x: Theme.margin
        y: 1580
        width: 984
        visible: root.step === 0 || root.step === root.inks.length && Object.keys(root.touched).length === 0
        primary: Words.first("Kiosk", "Go back")
        secondary: Words.second("Kiosk", "Go back")
        onClicked: root.staff.panelTested()
    }
}
