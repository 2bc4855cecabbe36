import QtQuick
import kiosk.ticketing
import shared.ui.controls

// How loud, once more, no longer: over the page, at the place where every such question stands.
Rectangle {
    id: root

    required property SpokenMode speech
    // Nothing beneath can be touched or need be read meanwhile (the self-test asks).
    readonly property bool isModal: true

    color: "#99000000"
    visible: speech.hasSheet

    MouseArea {
        anchors.fill: parent
        onClicked: root.speech.close()
    }

    Card {
        x: Theme.margin
        y: Theme.lowered ? Math.max(Theme.touchZoneTop, Theme.reachTop - keys.y) : Theme.touchZoneTop
        width: 984
        height: keys.y + keys.height + 48

        BilingualText {
            id: words

            objectName: "speechTitle"
            x: 48
            y: 40
            width: parent.width - 96
            primary: Words.first("Spoken", "Volume %1 of %2", [root.speech.volume, 5])
            secondary: Words.second("Spoken", "Volume %1 of %2", [root.speech.volume, 5])
            primarySize: 80
            secondarySize: Theme.questionSecond
        }

        Grid {
            id: keys

            x: 48
            y: words.y + words.implicitHeight + 40
            columns: 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            SecondaryButton {
                objectName: "quieterButton"
                width: 432
                height: 176
                stacked: true
                primary: Words.first("Spoken", "Quieter")
                secondary: Words.second("Spoken", "Quieter")
                onClicked: root.speech.quieter()
            }

            SecondaryButton {
                objectName: "louderButton"
                width: 432
                height: 176
                stacked: true
                primary: Words.first("Spoken", "Louder")
                secondary: Words.second("Spoken", "Louder")
                onClicked: root.speech.louder()
            }

            SecondaryButton {
                objectName: "speechOffButton"
                width: 432
                height: 176
                stacked: true
                primary: Words.first("Spoken", "Speech off")
                secondary: Words.second("Spoken", "Speech off")
                onClicked: root.speech.off()
            }

            PrimaryButton {
                objectName: "againButton"
                width: 432
                height: 176
                stacked: true
                primary: Words.first("Spoken", "Say it again")
                secondary: Words.second("Spoken", "Say it again")
                onClicked: root.speech.again()
            }
        }
    }
}
