"""The duty of a stand-in: keeps the copy, takes over, hands back."""

import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from secrets import token_hex
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from shared.domain.away import HandedBack, NotInCharge, StandInDecides
from shared.domain.errors import CommitInDoubt, LobbyError, StoreUnavailable
from shared.protocol.charge import ChargeView, Serving
from shared.protocol.device import Heartbeat, HeartbeatTaken
from shared.protocol.stand_in import CopyLines, CopyStart, Credentials, HandOver, StandInState
from shared.server.charge.contact import Ms, needed
from shared.server.charge.stand_in import Stage, StandInCharge
from shared.server.charge.timing import ChargeTiming, running_ms
from shared.server.duty.duty import HOLDER, MINUTE_MS, Duty
from shared.server.duty.quorums import Open, open_now
from shared.services.lobby import Entry, Lobby
from shared.store.answers import NewAnswer, forget_before, write_answers
from shared.store.copy_begin import begin_copy, journals, name_log, pages_made
from shared.store.credentials import ended_sessions, sessions_since, write_credentials
from shared.store.custody import Answer, Tell
from shared.store.engine import Database
from shared.store.lines import position, recorded_at
from shared.store.receive import Receiver
from shared.store.standing import Standing, read_standing, remember

if TYPE_CHECKING:
    from shared.server.hub import Hub
    from shared.store.writer import Writer

log = logging.getLogger(__name__)


class StandInDuty(Duty):
    """Any thread. ``_copying`` is held while the copy or a term changes, and around a commit."""

    kind = "stand_in"
    publishes = False

    def __init__(
        self, database: Database, branch: str, timing: ChargeTiming, now_ms: Ms = running_ms
    ) -> None:
        """Nothing is read yet."""
        self.timing = timing
        self.branch = branch
        self.database = database
        self.charge = StandInCharge(now_ms, timing)
        self.standing = Standing()
        self.receiver = Receiver(database)
        self.serving: dict[str, Serving] = {}
        """By counter: the customer who stands there, as its program says."""
        self._lock = threading.RLock()
        self.copying = threading.RLock()
        self._open: Open = frozenset()
        self._was_held = False
        self._since: datetime | None = None
        self._writer: Writer | None = None
        self._hub: Hub | None = None

    def join(self, writer: "Writer", hub: "Hub") -> None:
        """What it works with. A term that was open goes on."""
        self._writer, self._hub = writer, hub
        self.standing = read_standing(self.database, self.branch)
        if self.standing.terms:
            standing = self.standing
            self.charge.begin(standing.term, standing.base, standing.sworn)

    @property
    def writer(self) -> "Writer":
        """The writer that it has joined."""
        assert self._writer is not None
        return self._writer

    def refusal(self, lobby: Lobby, *, is_absorbing: bool = False) -> LobbyError | None:
        """NotInCharge outside a term, or while most counters do not listen."""
        del is_absorbing  # a stand-in absorbs nothing
        lobby.branch.holder = HOLDER  # numbers out of the block that the branch server has lent
        with self._lock:
            self._open = open_now(lobby)
            if self._note(self.charge.is_held(self._open)):
                return None
            return HandedBack() if self._must_send_back() else NotInCharge()

    @contextmanager
    def committing(self) -> Iterator[None]:
        """Nothing is handed back meanwhile."""
        with self.copying:
            yield

    def written(
        self,
        news: Mapping[str, list[Entry]],
        kept: Sequence[NewAnswer],
        tell: Tell,
        answer: Answer,
    ) -> None:
        """At once: while it decides nobody else does, and the journal is on this disk."""
        del news, kept
        tell()
        answer(None)

    def admit(self) -> None:
        """Raises HandedBack while the branch server is there and nothing of a term is left."""
        with self._lock:
            if self._must_send_back():
                raise HandedBack()

    def _must_send_back(self) -> bool:
        """Whoever is told so may turn away at once: no vote that was given until now counts."""
        if self.charge.stage is not Stage.COPYING or not self.charge.is_branch_talking:
            return False
        self.charge.release()
        return True

    def heartbeat(self, body: Heartbeat, *, is_counter: bool) -> HeartbeatTaken:
        """Take note of who listens."""
        taken = self._hear_device(body, is_counter=is_counter)
        self._keep_sworn()
        return taken

    def _keep_sworn(self) -> None:
        """Who keeps the term is bound by it after a restart of this server, too."""
        term = self.charge.term
        if term is None or term.sworn <= self.standing.sworn:
            return
        with self.copying:
            term = self.charge.term
            if term is None or term.id != self.standing.term:
                return
            found = replace(self.standing, sworn=frozenset(term.sworn))
            try:
                remember(self.database, self.branch, found)
            except (StoreUnavailable, CommitInDoubt) as error:
                log.warning("stand_in.sworn_not_kept branch=%s reason=%s", self.branch, error)
            else:
                self.standing = found

    def _hear_device(self, body: Heartbeat, *, is_counter: bool) -> HeartbeatTaken:
        with self._lock:
            if self._must_send_back():
                raise HandedBack()
            counter = body.counter if is_counter else None
            if counter is not None:
                self.charge.hear_counter(counter, body.beat, body.term)
            return HeartbeatTaken(
                beat=self.charge.beats.make(),
                server=self.kind,
                is_held=self.charge.is_held(self._open),
                term=self.standing.term,
                wants_heard=counter is not None and self.charge.wants_heard(counter),
                every_ms=self.timing.beat_ms if counter is not None else MINUTE_MS,
            )

    def view(self, lobby: Lobby) -> ChargeView:
        """How the charge stands."""
        with self._lock:
            opened = open_now(lobby)
            return ChargeView(
                is_held=self.charge.is_held(opened),
                server=self.kind,
                since=self._since,
                counters_in_contact=len(self.charge.counters.fresh() & opened),
                counters_needed=needed(opened),
                is_other_in_contact=self.charge.is_branch_near,
                term=self.standing.term,
            )

    def hear_branch(self, beat: str) -> StandInState:
        """The branch server speaks; it hears of sessions that were ended here."""
        with self._lock:
            self.charge.hear_branch()
        return self.state(beat).model_copy(update={"ended": ended_sessions(self.database)})

    def state(self, beat: str) -> StandInState:
        """What the branch server is told. In a term: how far its own log is known here."""
        with self._lock:
            standing = self.standing
            known = position(self.database, self.branch)
            if standing.terms:
                known = known.model_copy(
                    update={
                        "last": standing.fork,
                        "last_hash": standing.fork_hash,
                        "log": standing.log_id,
                    }
                )
            return StandInState(
                beat=beat,
                term=standing.term,
                known=known,
                day=standing.day,
                is_whole=known.last >= standing.wanted,
            )

    def begin(self, start: CopyStart) -> StandInState:
        """The copy begins anew; what was decided here is absorbed, or there was nothing.

        Raises:
            StandInDecides: there is something that the branch server does not have.
            LineAltered, ProfileLost, StoreUnavailable, CommitInDoubt.
        """
        with self.copying:
            was_deciding = self._refuse_loss(start.absorbed)
            found = begin_copy(self.database, self.branch, start, self.standing.confirmed)
            self.receiver.forget(self.branch)
            with self._lock:
                self.standing = found
                self.charge.hear_branch()
                if was_deciding:
                    self.charge.confirmed()
                    log.warning("stand_in.handed_back branch=%s", self.branch)
        self.writer.read_anew(self.branch)
        if was_deciding and self._hub is not None:
            self._hub.dismiss()
        return self.state(start.beat)

    def _refuse_loss(self, absorbed: tuple[str, ...]) -> bool:
        """Whether there were terms, all of them absorbed now."""
        terms = {term for term, _ in self.standing.terms}
        if not terms:
            return False
        if not terms <= set(absorbed) or self.charge.stage is not Stage.HANDING_BACK:
            raise StandInDecides()
        return True

    def receive(self, sent: CopyLines) -> StandInState:
        """Lines for the copy, and the answers to their commands, in one transaction.

        Raises:
            StandInDecides; LogForked, LinesMissing and others of ``Receiver.receive``.
        """
        with self.copying:
            if self.standing.terms:
                raise StandInDecides()
            found = self.receiver.receive(
                self.branch, sent.lines, lambda connection: self._keep_answers(connection, sent)
            )
            with self._lock:
                self.charge.hear_branch()
                self.standing = replace(self.standing, log_id=found.log)
        self.writer.hear(self.branch, found.last)
        return self.state(sent.beat)

    def _keep_answers(self, connection: Connection, sent: CopyLines) -> None:
        write_answers(connection, self.branch, sent.answers)
        forget_before(connection, sent.answers_from_us)

    def keep_credentials(self, given: Credentials) -> StandInState:
        """Who may ask here.

        Raises:
            StandInDecides; StoreUnavailable, CommitInDoubt.
        """
        with self.copying:
            if self.standing.terms:
                raise StandInDecides()
            write_credentials(self.database, given, datetime.now(UTC))
            self.renew_keys()
        return self.hear_branch(given.beat)

    def hand_back(self, beat: str) -> HandOver:
        """Stop deciding, and tell what was decided; no commit is under way meanwhile.

        Raises:
            StandInDecides: not now; it was tried in vain a moment ago, or there is no term.
            StoreUnavailable.
        """
        with self.copying:
            with self._lock:
                self.charge.hear_branch()
                if not self.charge.hand_back():
                    raise StandInDecides()
            told = journals(self.database, self.branch, self.standing)
            # Older ones came from the branch server, where some may have ended meanwhile.
            fork_us = recorded_at(self.database, self.branch, self.standing.fork)
            return HandOver(
                beat=beat,
                fork=self.standing.fork,
                fork_hash=self.standing.fork_hash,
                journals=told,
                sessions=sessions_since(self.database, fork_us, 0),
                ended=ended_sessions(self.database),
                pages=pages_made(self.database, self.branch),
            )

    def may_take_over(self, opened: Open) -> bool:
        """Whether a term may begin, with a copy that lacks nothing it was told of."""
        with self._lock:
            return self.charge.may_take_over(opened)

    def take_over(self, seen: int, opened: Open) -> bool:
        """Begin a term where the copy ends, unless it does not end with event ``seen`` any more.

        The term is on the disk before anything is decided; it begins only if the branch server has
        said nothing meanwhile.
        """
        with self.copying:
            end = position(self.database, self.branch)
            if end.last != seen or end.last < self.standing.wanted:
                return False
            term = token_hex(8)
            before = self.standing
            begun = replace(
                before,
                log_id=end.log,
                fork=end.last,
                fork_hash=end.last_hash,
                base=opened,
                terms=((term, end.last),),
                sworn=frozenset(),
            )
            try:
                remember(self.database, self.branch, begun)
            except CommitInDoubt:  # a term that nobody knows of must not be there after a restart
                remember(self.database, self.branch, before)
                raise
            with self._lock:
                has_begun = self.charge.may_take_over(opened)
                if has_begun:
                    self.charge.begin(term, opened)
                    self.standing = begun
                    self._open = opened
            if not has_begun:
                remember(self.database, self.branch, before)
                return False
            name_log(self.database, self.branch, term)
        log.warning("stand_in.takes_over branch=%s term=%s event=%d", self.branch, term, seen)
        self.writer.read_anew(self.branch)
        return True

    def go_on(self) -> None:
        """Nobody has confirmed what was handed back: decide again, in a term of its own."""
        with self.copying:
            if not self.charge.is_overdue():
                return
            term = token_hex(8)
            last = position(self.database, self.branch).last
            terms = (*self.standing.terms, (term, last))
            found = replace(self.standing, terms=terms, sworn=frozenset())
            remember(self.database, self.branch, found)
            with self._lock:
                self.standing = found
                self.charge.begin(term, found.base)
        log.warning("stand_in.goes_on branch=%s term=%s", self.branch, term)

    def has_told(self, counter: str, sequence: int) -> None:
        """A counter has told what it knows; a vote only if the copy has all of it."""
        with self._lock:
            if 0 < sequence <= position(self.database, self.branch).last:
                self.charge.has_told(counter)

    def _note(self, is_held: bool) -> bool:
        """Say it when it changes."""
        if is_held != self._was_held:
            self._was_held, self._since = is_held, datetime.now(UTC)
            log.warning("charge.%s branch=%s", "held" if is_held else "not_held", self.branch)
        return is_held
