pragma ComponentBehavior: Bound

import QtQuick
import kiosk.board
import shared.ui.controls

// What to do when called, whether the board can speak, and how fresh it is. Amber when the data has
// stopped: the board keeps what it knows and says since when.
Rectangle {
    id: root

    required property BoardModel board
    readonly property bool stopped: board.isStale
    readonly property color ink: stopped ? Theme.window : Theme.text2
    readonly property color strong: stopped ? Theme.window : Theme.text
    readonly property int minutes: board.comeWithinS / 60
    readonly property bool wholeMinutes: board.comeWithinS % 60 === 0
    readonly property bool narrow: width < 1200
    readonly property bool paged: board.incident.kind === "page"

    function both(first: string, second: string): string {
        return second === "" ? first : first + " · " + second;
    }

    objectName: "footer"
    color: stopped ? Theme.warning : Theme.window

    component Line: Text {
        color: root.ink
        font.family: Theme.fontFamily
        font.pixelSize: 34
        textFormat: Text.PlainText
    }

    Rule {
        width: parent.width
        visible: !root.stopped
    }

    Line {
        objectName: "footerText"
        x: 56
        y: Math.round((root.narrow ? root.height * 0.3 : root.height / 2) - height / 2)
        width: (root.narrow ? root.width - 56 : status.x - 32) - x
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 28
        color: root.stopped ? root.strong : root.ink
        font.bold: root.stopped
        text: {
            if (root.stopped && root.board.stoppedAt === "")
                return root.both(Words.first("Board", "No data yet. Please ask our staff"), Words.second("Board", "No data yet. Please ask our staff"));
            if (root.stopped)
                return root.both(Words.first("Board", "Calls as of %1", [root.board.stoppedAt]), Words.second("Board", "Calls as of %1", [root.board.stoppedAt]));
            if (root.paged && Words.firstOf(root.board.incident.toDo) !== "")
                return root.both(Words.first("Board", "Please listen to our staff"), Words.second("Board", "Please listen to our staff"));
            if (root.paged)
                return root.both(Words.first("Board", "Scan your ticket to follow on your phone"), Words.second("Board", "Scan your ticket to follow on your phone"));
            if (root.wholeMinutes)
                return root.both(Words.first("Board", "Please come within %n minutes", [], root.minutes), Words.second("Board", "Please come within %n minutes", [], root.minutes));
            return root.both(Words.first("Board", "Please come within %n seconds", [], root.board.comeWithinS), Words.second("Board", "Please come within %n seconds", [], root.board.comeWithinS));
        }
    }

    Row {
        id: status

        x: root.narrow ? 56 : root.width - 56 - width
        y: Math.round((root.narrow ? root.height * 0.72 : root.height / 2) - height / 2)
        spacing: 14

        Icon {
            name: root.board.isSilent || root.board.isQuiet ? "volume_off" : ""
            size: 40
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
        }

        Line {
            objectName: "silent"
            visible: root.board.isSilent || root.board.isQuiet
            rightPadding: 34
            text: root.board.isSilent ? Words.first("Board", "No sound") + " " + Words.second("Board", "No sound") : Words.first("Board", "Quiet hour") + " " + Words.second("Board", "Quiet hour")
        }

        Icon {
            name: root.stopped ? "wifi_off" : "sync"
            size: 40
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
        }

        Line {
            text: Words.first("Board", "Updated") + " " + Words.second("Board", "Updated")
        }

        Line {
            objectName: "lastContact"
            color: root.strong
            font.bold: true
            text: root.board.lastContact
        }
    }
}
