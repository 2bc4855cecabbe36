"""Lines of a log that another server wrote become the copy of it here, to the letter.

Nothing is believed that can be checked: each line holds on to the one before and its hash is worked
out anew; what the lines name has to be there; they are lived again, which makes the ticket table
what it is at the branch. All of them are taken in one transaction, or none.
"""

import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, select, update
from sqlalchemy.exc import DataError, IntegrityError

from shared.domain.copies import ClocksMixed, LinesMissing, LineUnsound, LogForked
from shared.domain.errors import LobbyError, NotRecordable
from shared.domain.event import PROFILE_PUBLISHED
from shared.protocol.shipping import Lines, LogLine, Position
from shared.services.lobby import Entry, Lobby
from shared.store import profile_version
from shared.store.chain import to_event
from shared.store.engine import Database, insert_if_missing, store_errors
from shared.store.lines import position_in
from shared.store.receive_check import check_chain, event_data, keep_profile
from shared.store.replaying import WRONG_DATA
from shared.store.seal import SealKey
from shared.store.tables import METADATA
from shared.store.unit_of_work import UnitOfWork

BRANCH: Final = METADATA.tables["branch"]
EVENT: Final = METADATA.tables["event"]
#: What a log that contradicts itself may raise when it is lived again.
CONTRADICTIONS: Final = (*WRONG_DATA, ArithmeticError, RecursionError)
Seen = TypeVar("Seen")
#: Told after a commit: the branch and what was taken, in the thread of who sent it.
Taken = Callable[[str, list[Entry]], None]
Beside = Callable[[Connection], None]


class Receiver:
    """Keeps the copies in a database; may be used from several threads."""

    def __init__(self, database: Database, taken: Taken | None = None) -> None:
        """``taken`` is told of every group of lines, after its commit."""
        self._database = database
        self._taken = taken
        self._seal_key: SealKey | None = None
        self._lobbies: dict[str, Lobby] = {}
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def seal_with(self, key: SealKey) -> None:
        """From now on every group of lines that is taken gets a seal of this server."""
        self._seal_key = key

    @store_errors()
    def receive(self, branch: str, sent: Lines, beside: Beside | None = None) -> Position:
        """Take what follows on the copy; what it has already is compared and skipped.

        ``beside`` writes something else in the same transaction.

        Raises:
            LogForked, LinesMissing, ClocksMixed: of no use here, see their sentences.
            LineAltered, LineUnsound, LinesTooNew, ProfileBodyWrong: something is wrong with them.
            StoreUnavailable, CommitInDoubt.
        """
        with self._locks[branch]:
            known = self._lobbies.pop(branch, None)  # ahead of the log when this is undone
            with self._database.transaction() as connection:
                copy = Copy(connection, branch, self._seal_key)
                lobby = copy.take(sent, known) or known
                if beside is not None:
                    beside(connection)
                found = position_in(connection, branch)
            if lobby is not None:
                self._lobbies[branch] = lobby
        if copy.taken and self._taken is not None:
            self._taken(branch, copy.taken)
        return found

    @store_errors()
    def look(self, branch: str, see: Callable[[Lobby], Seen]) -> Seen:
        """What ``see`` finds at the end of the copy, which must not be empty.

        Raises:
            What ``see`` raises; StoreUnavailable.
        """
        with self._locks[branch], self._database.reading.begin() as connection:
            copy = Copy(connection, branch, None)
            self._lobbies[branch] = copy.lobby(self._lobbies.pop(branch, None))
            return see(self._lobbies[branch])

    def forget(self, branch: str) -> None:
        """Build the lobby anew next time: somebody else has changed the log."""
        with self._locks[branch]:
            self._lobbies.pop(branch, None)


class Copy:
    """The copy of one branch within one transaction."""

    def __init__(self, connection: Connection, branch: str, seal_key: SealKey | None) -> None:
        self._connection = connection
        self._branch = branch
        self._work = UnitOfWork(connection, seal_key)
        self.taken: list[Entry] = []

    def take(self, sent: Lines, known: Lobby | None) -> Lobby | None:
        """The lobby at the new end of the copy; None when there was nothing new."""
        self._claim(sent)
        last, last_hash = self._work.head(self._branch)
        fresh = self._fresh(sent.lines, last, last_hash)
        lobby = None
        if fresh:
            lobby = self.lobby(known) if last else self._first(sent, fresh[0])
            self._append(lobby, sent, fresh)
        if fresh or not last:
            self._set(log_id=sent.log, clock=sent.clock)
        return lobby

    def _claim(self, sent: Lines) -> None:
        """The branch has its line, by the same kind of clock."""
        first = {
            "id": self._branch,
            "last_sequence": 0,
            "last_hash": "",
            "clock": sent.clock,
            "log_id": sent.log,
        }
        insert_if_missing(self._connection, BRANCH, first)
        locked = select(BRANCH).where(BRANCH.c.id == self._branch).with_for_update()
        row = self._connection.execute(locked).one()
        if row.last_sequence and row.clock != sent.clock:
            raise ClocksMixed(self._branch, row.clock, sent.clock)

    def _set(self, **values: str) -> None:
        where = BRANCH.c.id == self._branch
        self._connection.execute(update(BRANCH).where(where).values(**values))

    def _fresh(self, lines: Sequence[LogLine], last: int, last_hash: str) -> list[LogLine]:
        """The lines that are new here; they hold on to the copy and to each other."""
        self._compare([line for line in lines if line.sequence <= last])
        fresh = [line for line in lines if line.sequence > last]
        if fresh and fresh[0].sequence != last + 1:
            raise LinesMissing(self._branch, last + 1)
        if fresh and fresh[0].prev_hash != last_hash:
            raise LogForked(self._branch, last, last_hash[:12] or "…")
        check_chain(self._branch, fresh, last_hash)
        return fresh

    def _compare(self, repeated: list[LogLine]) -> None:
        """What is here already is the same; of a copy that begins later only what it has."""
        wanted = [line.sequence for line in repeated]
        query = select(EVENT.c.sequence, EVENT.c.hash).where(
            EVENT.c.branch == self._branch, EVENT.c.sequence.in_(wanted)
        )
        here = {row.sequence: row.hash for row in self._connection.execute(query)}
        for line in repeated:
            if here.get(line.sequence, line.hash) != line.hash:
                raise LogForked(self._branch, line.sequence, here[line.sequence][:12])

    def lobby(self, known: Lobby | None) -> Lobby:
        """The lobby at the end of a copy that is not empty."""
        last = position_in(self._connection, self._branch).last
        if known is not None and known.branch.sequence <= last:
            self._work.catch_up(known)
            return known
        present = profile_version.held_after(self._connection, self._branch, last)
        fallback = profile_version.find(self._connection, self._branch, present)
        return self._work.lobby(self._branch, {}, fallback)[0]

    def _first(self, sent: Lines, first: LogLine) -> Lobby:
        """The lobby before the first line."""
        version = sent.held or str(event_data(self._branch, first).get("profile", ""))
        held_us = 0 if sent.held else first.at_us
        profile = keep_profile(self._connection, self._branch, version, sent, held_us)
        return Lobby(profile, {}, sent.held)

    def _append(self, lobby: Lobby, sent: Lines, fresh: list[LogLine]) -> None:
        entries = [self._live(lobby, sent, line) for line in fresh]
        rows: list[dict[str, Any]] = [
            {"branch": self._branch, **line.model_dump()} for line in fresh
        ]
        try:
            self._work.append_lines(self._branch, rows, entries)
        except (IntegrityError, DataError, NotRecordable) as error:
            reason = str(getattr(error, "orig", error)).partition("\n")[0]
            raise LineUnsound(self._branch, fresh[0].sequence, reason) from error
        self.taken = entries

    def _live(self, lobby: Lobby, sent: Lines, line: LogLine) -> Entry:
        """The line happens once more; afterwards everything stands as it did there."""
        data = event_data(self._branch, line)
        try:
            if line.kind == PROFILE_PUBLISHED and not lobby.knows(str(data["profile"])):
                self._learn(lobby, str(data["profile"]), sent, line.at_us)
            (entry,) = lobby.take((to_event(line),))
        except CONTRADICTIONS as error:
            raise LineUnsound(self._branch, line.sequence, repr(error)) from error
        except LobbyError as error:
            if error.code == "profile_body_wrong":
                raise
            raise LineUnsound(self._branch, line.sequence, error) from error
        if (entry.sequence, entry.number) != (line.sequence, line.number):
            raise LineUnsound(self._branch, line.sequence, f"number {line.number or '…'}")
        return entry

    def _learn(self, lobby: Lobby, version: str, sent: Lines, at_us: int) -> None:
        profile = keep_profile(self._connection, self._branch, version, sent, at_us)
        lobby.learn(version, profile)
