"""The page A day: a simulated day in motion, at any speed, to any moment."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shared.domain.errors import LobbyError
from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Line, label
from shared.ui.parts import Choice, column, head, titled
from shared.ui.tokens import DESK
from simulator.console.floor.crowd import Person
from simulator.console.floor.ground import COUNTER, KIOSK, MACHINE, ROOM, ZONE
from simulator.console.floor.journeys import WatchedDay
from simulator.console.floor.legend import PeopleLegend
from simulator.console.floor.living import desk_words, live_day, place_of
from simulator.console.floor.moment import seen
from simulator.console.floor.scene import FloorView
from simulator.console.floor.timeline import Timeline
from simulator.console.floor.watch_side import WatchSide
from simulator.console.shell.jobs import Jobs, OnStep, ShouldStop
from simulator.console.shell.session import Session
from simulator.console.study.draft import Draft, begin
from simulator.console.study.figures import looked_at
from simulator.console.whatif import words
from simulator.planning.layout.floor_plan import FloorPlan

SPEEDS: Final = (1, 10, 60, 300)
FRAME_MS: Final = 33
FIRST_SPEED: Final = 60


class WatchPage(QWidget):
    """Plays one day of plan A or B; the simulator lives it when the page is first looked at."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session, self.look = session, look
        self.setObjectName("watchPage")
        self.jobs = Jobs(self)
        self.day: WatchedDay | None = None
        self.which, self.number, self.speed, self.now_s = 0, 0, FIRST_SPEED, 0.0
        self._of: tuple[Draft, int, FloorPlan | None] | None = None
        self._limit = self._limit_min()
        self._frame = QTimer(self, interval=FRAME_MS)
        self._frame.timeout.connect(self._tick)
        self._since = QElapsedTimer()
        self.view = FloorView(look, "floor")
        self.side = WatchSide(session, look)
        self.side.planChosen.connect(self._on_plan)
        self.side.next.clicked.connect(self.next_day)
        self.timeline = Timeline(look)
        self.timeline.moved.connect(self.go_to)
        left = QVBoxLayout()
        left.setSpacing(DESK.gap)
        left.addWidget(self._hall(), 1)
        left.addWidget(self._player())
        rows = QHBoxLayout(self)
        rows.setContentsMargins(DESK.margin, DESK.margin, DESK.margin, DESK.margin)
        rows.setSpacing(DESK.gap)
        rows.addLayout(left, 1)
        rows.addWidget(self.side)
        session.changed.connect(self._on_changed)
        session.opened.connect(self._on_opened)

    # ------------------------------------------------------------ building

    def _hall(self) -> QWidget:
        self._count = label("heading")
        legend = PeopleLegend(self.look, self._limit)
        self.problem = QLabel()
        self.problem.setObjectName("message")
        self.problem.hide()
        title = titled(translate("Console", "Hall"))
        return column(
            head(
                title, self._count, label("unit", translate("Console", "waiting")), Line(), legend
            ),
            self.problem,
            self.view,
        )

    def _player(self) -> QWidget:
        self.play = KeyButton(self.look, translate("Console", "Space"), "play")
        self.play.clicked.connect(self.play_or_pause)
        self.speeds = [Choice(self.look, f"speed-{speed}", f"{speed} ×") for speed in SPEEDS]
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(DESK.gap)
        row.addWidget(self.play)
        for speed, choice in zip(SPEEDS, self.speeds, strict=True):
            choice.setChecked(speed == self.speed)
            choice.setProperty("speed", speed)
            choice.clicked.connect(self._on_speed)
            row.addWidget(choice)
        row.addWidget(self.timeline, 1)
        inside = QWidget()
        inside.setLayout(row)
        return column(inside)

    def _limit_min(self) -> float:
        plan = begin(self.session.case).plan()
        return plan.limits[looked_at(plan)].within_s / 60

    # ------------------------------------------------------------ the day

    def showEvent(self, event: QShowEvent) -> None:
        """Live the day when it is looked at, not before."""
        super().showEvent(event)
        self.ask_day()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody watches."""
        self._frame.stop()
        super().hideEvent(event)

    def _on_opened(self) -> None:
        self._limit, self.number, self.now_s = self._limit_min(), 0, 0.0
        self._on_changed()

    def _on_changed(self) -> None:
        if self.isVisible():
            self.ask_day()

    def ask_day(self) -> None:
        """Live the day of this plan beside the window, unless it is the one shown."""
        draft, number = self.session.drafts[self.which], self.number
        self.side.show_keys()
        if self._of == (draft, number, draft.floor):
            self._show_all()
            return
        self._of = (draft, number, draft.floor)
        seed = self.session.seed

        def work(_on_step: OnStep, _should_stop: ShouldStop) -> object:
            return live_day(draft, seed, number)

        self.jobs.start(work, self._on_day, self._on_fail, lambda _done, _of: None)

    def _on_day(self, found: object) -> None:
        assert isinstance(found, tuple)
        self._ground, self.day = found
        self.problem.hide()
        self.view.show_ground(self._ground)
        self.timeline.show_day(self.day)
        if not self.day.begins_s <= self.now_s <= self.day.ends_s or not self.now_s:
            self.now_s = self.day.begins_s
        self._show_all()

    def _on_fail(self, error: Exception) -> None:
        self.day = None
        self.problem.setText(str(error) if isinstance(error, LobbyError) else repr(error))
        self.problem.show()

    # ------------------------------------------------------------ playing

    @property
    def is_playing(self) -> bool:
        """Whether time goes on."""
        return self._frame.isActive()

    def play_or_pause(self) -> None:
        """The space bar."""
        if self._frame.isActive():
            self._frame.stop()
        elif self.day is not None:
            if self.now_s >= self.day.ends_s:
                self.now_s = self.day.begins_s
            self._since.start()
            self._frame.start()
        self._show_all()

    def go_to(self, at_s: float) -> None:
        """Another moment."""
        self.now_s = at_s
        self._show_all()

    def next_day(self) -> None:
        """The next day of the same plan."""
        self.number += 1
        self.now_s = 0.0
        self.ask_day()

    def _tick(self) -> None:
        if self.day is None:
            return
        self.now_s += self._since.restart() / 1000 * self.speed
        if self.now_s >= self.day.ends_s:
            self.now_s = self.day.ends_s
            self._frame.stop()
        self._show_all()

    def _on_speed(self) -> None:
        choice = self.sender()
        assert choice is not None
        self.speed = int(choice.property("speed"))

    def _on_plan(self, which: int) -> None:
        self.which = which
        self.ask_day()

    # ------------------------------------------------------------ showing

    def _show_all(self) -> None:
        pause, play = translate("Console", "Pause"), translate("Console", "Play")
        self.play.show_as(pause if self.is_playing else play)
        if self.day is None:
            return
        limit_s = 60 * self._limit
        profile = self.session.case.profile
        people = seen(self.day, self.now_s, profile, limit_s)
        self.view.crowd.show_people(
            [Person(p.x, p.y, p.mark, p.state, is_late=p.is_late) for p in people]
        )
        self._show_pieces()
        self.timeline.show_time(self.now_s)
        self._count.setText(str(self.side.show_moment(self.day, self.now_s)))

    def _show_pieces(self) -> None:
        day, profile = self.day, self.session.case.profile
        assert day is not None
        for (kind, name), piece in self.view.pieces.items():
            if kind in (COUNTER, ROOM):
                since_s, state, _ticket = day.counter(name, self.now_s)
                below = desk_words(state, self.now_s - since_s)
                piece.show_as(words.desk_name(profile, name), below, state)
            elif kind == ZONE:
                zone = next((z for z in profile.zones if z.id == name), None)
                piece.show_as(words.spoken(zone.name) if zone else "", "", "")
            elif kind in (KIOSK, MACHINE):
                letter = "K" if kind == KIOSK else "M"
                piece.show_as(f"{letter}{place_of(self._ground, kind, name)}", "", "")
