import QtQuick
import QtQuick.Templates as T
import shared.ui.controls

// A way: what it is, the answer in large letters, the detail, the saving as a tag where one is known.
// All ways are alike in size; none is filled before it is touched.
T.AbstractButton {
    id: root

    required property var card
    readonly property string tag: Words.firstOf(card.tag)
    // Three on a page are lower, with smaller letters; four have the detail in one language, too.
    readonly property bool isLow: height < 250
    readonly property real answerSize: Theme.largeType ? 76 : height < 280 ? 72 : 84

    text: Words.firstOf(card.heading)
    focusPolicy: Qt.StrongFocus
    Accessible.name: [Words.firstOf(card.heading), Words.firstOf(card.answer), Words.firstOf(card.detail), tag].filter(part => part !== "").join(", ")
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    transform: Translate {
        y: root.down ? 2 : 0
    }

    background: TileFace {
        pressed: root.down
        focused: root.visualFocus
    }

    contentItem: Item {
        Icon {
            x: 36
            anchors.verticalCenter: parent.verticalCenter
            name: root.card.symbol
            size: 84
            color: Theme.accent
        }

        Column {
            anchors.left: parent.left
            anchors.leftMargin: 168
            anchors.right: parent.right
            anchors.rightMargin: 92
            anchors.verticalCenter: parent.verticalCenter
            spacing: -8

            BilingualText {
                // Beside a tag there is room for one language only.
                width: parent.width - (root.tag === "" ? 0 : saving.width - 48)
                inline: root.tag === ""
                maximumLines: 1
                primary: Words.firstOf(root.card.heading)
                secondary: root.tag === "" ? Words.secondOf(root.card.heading) : ""
                primarySize: 44
                secondarySize: 42
            }

            BilingualText {
                width: parent.width
                primary: Words.firstOf(root.card.answer)
                primarySize: root.answerSize
                maximumLines: 1
            }

            BilingualText {
                width: parent.width
                visible: primary !== ""
                height: visible ? implicitHeight : 0
                primary: Words.firstOf(root.card.detail)
                secondary: root.isLow ? "" : Words.secondOf(root.card.detail)
                primarySize: Theme.largeType ? 46 : 42
                secondarySize: 42
                bold: false
                maximumLines: 1
            }
        }

        Icon {
            anchors.right: parent.right
            anchors.rightMargin: 24
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron_right"
            size: 60
            color: Theme.text
        }

        Rectangle {
            id: saving

            anchors.right: parent.right
            anchors.rightMargin: 28
            y: root.height < 280 ? 12 : 24
            visible: root.tag !== ""
            width: words.x + words.implicitWidth + 22
            height: root.height < 280 ? 60 : 68
            radius: Theme.radius / 2
            color: Theme.positive

            Icon {
                x: 16
                anchors.verticalCenter: parent.verticalCenter
                name: "schedule"
                size: 40
                color: Theme.panel
            }

            Text {
                id: words

                x: 66
                anchors.verticalCenter: parent.verticalCenter
                text: root.tag
                color: Theme.panel
                font.family: Theme.fontFamily
                font.pixelSize: 42
                font.bold: true
                textFormat: Text.PlainText
            }
        }
    }
}
