"""Contact with one branch: found, lost, found again, and no event missed or doubled over it.

On (re)connecting: branch, profile, snapshot, then the stream from the last event that was told.
"""

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from PySide6.QtCore import QObject, QTimer, Signal

from shared.client.history import History
from shared.client.push import EventStream, is_sound
from shared.client.refusal import failure_of, unreachable, untrusted
from shared.client.sequence import EventSequence
from shared.client.snapshot import SnapshotKeeper, lobby_in
from shared.client.timing import Timing
from shared.client.wire import Answer, Wire
from shared.config.check import problems
from shared.config.profile import Profile
from shared.domain.event import PROFILE_PUBLISHED
from shared.protocol.charge import HEARD_MAX
from shared.protocol.event import EventPage, EventView
from shared.protocol.lobby import DeviceConfig, LobbyView

LOG_PAGE = 500
Model = TypeVar("Model", bound=BaseModel)


class Branches(BaseModel):
    """Answer to GET branches, as far as it matters here."""

    class One(BaseModel):
        """A branch."""

        id: str

    branches: list[One]


class Link(QObject):
    """Keeps the contact.

    Signals:
        arrived(EventView): each once, in order. configured(DeviceConfig), profileRead(Profile).
        foretold(ForecastView): what the server expects now.
        beat(datetime): the server's time. alive(): bytes came.
        onlineChanged(bool). refused(Failure): why there is no contact, at each failed attempt.
    """

    arrived = Signal(object)
    foretold = Signal(object)
    configured = Signal(object)
    profileRead = Signal(object)
    beat = Signal(object)
    alive = Signal()
    onlineChanged = Signal(bool)
    refused = Signal(object)

    def __init__(self, wire: Wire, timing: Timing, branch: str, parent: QObject) -> None:
        """Not connected; an empty ``branch`` means the first one that the server serves."""
        super().__init__(parent)
        self.branch = branch
        self.is_online = False
        self.is_at_counter: Callable[[], bool] = bool
        """Whether this program is one of those that tell a stand-in what they have heard."""
        self.keeper = SnapshotKeeper(wire, timing, lambda: self.path("lobby"), self)
        self._wire = wire
        self._timing = timing
        self._sequence: EventSequence | None = None
        self._log = ""
        self._history = History()
        self._visit = 0
        self._is_filling = False
        self._backoff_ms = timing.backoff_first_ms
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.connect_now)
        self._stream = EventStream(wire, timing.silence_ms, self)
        self._stream.opened.connect(self._opened)
        self._stream.alive.connect(self.alive)
        self._stream.beat.connect(self.beat)
        self._stream.arrived.connect(self._offered)
        self._stream.foretold.connect(self.foretold)
        self._stream.lost.connect(self._lost)

    def path(self, rest: str) -> str:
        """The address of something of this branch."""
        return f"/api/v1/branches/{self.branch}/{rest}"

    def connect_now(self) -> None:
        """Begin: find the branch if it was not named."""
        if self.branch:
            self._read_profile()
        else:
            self._ask("/api/v1/branches", self._branches_came)

    def turn(self, *, is_branch: bool) -> None:
        """The wire leads to the other server: connect there; what is late of this one is dropped.

        ``is_branch``: that is the branch server, whose log the other one's is a copy of.
        """
        self.close()
        self._visit += 1
        self._history.turn(is_branch=is_branch)
        self._is_filling = False
        self._backoff_ms = self._timing.backoff_first_ms
        self._set_online(False)
        self.connect_now()

    @property
    def history(self) -> History:
        """What was told of the log lately."""
        return self._history

    def close(self) -> None:
        """Let go of the server."""
        self._again.stop()
        self.keeper.suspend()
        self._stream.disconnect_now()

    # ------------------------------------------------------------ the steps of connecting

    def _branches_came(self, answer: Answer) -> None:
        found = parsed(Branches, answer)
        if found is None or not found.branches:
            self._failed(answer)
            return
        self.branch = found.branches[0].id
        self._read_profile()

    def _ask(self, path: str, on_answer: Callable[[Answer], object]) -> None:
        """Read something of this server; no answer is taken after turning to the other one."""
        visit = self._visit
        self._wire.ask("GET", path, lambda got: on_answer(got) if visit == self._visit else None)

    def _read_profile(self) -> None:
        self._ask(self.path("config"), self._profile_came)

    def _profile_came(self, answer: Answer) -> None:
        if self._take_config(answer):
            self._ask(self.keeper.address(), self._lobby_came)
        else:
            self._failed(answer)

    def _take_config(self, answer: Answer) -> bool:
        """Pass on a config, if it is one."""
        config = parsed(DeviceConfig, answer)
        profile = profile_in(config)
        if config is None or profile is None:
            return False
        self.configured.emit(config)
        self.profileRead.emit(profile)
        return True

    def _lobby_came(self, answer: Answer) -> None:
        view = lobby_in(answer)
        if view is None:
            self._failed(answer)
            return
        sequence = self._place_in(view)
        is_new_log = sequence is not self._sequence
        self._sequence = sequence
        self._is_filling = False
        self.keeper.resume(view, is_new_log=is_new_log)
        self._stream.connect_from(self.path("events"), sequence.last)
        if self.is_at_counter():
            after = max(0, sequence.last - HEARD_MAX)
            self._ask(self.path(f"log?after={after}&limit={HEARD_MAX}"), self._led_in)

    def _led_in(self, answer: Answer) -> None:
        """The newest events before our place; where they cannot be had, the next ones will do."""
        page = parsed(EventPage, answer)
        if page is not None and all(map(is_sound, page.events)):
            self._history.lead_in(page.events)

    def read_ahead(self, on_read: Callable[[], object]) -> None:
        """Have what is in the log, told or not; ``on_read`` when something new is in hand.

        A server whose stand-in is away tells an event when most counters say that they have it.
        """
        sequence, known = self._sequence, self._history.known
        if sequence is None:
            return

        def came(answer: Answer) -> None:
            page = parsed(EventPage, answer)
            if sequence is self._sequence and page is not None and all(map(is_sound, page.events)):
                self._history.foresee(page.events)
                if self._history.known > known:
                    on_read()

        after = max(known, self._history.place)
        self._ask(self.path(f"log?after={after}&limit={LOG_PAGE}"), came)

    def _place_in(self, view: LobbyView) -> EventSequence:
        """Where in the log to go on: the present sequence, or another one for another log.

        No stream is open now, so an older sequence means another log: restored, or a new day's.
        Between the two servers of a branch the place is the last one that both logs share.
        """
        history, before = self._history, self._sequence
        is_same = view.log == self._log
        self._log = view.log
        if not is_same:
            history.forget()
        if before is not None and is_same and history.has_turned:
            return EventSequence(history.shared(view.sequence))
        if before is None or not is_same or view.sequence < before.last:
            history.restart(view.sequence)
            return EventSequence(view.sequence)
        return before

    def _opened(self) -> None:
        """The stream runs."""
        self._backoff_ms = self._timing.backoff_first_ms
        self._set_online(True)

    # ------------------------------------------------------------ losing it

    def _failed(self, answer: Answer) -> None:
        """A step of connecting failed: say so, try again later."""
        if answer.untrusted:
            self.refused.emit(untrusted(self._wire.server, answer.untrusted))
        elif answer.is_lost:
            self.refused.emit(unreachable(self._wire.server))
        else:
            self.refused.emit(failure_of(answer.body, answer.status))
        self._set_online(False)
        self._try_later()

    def _lost(self, is_silent: bool) -> None:
        """The stream ended: connect again at once; after a silence contact counts as lost."""
        self.keeper.suspend()
        if is_silent:
            self._set_online(False)
        self._try_later()

    def _try_later(self) -> None:
        """The next attempt, each pause twice as long as the one before."""
        self.keeper.suspend()
        self._again.start(self._backoff_ms)
        self._backoff_ms = min(self._backoff_ms * 2, self._timing.backoff_last_ms)

    def _set_online(self, is_online: bool) -> None:
        if is_online != self.is_online:
            self.is_online = is_online
            self.onlineChanged.emit(is_online)

    # ------------------------------------------------------------ events

    def _offered(self, event: EventView) -> None:
        """An event of the stream: pass on what is due, fetch what is missing."""
        if self._sequence is None:
            return
        self._pass_on(self._sequence.offer(event))
        if self._sequence.is_waiting and not self._is_filling:
            self._fill()

    def _fill(self) -> None:
        """Ask the log for what the stream left out."""
        sequence = self._sequence
        if sequence is None:
            return
        self._is_filling = True
        path = self.path(f"log?after={sequence.last}&limit={LOG_PAGE}")
        self._ask(path, lambda answer: self._filled(sequence, answer))

    def _filled(self, sequence: EventSequence, answer: Answer) -> None:
        """The missing events came, or cannot be had."""
        if sequence is not self._sequence or not self._is_filling:
            return
        self._is_filling = False
        page = parsed(EventPage, answer)
        if page is not None and not all(map(is_sound, page.events)):
            page = None
        if answer.is_lost:
            self._stream.disconnect_now()
            self._lost(is_silent=False)
            return
        self._pass_on(sequence.fill(page.events) if page and page.events else sequence.skip())
        if sequence.is_waiting:
            self._fill()

    def _pass_on(self, events: list[EventView]) -> None:
        for event in events:
            if not self._history.take(event):
                continue
            self.arrived.emit(event)
            if event.kind == PROFILE_PUBLISHED:
                self._ask(self.path("config"), self._take_config)
        if events:
            self.keeper.wanted()


def profile_in(config: DeviceConfig | None) -> Profile | None:
    """The profile in an answer to GET config, or None; one that contradicts itself is none."""
    try:
        profile = Profile.model_validate(config.profile) if config else None
    except ValidationError:
        return None
    return None if profile is None or any(problems(profile)) else profile


def parsed(model: type[Model], answer: Answer) -> Model | None:
    """The message in a good answer, or None."""
    if not answer.is_good:
        return None
    try:
        return model.model_validate_json(answer.body)
    except ValidationError:
        return None
