"""One transaction of the writer: what is read inside the lock, what is written in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, tuple_
from sqlalchemy.exc import NoResultFound

from shared.config.profile import Profile
from shared.domain.errors import EnvironmentFailed
from shared.domain.event import PROFILE_PUBLISHED, TICKET_REQUEUED
from shared.protocol.stand_in import CopiedAnswer
from shared.services.case_text import SealedText
from shared.services.decision import PageDigest, PhoneToken
from shared.services.lobby import Entry, Lobby
from shared.store import answers, profile_version
from shared.store.answers import KeptAnswer, NewAnswer
from shared.store.batch import Batch
from shared.store.chain import chained
from shared.store.engine import Database
from shared.store.log import carried_events, day_start, events_after
from shared.store.seal import SealKey, seal_digest
from shared.store.secret import digest
from shared.store.tables import METADATA

BRANCH: Final = METADATA.tables["branch"]
EVENT: Final = METADATA.tables["event"]
TICKET: Final = METADATA.tables["ticket"]
ANSWER: Final = METADATA.tables["answer"]
PHONE_TOKEN: Final = METADATA.tables["phone_token"]
CASE_TEXT: Final = METADATA.tables["case_text"]
LOCKED_HEADS: Final = (
    select(BRANCH.c.id, BRANCH.c.last_sequence, BRANCH.c.last_hash)
    .where(BRANCH.c.id.in_(bindparam("wanted", expanding=True)))
    .order_by(BRANCH.c.id)
    .with_for_update()
)
KEPT: Final = select(ANSWER).where(
    tuple_(ANSWER.c.branch, ANSWER.c.key).in_(bindparam("wanted", expanding=True))
)


class LogUnsound(EnvironmentFailed):
    """Today's log contradicts itself."""

    code = "log_unsound"
    sentence = "The log of branch %1 does not fit together at event %2 (%3). Run: lobby db verify."


class UnitOfWork:
    """The open transaction. Nothing counts until it is committed."""

    def __init__(
        self,
        connection: Connection,
        seal_key: SealKey | None = None,
        *,
        is_batched: bool = False,
    ) -> None:
        """Use an open connection whose transaction has begun; without a key nothing is sealed.

        ``is_batched``: what is written waits for ``flush``.
        """
        self._connection = connection
        self._seal_key = seal_key
        self._is_batched = is_batched
        self._batch = Batch(connection)
        self._heads: dict[str, tuple[int, str]] = {}

    @property
    def connection(self) -> Connection:
        """The open connection, for tables that one part alone writes to."""
        return self._connection

    def flush(self) -> None:
        """Write what waits."""
        self._batch.write()

    def lock(self, branches: Sequence[str]) -> None:
        """Take the locks of these branches in the order of their names: one way there and back."""
        for row in self._connection.execute(LOCKED_HEADS, {"wanted": branches}):
            self._heads[row.id] = (row.last_sequence, row.last_hash)

    def head(self, branch: str) -> tuple[int, str]:
        """Number and hash of the last event of this branch, inside the lock."""
        if branch not in self._heads:
            self.lock([branch])
        if branch not in self._heads:
            raise NoResultFound(f"there is no branch {branch}")
        return self._heads[branch]

    def log_id(self, branch: str) -> str:
        """The name of this branch's log; a restored one has another."""
        named = select(BRANCH.c.log_id).where(BRANCH.c.id == branch)
        return str(self._connection.execute(named).scalar_one())

    def lobby(
        self, branch: str, staff_names: Mapping[str, str], fallback: Profile
    ) -> tuple[Lobby, list[Entry]]:
        """A lobby at the end of the log, and today's entries by which it was rebuilt.

        ``fallback`` is for a branch whose log and tables say nothing of a profile yet.

        Raises:
            ProfileLost, LogUnsound.
        """
        before = max(day_start(self._connection, branch) - 1, 0)
        held = profile_version.held_after(self._connection, branch, before)
        profile = profile_version.find(self._connection, branch, held) if held else fallback
        lobby = Lobby(profile, staff_names, held)
        lobby.log = self.log_id(branch)
        lobby.take(carried_events(self._connection, branch, before))
        lobby.branch.sequence = before
        return lobby, self.catch_up(lobby)

    def catch_up(self, lobby: Lobby) -> list[Entry]:
        """Bring a lobby to the end of the log by the events that it has missed; gives these.

        Raises:
            ProfileLost: the log names a profile that the database does not hold.
            LogUnsound: the events do not fit together.
        """
        branch = lobby.branch.rules.branch
        missed: list[Entry] = []
        for place, event, _ in list(events_after(self._connection, branch, lobby.branch.sequence)):
            if event.kind == PROFILE_PUBLISHED:
                self._learn(lobby, str(event.data["profile"]))
            try:
                missed += lobby.take((event,))
            except (KeyError, TypeError) as error:
                raise LogUnsound(branch, place, repr(error)) from error
        return missed

    def keep_profile(self, lobby: Lobby, profile: Profile, published_us: int) -> None:
        """Write down a profile that is about to be published, and let the lobby know it."""
        branch = lobby.branch.rules.branch
        version = profile_version.keep(self._connection, branch, profile, published_us)
        lobby.learn(version, profile)

    def _learn(self, lobby: Lobby, version: str) -> None:
        if not lobby.knows(version):
            branch = lobby.branch.rules.branch
            lobby.learn(version, profile_version.find(self._connection, branch, version))

    def kept_answers(self, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], KeptAnswer]:
        """What was answered under these (branch, key)."""
        wanted = list(set(keys))
        if not wanted:
            return {}
        rows = self._connection.execute(KEPT, {"wanted": wanted})
        return {(row.branch, row.key): KeptAnswer(row.digest, row.body) for row in rows}

    def append(self, branch: str, entries: list[Entry], prev_hash: str) -> None:
        """Write events and the tickets that they changed; moves the branch's head.

        Other processes hear of it at the commit.
        """
        self.append_lines(branch, list(chained(branch, entries, prev_hash)), entries)

    def append_lines(
        self, branch: str, lines: Sequence[Mapping[str, Any]], entries: list[Entry]
    ) -> None:
        """The same with lines that were written before, by another server."""
        self._batch.lines(branch, lines, entries)
        last, last_hash = lines[-1]["sequence"], lines[-1]["hash"]
        self._heads[branch] = (last, last_hash)
        self._seal(branch, lines[0]["sequence"], last, last_hash)
        self._settle()

    def _seal(self, branch: str, first: int, last: int, last_hash: str) -> None:
        """One keyed digest for all that was written together."""
        key = self._seal_key
        if key is None:
            return
        made = seal_digest(key, branch, first, last, last_hash)
        row = {"branch": branch, "first": first, "last": last, "key_id": key.id, "digest": made}
        self._batch.seal(row)

    def keep_tokens(self, branch: str, tokens: Iterable[PhoneToken]) -> None:
        """Write down which ticket each phone token shows."""
        self._batch.tokens(
            {"token_hash": digest(t.token), "branch": branch, "ticket": t.ticket} for t in tokens
        )
        self._settle()

    def keep_pages(self, branch: str, pages: Iterable[PageDigest]) -> None:
        """Write down phone pages by the digests that a journal told; one that is known stays."""
        wanted = {page.digest: page.ticket for page in pages}
        if not wanted:
            return
        known = select(PHONE_TOKEN.c.token_hash).where(PHONE_TOKEN.c.token_hash.in_(wanted))
        for token_hash in self._connection.execute(known).scalars().all():
            del wanted[token_hash]
        rows = [{"token_hash": d, "branch": branch, "ticket": t} for d, t in wanted.items()]
        if rows:
            self._connection.execute(insert(PHONE_TOKEN), rows)

    def keep_text(self, text: SealedText) -> None:
        """Write down what was said about a case."""
        self._connection.execute(insert(CASE_TEXT), [asdict(text)])

    def keep_answers(self, new: Iterable[NewAnswer]) -> None:
        """Write down what was answered under Idempotency-Keys."""
        self._batch.answers(answer._asdict() for answer in new)
        self._settle()

    def take_answers(
        self, branch: str, fork: int, entries: Sequence[Entry], told: Iterable[CopiedAnswer]
    ) -> None:
        """What the other server answered since ``fork``, with its journal's entries.

        Answers of this server's own are forgotten where they told of a call that is taken back.
        """
        back = {e.event.ticket for e in entries if e.event.kind == TICKET_REQUEUED}
        answers.forget_taken_back(self._connection, branch, fork, back)
        place = entries[-1].sequence if entries else fork
        placed = (answer.model_copy(update={"place": place}) for answer in told)
        answers.write_answers(self._connection, branch, placed)

    def forget_answers(self, before_us: int) -> None:
        """Old keys are not repeated any more."""
        answers.forget_before(self._connection, before_us)

    def _settle(self) -> None:
        if not self._is_batched:
            self.flush()


@contextmanager
def unit_of_work(database: Database, seal_key: SealKey | None = None) -> Iterator[UnitOfWork]:
    """A transaction that writes; committed at the end, rolled back on any error.

    On SQLite it holds the file's lock, on PostgreSQL that of each branch whose ``head`` was read.

    Raises:
        CommitInDoubt.
    """
    with database.transaction() as connection:
        work = UnitOfWork(connection, seal_key, is_batched=True)
        yield work
        work.flush()


@contextmanager
def reading(database: Database) -> Iterator[UnitOfWork]:
    """A transaction that reads what is committed and holds up nobody."""
    with database.reading.begin() as connection:
        yield UnitOfWork(connection)
