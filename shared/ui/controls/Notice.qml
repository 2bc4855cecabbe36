import QtQuick
import shared.ui.controls

// Something to know or to do: icon, one sentence, the same in the second language.
// tone: "warning" act, "info", "danger", "positive", or "neutral" just know.
Rectangle {
    id: root

    required property string primary
    property string secondary: ""
    property string tone: "info"
    property string symbol: ({
            "warning": "warning",
            "danger": "close",
            "positive": "check",
            "info": "schedule"
        })[tone] ?? "info"
    property real iconSize: Theme.noticeTitle * 1.5
    readonly property color ink: ({
            "warning": Theme.warning,
            "danger": Theme.danger,
            "positive": Theme.positive,
            "info": Theme.accent
        })[tone] ?? Theme.text2

    implicitWidth: 984
    implicitHeight: Math.max(words.implicitHeight + 2 * 32, 128 * Theme.scale)
    radius: Theme.radius
    color: Theme.panel
    border.width: tone === "neutral" ? Theme.border : Theme.noticeBorder
    border.color: tone === "neutral" ? Theme.outline : ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: secondary === "" ? primary : primary + ", " + secondary

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: 36 * Theme.scale
        anchors.verticalCenter: parent.verticalCenter
        name: root.symbol
        size: root.iconSize
        color: root.ink
    }

    BilingualText {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        primary: root.primary
        secondary: root.secondary
        primarySize: Theme.noticeTitle
        secondarySize: Theme.body
    }
}
