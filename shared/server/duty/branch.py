"""The duty of a branch server that has a stand-in."""

import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from shared.domain.away import NotInCharge
from shared.domain.errors import LobbyError
from shared.protocol.charge import ChargeView
from shared.protocol.device import Heartbeat, HeartbeatTaken
from shared.protocol.stand_in import StandInState
from shared.server.charge.branch import BranchCharge, StandInSays
from shared.server.charge.contact import Ms, needed
from shared.server.charge.timing import ChargeTiming, running_ms
from shared.server.duty.duty import MINUTE_MS, Duty
from shared.server.duty.health import Health
from shared.server.duty.quorums import Quorums, open_now
from shared.server.duty.remembered import Remembered
from shared.server.duty.unsent import Unsent
from shared.server.duty.waiting import Held, Waiting
from shared.services.lobby import Entry, Lobby
from shared.store.answers import NewAnswer
from shared.store.charge_log import absorbed_journals, turnings_around
from shared.store.custody import Answer, Tell
from shared.store.engine import Database
from shared.store.standing import try_write

log = logging.getLogger(__name__)


class BranchDuty(Duty):
    """Knows who listens and how far the copy goes; keeps answers back until somebody else knows.

    Any thread; ``shared.server.duty.pusher`` speaks to the stand-in.
    """

    kind = "branch"

    def __init__(
        self,
        database: Database,
        branch: str,
        stand_in: str,
        timing: ChargeTiming,
        now_ms: Ms = running_ms,
    ) -> None:
        """Nothing is read yet."""
        self.stand_in = stand_in
        self.timing = timing
        self._database = database
        self._branch = branch
        self._now_ms = now_ms
        self._lock = threading.RLock()
        self.charge = BranchCharge(now_ms, timing)
        self._quorums = Quorums()
        self._confirmed = 0
        self._last = 0
        self._is_begun = False
        self._handed_ms: int | None = None
        self.unsent = Unsent()
        self._waiting = Waiting(now_ms, timing.confirm_ms)
        self._absorbed: set[str] = set()
        self._memory = Remembered(database, branch)
        self._was_held: bool | None = None
        self._since: datetime | None = None
        self.health = Health(now_ms, 2 * timing.beat_ms, lambda: try_write(database, branch))
        self.on_news = threading.Event()
        """Set when there is something to push."""

    @property
    def is_ill(self) -> bool:
        """Whether nothing can be written: silent then, so that the stand-in leads."""
        return self.health.is_ill

    def admit(self) -> None:
        """Raises StoreUnavailable while nothing can be written."""
        self.health.admit()

    def refusal(self, lobby: Lobby, *, is_absorbing: bool = False) -> LobbyError | None:
        """NotInCharge, unless the charge is held; absorbing: unless the stand-in waits for it."""
        with self._lock:
            self._begin(lobby)
            if is_absorbing:
                return None if self._may_absorb() else NotInCharge()
            return None if self._note(self.charge.is_held(self._quorums.all())) else NotInCharge()

    @contextmanager
    def committing(self) -> Iterator[None]:
        """Nobody takes this server's charge away while it lasts; nothing to keep."""
        yield

    def written(
        self,
        news: Mapping[str, list[Entry]],
        kept: Sequence[NewAnswer],
        tell: Tell,
        answer: Answer,
    ) -> None:
        """Kept back until the stand-in has it, or most counters have listened since."""
        entries = news.get(self._branch, [])
        with self._lock:
            if self._confirmed:
                self._quorums.follow((entry.sequence, entry.event) for entry in entries)
        mark = self.unsent.put(new.copied() for new in kept)
        if entries:  # after its answers: up to here the lines may be sent
            self._last = entries[-1].sequence
        # A repeated answer waits for the first one.
        self._waiting.put(self._last, mark, tell, answer)
        self.on_news.set()
        self.release()

    def doubt(self) -> None:
        """What was kept with that commit is found in the database, if it is there."""
        self.unsent.lose()

    def release(self) -> None:
        """Answer what may be relied upon by now."""
        self._waiting.release(self._is_known)

    def heartbeat(self, body: Heartbeat, *, is_counter: bool) -> HeartbeatTaken:
        """Take note of who listens."""
        if is_counter and body.counter is not None and self._is_late(body.term):
            self._memory.give_up(body.term)
        with self._lock:
            if is_counter and body.counter is not None:
                term = self._unknown(body.term) if body.term not in self._memory.waived else ""
                self.charge.hear_counter(body.counter, body.beat, term, body.sequence)
                self._quorums.drop(self.charge.is_known)
            taken = HeartbeatTaken(
                beat=self.charge.beats.make(),
                is_held=self._note(self.charge.is_held(self._quorums.all())),
                last=self._last,
                every_ms=self._every_ms() if body.counter is not None else MINUTE_MS,
            )
        self.release()
        return taken

    def _is_late(self, term: str) -> bool:
        """Whether a person has done without the stand-in before anybody told of this term."""
        with self._lock:
            is_new = bool(term) and term not in self._memory.waived
            return is_new and self.charge.is_alone and self._unknown(term) != ""

    def _every_ms(self) -> int:
        """Counters speak faster while commands wait for their word alone."""
        is_near = self.charge.is_stand_in_near or self.charge.is_alone
        return self.timing.beat_ms if is_near else self.timing.fast_ms

    def hear(self, state: StandInState) -> None:
        """The stand-in has answered a beat."""
        last = state.known.last if not state.term else 0
        with self._lock:
            self._memory.waived.discard(state.term)  # whoever keeps its term is heard again
            self.charge.hear_stand_in(StandInSays(state.beat, self._unknown(state.term)))
            is_shorter = last > self._confirmed and self._quorums.confirm(last)
            self._confirmed = max(self._confirmed, last)
        if is_shorter:  # outside: the writer asks for the charge while it holds the database
            self._memory.confirm(last)
        self._memory.lives(state.term)
        self.release()

    def begin_copy(self, first: int) -> None:
        """Before the copy begins anew after this event: it may end there from now on."""
        lowest = max(first, 1)
        if self._confirmed:
            lowest = min(lowest, self._confirmed)
        self._memory.confirm(lowest)
        self.unsent.lose()
        with self._lock:
            self._confirmed = lowest
            self._recall()

    def handed(self, beat: str) -> None:
        """The stand-in has stopped deciding for a while; it counts from the beat that asked it."""
        with self._lock:
            self._handed_ms = self.charge.beats.made_ms(beat)

    def absorbed(self, term: str) -> None:
        """The journal of this term is in the log."""
        with self._lock:
            self._absorbed.add(term)
            self.charge.absorbed(term)

    def is_absorbed(self, term: str) -> bool:
        """Whether it is in the log."""
        return self._unknown(term) == ""

    def waive(self, since: datetime) -> frozenset[str]:
        """A person takes the charge without the stand-in; the terms that are given up by that."""
        with self._lock:
            given_up = self.charge.waive()
            self._memory.waive(given_up)
            self._since = since
        self.release()
        return given_up

    def view(self, lobby: Lobby) -> ChargeView:
        """How the charge stands."""
        with self._lock:
            opened = open_now(lobby)
            return ChargeView(
                is_held=self.refusal(lobby) is None,
                server=self.kind,
                since=self._since,
                counters_in_contact=len(self.charge.counters.fresh() & opened),
                counters_needed=needed(opened),
                is_other_in_contact=self.charge.is_stand_in_near,
                term=min(self.charge.terms, default=""),
            )

    def _may_absorb(self) -> bool:
        handed_ms = self._handed_ms
        return handed_ms is not None and self._now_ms() - handed_ms < self.timing.lease_ms

    def _is_known(self, held: Held) -> bool:
        with self._lock:
            if self.charge.is_alone or not self._confirmed:
                return True
            if held.last <= self._confirmed and self.unsent.is_told(held.mark):
                return True
            return not self.charge.terms and self.charge.has_followers(
                self._quorums.all(), held.last, held.since_ms
            )

    def _unknown(self, term: str) -> str:
        """The term, unless its journal is in the log."""
        if term and term not in self._absorbed:
            self._absorbed |= absorbed_journals(self._database, self._branch)
        return "" if term in self._absorbed else term

    def _begin(self, lobby: Lobby) -> None:
        """At the first question: what the copy may know, from the log.

        One that has never begun knows nothing and nobody: it cannot take over.
        """
        if not self._is_begun:
            self._is_begun = True
            self._last = lobby.branch.sequence  # a repeated answer may tell of any of these
            self._confirmed = self._memory.recall()
            if self._confirmed:
                self._recall()
        if self._confirmed:
            self._quorums.settle(lobby.branch.sequence, open_now(lobby))

    def _recall(self) -> None:
        """Read the sets of open counters since the place that the copy is known to have."""
        self._quorums.begin(0, frozenset())
        self._quorums.follow(turnings_around(self._database, self._branch, self._confirmed))
        self._quorums.confirm(self._confirmed)

    def _note(self, is_held: bool) -> bool:
        """Say it when it changes."""
        if is_held != self._was_held:
            self._was_held, self._since = is_held, datetime.now(UTC)
            log.warning("charge.%s branch=%s", "held" if is_held else "not_held", self._branch)
        return is_held
