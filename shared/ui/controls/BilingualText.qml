import QtQuick
import shared.ui.controls

// A text in the first language and, smaller, in the second: beneath it or (inline) beside it.
// The second one is left out when empty and in large type. With maximumLines 1 a long text is drawn
// smaller, down to the smallest size allowed, before it is cut.
Item {
    id: root

    required property string primary
    property string secondary: ""
    property real primarySize: Theme.body
    property real secondarySize: Theme.body
    property bool bold: true
    property bool inline: false
    property color primaryColor: Theme.text
    property color secondaryColor: Theme.text2
    property int horizontalAlignment: Text.AlignLeft
    property int maximumLines: 3
    property real inlineGap: Math.round(secondarySize * 0.28)
    readonly property bool showsSecond: secondary !== "" && !Theme.largeType

    implicitWidth: inline ? first.implicitWidth + (showsSecond ? second.implicitWidth + inlineGap : 0) : Math.max(first.implicitWidth, showsSecond ? second.implicitWidth : 0)
    implicitHeight: inline ? first.implicitHeight : first.height + (showsSecond ? second.height - overlap : 0)

    readonly property bool oneLine: inline || maximumLines === 1
    // The font's line box is 1.45 em high: the lines are drawn together as far as they look apart.
    // Set by a handler: a binding on the number of lines would be a loop while they are laid out.
    readonly property real together: 0.78
    readonly property real overlap: Math.round(secondarySize * 0.33)

    Text {
        id: first

        width: root.inline ? implicitWidth : root.width
        text: root.primary
        color: root.primaryColor
        font.family: Theme.fontFamily
        font.pixelSize: Math.max(1, root.primarySize)
        font.bold: root.bold
        wrapMode: root.oneLine ? Text.NoWrap : Text.Wrap
        fontSizeMode: root.oneLine && !root.inline ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: Theme.barSecond
        maximumLineCount: root.maximumLines
        onLineCountChanged: lineHeight = lineCount > 1 ? root.together : 1
        elide: Text.ElideRight
        horizontalAlignment: root.horizontalAlignment
        textFormat: Text.PlainText
    }

    Text {
        id: second

        x: root.inline ? first.width + root.inlineGap : 0
        y: root.inline ? first.baselineOffset - baselineOffset : first.height - root.overlap
        width: root.inline ? Math.max(0, root.width - x) : root.width
        visible: root.showsSecond
        text: root.secondary
        color: root.secondaryColor
        font.family: Theme.fontFamily
        font.pixelSize: Math.max(1, root.secondarySize)
        wrapMode: root.oneLine ? Text.NoWrap : Text.Wrap
        fontSizeMode: root.oneLine && !root.inline ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: Theme.barSecond
        maximumLineCount: root.maximumLines
        onLineCountChanged: lineHeight = lineCount > 1 ? root.together : 1
        elide: Text.ElideRight
        horizontalAlignment: root.inline ? Text.AlignLeft : root.horizontalAlignment
        textFormat: Text.PlainText
    }
}
