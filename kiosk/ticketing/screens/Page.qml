import QtQuick
import shared.ui.controls

// A screen between header and bar. All pages exist from the start, so that a touch is answered at
// once; only the shown one is visible. It fades in, unless it must be there immediately.
//
// Lowered, everything that can be touched comes down below Theme.reachTop: the whole page moves, and
// where its controls do not fit between that line and the bar they are shown part by part.
Item {
    id: root

    property bool shown: false
    property bool isInstant: false
    default property alias content: body.data
    // Parts of the lowered page: {top, bottom} of the controls that are shown together.
    property var parts: []
    property int part: 0
    readonly property bool isLowered: Theme.lowered
    readonly property bool isMoved: isLowered && parts.length > 0
    readonly property var present: isMoved ? parts[Math.min(part, parts.length - 1)] : ({
            top: 0,
            bottom: 0
        })
    readonly property real moved: isMoved ? Math.max(0, Theme.reachTop - present.top) : 0

    width: 1080
    height: 1920 - Theme.barHeight
    visible: shown
    onIsLoweredChanged: part = 0
    onShownChanged: {
        part = 0;
        if (shown && !isInstant)
            fade.restart();
    }

    // Controls of the page from top to bottom, in its own coordinates.
    function controls(item: Item): var {
        let found = [];
        for (let i = 0; i < item.children.length; i++) {
            const child = item.children[i];
            if (!child.visible || child.height <= 0)
                continue;
            if (child["clicked"] !== undefined && child["down"] !== undefined) {
                const top = child.mapToItem(body, 0, 0).y;
                found.push({
                        top: top,
                        bottom: top + child.height
                    });
            } else {
                found = found.concat(controls(child));
            }
        }
        return found;
    }

    function divide(): void {
        const rows = controls(body).sort((a, b) => a.top - b.top);
        const made = [];
        const whole = height - 8 - Theme.reachTop;
        const last = rows.reduce((bottom, row) => Math.max(bottom, row.bottom), 0);
        const room = rows.length > 0 && last - rows[0].top > whole ? whole - pager.height - 8 : whole;
        for (const row of rows) {
            const open = made[made.length - 1];
            if (open !== undefined && (row.top === open.top || row.bottom - open.top <= room))
                open.bottom = Math.max(open.bottom, row.bottom);
            else
                made.push({
                        top: row.top,
                        bottom: row.bottom
                    });
        }
        if (JSON.stringify(made) !== JSON.stringify(parts))
            parts = made;
        if (part >= made.length)
            part = Math.max(0, made.length - 1);
    }

    Timer {
        // What a page holds changes by itself (answers come), so it is looked at again and again.
        interval: 150
        repeat: true
        triggeredOnStart: true
        running: root.shown && root.isLowered
        onTriggered: root.divide()
    }

    Item {
        id: view

        // The question stays above the first part; above the others nothing is left over.
        y: root.part > 0 && root.isMoved ? Theme.reachTop - 3 : 0
        width: 1080
        height: !root.isMoved ? root.height : root.part > 0 ? root.present.bottom - root.present.top + 9 : root.present.bottom + root.moved + 6 - y
        clip: root.isMoved && root.parts.length > 1

        Item {
            id: body

            y: (root.isMoved ? (root.part > 0 ? Theme.reachTop - root.present.top : root.moved) : 0) - view.y
            width: 1080
            height: root.height
        }
    }

    PartButtons {
        id: pager

        y: root.height - height - 8
        visible: root.isMoved && root.parts.length > 1
        part: root.part
        parts: root.parts.length
        onPartRequested: wanted => root.part = wanted
    }

    NumberAnimation {
        id: fade

        target: root
        property: "opacity"
        from: 0
        to: 1
        duration: Theme.fadeMs
    }
}
