pragma ComponentBehavior: Bound

import QtQuick
import shared.ui.controls

// The question, five faces in one colour with a word on each, Skip, and "speak to somebody". After a touch the others
// cannot be touched any more: one mark a visit.
Item {
    id: root

    required property int chosen
    property bool offersTalk: true
    property bool calling: false

    signal rated(score: int)
    signal skipped
    signal talkWanted

    readonly property var words: [Words.first("Rating", "Very poor"), Words.first("Rating", "Poor"), Words.first("Rating", "Fair"), Words.first("Rating", "Good"), Words.first("Rating", "Very good")]
    readonly property var second: [Words.second("Rating", "Very poor"), Words.second("Rating", "Poor"), Words.second("Rating", "Fair"), Words.second("Rating", "Good"), Words.second("Rating", "Very good")]

    BilingualText {
        objectName: "question"
        x: Theme.margin
        y: 112
        width: parent.width - 2 * Theme.margin
        primary: Words.first("Rating", "How was our service today?")
        secondary: Words.second("Rating", "How was our service today?")
        primarySize: 76
        secondarySize: 44
        maximumLines: 1
    }

    Row {
        x: Theme.margin
        y: 308
        spacing: 16

        Repeater {
            model: [5, 4, 3, 2, 1]

            FaceTile {
                required property int modelData

                objectName: "face" + modelData
                value: modelData
                primary: root.words[modelData - 1]
                secondary: root.second[modelData - 1]
                enabled: !root.calling && (root.chosen === 0 || root.chosen === modelData)
                onClicked: root.rated(modelData)
            }
        }
    }

    PadActions {
        x: Theme.margin
        y: 648
        enabled: root.chosen === 0
        offersTalk: root.offersTalk
        calling: root.calling
        primary: Words.first("Rating", "Skip")
        secondary: Words.second("Rating", "Skip")
        onDone: root.skipped()
        onTalkWanted: root.talkWanted()
    }
}
