"""Tells the server that this device is well; a counter's program also whom it listens to.

Once a minute, so that who is silent is noticed. A counter's program, open or not, repeats
the server's beat as often as the server asks: its word is a vote on which of the two servers
decides (decision 0025).
"""

from importlib.metadata import version
from typing import Final

from PySide6.QtCore import QObject, QTimer

from shared.client.ports import AtCounter
from shared.client.rest import RestClient
from shared.client.timing import Timing
from shared.protocol.device import Heartbeat, HeartbeatTaken

SHORTEST_MS: Final = 200


class Pulse(QObject):
    """A heartbeat at every new contact, then at the server's pace.

    Without contact only a counter goes on: a server that comes back may need its word.
    """

    def __init__(
        self,
        client: RestClient,
        program: str,
        timing: Timing | None = None,
    ) -> None:
        """``program``: its name."""
        super().__init__(client)
        self._client = client
        self._program = f"{program} {version('branch-lobby')}"
        self._timing = timing or Timing()
        self._last_beat = ""
        self._counter_told = ""
        self._is_under_way = False
        self._told: tuple[tuple[str, ...], str] = ((), "")
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._beat)
        self._watch = QTimer(self, interval=self._timing.look_ms)
        self._watch.timeout.connect(self._watch_counter)
        self._watch.start()
        client.onlineChanged.connect(self._beat_soon)
        client.servingChanged.connect(self._beat_soon)
        client.problemsChanged.connect(self._beat_soon)
        self._server = client.server

    def _beat_soon(self) -> None:
        """There is something new to tell, or somebody new to tell it to."""
        if self._server != self._client.server:
            self._server, self._last_beat = self._client.server, ""
            self._is_under_way = False
        self._next.start(0)

    def _watch_counter(self) -> None:
        """A counter that was just taken does not wait for its minute."""
        at = self._at_counter()
        if (at.counter if at else "") != self._counter_told:
            self._next.start(0)

    def _at_counter(self) -> AtCounter | None:
        asked = self._client.at_counter
        return asked() if asked is not None else None

    def _beat(self) -> None:
        at = self._at_counter()
        self._counter_told = at.counter if at else ""
        if self._is_under_way or not (at or self._client.is_online):
            return
        server = self._client.server
        said = Heartbeat(
            program=self._program,
            problems=tuple(self._client.problems()),
            counter=at.counter if at else None,
            beat=self._last_beat,
            term=self._client.memory.known.term,
            sequence=self._client.known_sequence,
            profile=self._client.profile_version,
        )
        self._is_under_way = True
        self._told = said.problems, said.profile
        self._client.beat(said, lambda taken: self._taken(server, at, taken))

    def _taken(self, server: str, at: AtCounter | None, taken: HeartbeatTaken | None) -> None:
        """What the server says to it; one that we turned away from says nothing any more."""
        if server != self._client.server:
            return
        self._is_under_way = False
        present = tuple(self._client.problems()), self._client.profile_version
        has_news = taken is not None and self._told != present
        self._next.start(0 if has_news else self._pause_ms(at, taken))
        if taken is None or not self._keeps(taken.term):
            return
        self._last_beat = taken.beat
        if taken.wants_heard and at is not None:
            self._client.tell_heard(at, lambda is_told: self._next.start(0) if is_told else None)
        elif at is not None and taken.last > self._client.known_sequence:
            self._client.read_ahead(lambda: self._next.start(0))

    def _keeps(self, term: str) -> bool:
        """Whether the stand-in's term is on our disk, as it must be before we repeat it."""
        memory = self._client.memory
        return not term or term == memory.known.term or memory.note(term=term)

    def _pause_ms(self, at: AtCounter | None, taken: HeartbeatTaken | None) -> int:
        timing = self._timing
        is_waiting = at is not None and self._client.has_stand_in
        if taken is None:
            return timing.beat_ms if is_waiting else timing.minute_ms
        asked_ms = min(max(SHORTEST_MS, taken.every_ms), timing.minute_ms)
        return asked_ms if taken.is_held else min(asked_ms, timing.beat_ms)
