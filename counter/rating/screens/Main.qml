import QtQuick
import counter.rating
import shared.ui.controls

// The rating pad, drawn for 1280 x 800: welcome, the question, why, thanks. One page at a time.
// An Item, no Window: PySide deletes a QML Window whose delegate's wrapper was asked for window().
Item {
    id: root

    required property RatingPad pad
    readonly property bool alarms: Object.keys(pad.alarm).length > 0

    width: 1280
    height: 800

    DesignFrame {
        anchors.fill: parent
        designWidth: 1280
        designHeight: 800

        HeaderBar {
            objectName: "padHeader"
            width: 1280
            height: 96
            bank: Words.firstOf(root.pad.counterName)
            branch: Words.secondOf(root.pad.counterName)
        }

        Text {
            // A promise: the mark is kept with the visit, and no name is.
            x: 1280 - Theme.margin - implicitWidth
            y: (96 - height) / 2
            visible: root.pad.page === "ask" || root.pad.page === "why"
            text: [Words.first("Rating", "Anonymous"), Words.second("Rating", "Anonymous")].join(" ").trim()
            color: Theme.text2
            font.family: Theme.fontFamily
            font.pixelSize: Theme.headerText
            textFormat: Text.PlainText
        }

        WordsPage {
            objectName: "idlePage"
            anchors.fill: parent
            visible: root.pad.page === "idle"
            symbol: "account_balance"
            above: Words.firstOf(root.pad.bank)
            aboveSecond: Words.secondOf(root.pad.bank)
            primary: root.pad.isOpen ? Words.first("Rating", "Welcome") : Words.first("Rating", "This counter is closed")
            secondary: root.pad.isOpen ? Words.second("Rating", "Welcome") : Words.second("Rating", "This counter is closed")
        }

        AskPage {
            objectName: "askPage"
            anchors.fill: parent
            visible: root.pad.page === "ask" && !root.alarms
            chosen: root.pad.score
            offersTalk: root.pad.offersTalk
            calling: root.pad.isCalling
            onRated: score => root.pad.rate(score)
            onSkipped: root.pad.skip()
            onTalkWanted: root.pad.talk()
        }

        WhyPage {
            objectName: "whyPage"
            anchors.fill: parent
            visible: root.pad.page === "why" && !root.alarms
            reasons: root.pad.reasons
            offersTalk: root.pad.offersTalk
            calling: root.pad.isCalling
            onExplained: reason => root.pad.explain(reason)
            onFinished: root.pad.skip()
            onTalkWanted: root.pad.talk()
        }

        WordsPage {
            objectName: "thanksPage"
            anchors.fill: parent
            visible: root.pad.page === "thanks"
            symbol: "check"
            primary: Words.first("Rating", "Thank you")
            secondary: Words.second("Rating", "Thank you")
        }

        WordsPage {
            objectName: "comingPage"
            anchors.fill: parent
            visible: root.pad.page === "coming"
            symbol: "person"
            primary: Words.first("Rating", "Somebody comes to you")
            secondary: Words.second("Rating", "Somebody comes to you")
            below: Words.first("Rating", "Please take a seat nearby. Within %n minutes, usually sooner.", [], root.pad.minutes)
            belowSecond: Words.second("Rating", "Please take a seat nearby. Within %n minutes, usually sooner.", [], root.pad.minutes)
        }

        WordsPage {
            objectName: "alonePage"
            anchors.fill: parent
            visible: root.pad.page === "alone"
            symbol: "person"
            primary: Words.first("Rating", "Please speak to our staff")
            secondary: Words.second("Rating", "Please speak to our staff")
            below: Words.first("Rating", "Nobody can be called from this pad just now.")
            belowSecond: Words.second("Rating", "Nobody can be called from this pad just now.")
        }

        WordsPage {
            objectName: "sorryPage"
            anchors.fill: parent
            visible: root.pad.page === "sorry"
            symbol: "favorite"
            primary: Words.first("Rating", "Thank you")
            secondary: Words.second("Rating", "Thank you")
            below: Words.first("Rating", "Your mark could not be recorded this time. You need not do anything.")
            belowSecond: Words.second("Rating", "Your mark could not be recorded this time. You need not do anything.")
        }

        Rectangle {
            // Before all else, whatever was asked.
            objectName: "alarmPage"
            anchors.fill: parent
            visible: root.alarms
            color: Theme.window

            WordsPage {
                anchors.fill: parent
                anchors.leftMargin: 2 * Theme.margin
                anchors.rightMargin: 2 * Theme.margin
                symbol: "warning"
                primary: Words.firstOf(root.pad.alarm)
                secondary: Words.secondOf(root.pad.alarm)
            }

            MouseArea {
                anchors.fill: parent
            }
        }
    }
}
