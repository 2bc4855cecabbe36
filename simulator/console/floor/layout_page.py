"""The page Layout: move what stands in the hall; the ways become distances, a run says what for."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Line, label
from shared.ui.parts import column, head, titled
from shared.ui.tokens import DESK
from simulator.console.floor.ground import (
    KIOSK,
    MACHINE,
    ZONE,
    Ground,
    Thing,
    to_layout,
)
from simulator.console.floor.layout_side import LayoutSide
from simulator.console.floor.saved_plan import floor_plan, ground_of
from simulator.console.floor.scene import FloorView
from simulator.console.floor.ways import result_rows
from simulator.console.shell.session import Session
from simulator.console.shell.tables import Cells, fill
from simulator.console.whatif import words

STEP_M = 0.5
MOST_KIOSKS = 6
ROOM_FOR_SEATS_M = 3.0


class LayoutPage(QWidget):
    """Changes plan B's hall beside plan A's, which stands as it was arranged."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session, self.look = session, look
        self.setObjectName("layoutPage")
        self.ground = ground_of(session.drafts[1])
        self.chosen: tuple[str, str] | None = None
        self.view = FloorView(look, "layoutFloor")
        self.view.scene().selectionChanged.connect(self._on_selected)
        middle = QVBoxLayout()
        middle.setSpacing(DESK.gap)
        middle.addWidget(self._plan(), 1)
        middle.addWidget(self._results())
        rows = QHBoxLayout(self)
        rows.setContentsMargins(DESK.margin, DESK.margin, DESK.margin, DESK.margin)
        rows.setSpacing(DESK.gap)
        rows.addLayout(middle, 1)
        self.side = LayoutSide(look)
        self.side.add.clicked.connect(self.add_kiosk)
        self.side.remove.clicked.connect(self.remove_kiosk)
        self.side.run.clicked.connect(self.run_or_cancel)
        rows.addWidget(self.side)
        session.changed.connect(self._on_changed)
        session.opened.connect(self._on_opened)
        session.ran.connect(self._show_results)
        session.progressed.connect(self._show_keys)
        self._show_ground()
        self._show_results()

    # ------------------------------------------------------------ building

    def _plan(self) -> QWidget:
        self.undo = KeyButton(self.look, "Ctrl+Z", "undoMove", "flat")
        self.redo = KeyButton(self.look, "Ctrl+Y", "redoMove", "flat")
        self.undo.clicked.connect(self.take_back)
        self.redo.clicked.connect(self.take_again)
        hint = label(
            "hint", translate("Console", "Drag, or choose and press the arrow keys: 0.5 m")
        )
        return column(
            head(
                titled(translate("Console", "Where things stand in plan B")),
                Line(),
                hint,
                self.undo,
                self.redo,
            ),
            self.view,
        )

    def _results(self) -> QWidget:
        self._table, self._cells = QGridLayout(), Cells()
        self._table.setContentsMargins(16, 10, 16, 10)
        self._table.setHorizontalSpacing(24)
        self._table.setColumnStretch(0, 1)
        inside = QWidget()
        inside.setLayout(self._table)
        return column(inside)

    # ------------------------------------------------------------ changing

    def _drop(self, thing: Thing, x: float, y: float) -> None:
        """After the mouse has let go: the pieces are made anew."""
        QTimer.singleShot(0, self, lambda: self._take(self.ground.moved(thing, x, y)))

    def _take(self, ground: Ground) -> None:
        self.session.halls.note(self.ground)
        self._use(ground)

    def _use(self, ground: Ground) -> None:
        """The plan's distances are those of this hall; plan A gets those of the hall before."""
        session = self.session
        a, b = session.drafts
        has_zones = any(zone.id for zone in ground.of(ZONE))
        if a.scenario.layout is None and has_zones:
            session.change(0, a.with_layout(to_layout(ground_of(a), None)))
        self.ground = ground
        kiosks = len(ground.of(KIOSK))
        # Without zones nobody knows where people wait: kiosks count, ways do not.
        changed = b.with_layout(to_layout(ground, b.scenario.layout)) if has_zones else b
        if b.scenario.kiosk.count and kiosks != b.scenario.kiosk.count:
            changed = changed.with_kiosks(kiosks)
        session.change(1, changed.with_floor(floor_plan(ground)))
        self._show_ground()

    def take_back(self) -> None:
        """The hall as it was before the last move."""
        before = self.session.halls.back(self.ground)
        if before is not None:
            self._use(before)

    def take_again(self) -> None:
        """What was taken back last."""
        after = self.session.halls.again(self.ground)
        if after is not None:
            self._use(after)

    def add_kiosk(self) -> None:
        """One more kiosk, above the others."""
        number = len(self.ground.of(KIOSK))
        if number < MOST_KIOSKS:
            last = self.ground.of(KIOSK)[-1]
            more = Thing(KIOSK, str(number + 1), last.x, last.y - 1.0, last.width, last.depth)
            self._take(self.ground.with_thing(more).moved(more, more.x, more.y))

    def remove_kiosk(self) -> None:
        """The kiosk that was added last."""
        kiosks = self.ground.of(KIOSK)
        if len(kiosks) > 1:
            self._take(self.ground.without(kiosks[-1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the chosen thing."""
        steps = {
            Qt.Key.Key_Left: (-STEP_M, 0.0),
            Qt.Key.Key_Right: (STEP_M, 0.0),
            Qt.Key.Key_Up: (0.0, -STEP_M),
            Qt.Key.Key_Down: (0.0, STEP_M),
        }
        step = steps.get(Qt.Key(event.key()))
        thing = self.ground.things.get(self.chosen) if self.chosen else None
        if step is not None and thing is not None:
            self._take(self.ground.moved(thing, thing.x + step[0], thing.y + step[1]))
        else:
            super().keyPressEvent(event)

    def run_or_cancel(self) -> None:
        """Both plans on the same customers."""
        if self.session.is_running:
            self.session.cancel()
        else:
            self._use(self.ground)
            self.session.run()

    def _on_opened(self) -> None:
        self.ground, self.chosen = ground_of(self.session.drafts[1]), None
        self._show_ground()
        self._show_results()

    def _on_changed(self) -> None:
        """Plan B has more or fewer kiosks or machines by another page."""
        now = ground_of(self.session.drafts[1])
        if now.things.keys() != self.ground.things.keys():
            kept = {key: self.ground.things.get(key, thing) for key, thing in now.things.items()}
            self.ground = replace(now, things=kept)
            self._show_ground()

    def _on_selected(self) -> None:
        found = [key for key, piece in self.view.pieces.items() if piece.isSelected()]
        self.chosen = found[0] if found else None
        self.setFocus()
        self._show_chosen()

    # ------------------------------------------------------------ showing

    def _show_ground(self) -> None:
        chosen = self.chosen
        self.view.show_ground(self.ground, self._drop)
        for (kind, name), piece in self.view.pieces.items():
            piece.show_as(*self._piece_words(kind, name))
        self.chosen = chosen
        if chosen is not None and chosen in self.view.pieces:
            self.view.pieces[chosen].setSelected(True)
        self._show_chosen()
        self._show_keys()

    def _piece_words(self, kind: str, name: str) -> tuple[str, str, str]:
        own = self.session.case.profile
        if kind == ZONE:
            zone = next((z for z in own.zones if z.id == name), None)
            seats = translate("Console", "%n seats", n=self.ground.seats.get(name, 0))
            has_room = self.ground.things[kind, name].width > ROOM_FOR_SEATS_M
            return (words.spoken(zone.name) if zone else "", f" · {seats}" if has_room else "", "")
        if kind in (KIOSK, MACHINE):
            place = [thing.id for thing in self.ground.of(kind)].index(name) + 1
            return f"{'K' if kind == KIOSK else 'M'}{place}", "", ""
        is_staffed = any(line.counter == name for line in self.session.drafts[1].staffing)
        return words.desk_name(own, name), "", "free" if is_staffed else "closed"

    def _show_chosen(self) -> None:
        """How far people walk from the chosen thing, or all in all."""
        names = {key: piece.name for key, piece in self.view.pieces.items()}
        thing = self.ground.things.get(self.chosen) if self.chosen else None
        self.side.show_ways(self.ground, thing, names)

    def _show_results(self) -> None:
        fill(self._table, self._cells, result_rows(self.session.result))

    def _show_keys(self) -> None:
        kiosks, halls = len(self.ground.of(KIOSK)), self.session.halls
        can = bool(self.session.drafts[1].scenario.kiosk.count)
        self.undo.show_as(translate("Console", "Undo"), is_enabled=bool(halls.before))
        self.redo.show_as(translate("Console", "Redo"), is_enabled=bool(halls.after))
        self.side.show_keys(
            can_add=can and kiosks < MOST_KIOSKS,
            can_remove=can and kiosks > 1,
            is_running=self.session.is_running,
        )
