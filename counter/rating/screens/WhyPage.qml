pragma ComponentBehavior: Bound

import QtQuick
import shared.ui.controls

// What the mark was about: at most six tiles of the profile, one touch; the mark is recorded already.
Item {
    id: root

    required property var reasons
    property bool offersTalk: true
    property bool calling: false

    signal explained(reason: string)
    signal finished
    signal talkWanted

    BilingualText {
        objectName: "whyQuestion"
        x: Theme.margin
        y: 112
        width: parent.width - 2 * Theme.margin
        primary: Words.first("Rating", "Thank you. What was it about?")
        secondary: Words.second("Rating", "Thank you. What was it about?")
        primarySize: 76
        secondarySize: 44
        maximumLines: 1
    }

    Grid {
        x: Theme.margin
        y: 308
        columns: 3
        spacing: 16

        Repeater {
            model: root.reasons

            SecondaryButton {
                required property int index
                required property var modelData

                objectName: "reason" + index
                width: (1280 - 2 * Theme.margin - 32) / 3
                height: root.reasons.length > 3 ? 144 : 304
                stacked: true
                enabled: !root.calling
                primary: Words.firstOf(modelData.name)
                secondary: Words.secondOf(modelData.name)
                onClicked: root.explained(modelData.id)
            }
        }
    }

    PadActions {
        x: Theme.margin
        y: 648
        offersTalk: root.offersTalk
        calling: root.calling
        primary: Words.first("Rating", "Nothing more")
        secondary: Words.second("Rating", "Nothing more")
        onDone: root.finished()
        onTalkWanted: root.talkWanted()
    }
}
