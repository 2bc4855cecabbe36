import QtQuick
import shared.ui.controls

// One thing to do: icon, sentence, the same in the second language.
Item {
    id: root

    required property string symbol
    required property string primary
    property string secondary: ""
    property bool isQuiet: false
    // English sentences are longer than Chinese ones; both keep to one line.
    readonly property real size: isQuiet || Theme.largeType ? Theme.body : Language.current === "en" ? 46 : 54

    height: words.height

    Icon {
        id: sign

        anchors.verticalCenter: parent.verticalCenter
        name: root.symbol
        size: 56
        color: Theme.accent
    }

    BilingualText {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: 20
        anchors.right: parent.right
        height: implicitHeight
        primary: root.primary
        secondary: root.secondary
        primarySize: root.size
        bold: !root.isQuiet
        secondarySize: Theme.body
        maximumLines: 2
    }
}
