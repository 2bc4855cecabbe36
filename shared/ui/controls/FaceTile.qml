import QtQuick
import QtQuick.Templates as T
import shared.ui.controls

// One face of the rating pad with its word. value runs from 1 (very poor) to 5 (very good).
T.AbstractButton {
    id: root

    required property int value
    required property string primary
    property string secondary: ""
    readonly property string symbol: ["sentiment_extremely_dissatisfied", "sentiment_dissatisfied", "sentiment_neutral", "sentiment_satisfied", "sentiment_very_satisfied"][value - 1] ?? ""

    implicitWidth: 224
    implicitHeight: 304
    text: primary
    focusPolicy: Qt.StrongFocus
    padding: Theme.grid
    Accessible.name: secondary === "" ? primary : primary + ", " + secondary
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    transform: Translate {
        y: root.down ? 2 : 0
    }

    background: TileFace {
        pressed: root.down
        focused: root.visualFocus
        enabled: root.enabled
    }

    contentItem: Item {
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 20 * Theme.scale
            name: root.symbol
            size: 128 * Theme.scale
            color: root.enabled ? Theme.accent : Theme.text2
        }

        BilingualText {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.grid
            width: parent.width
            primary: root.primary
            secondary: root.secondary
            primarySize: Math.min(Theme.noticeTitle, 50 * Theme.scale)
            secondarySize: 38 * Theme.scale
            bold: root.enabled
            maximumLines: 1
            primaryColor: root.enabled ? Theme.text : Theme.text2
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
