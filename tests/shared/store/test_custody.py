"""A writer that shares its branch asks before it decides, and once more before it commits."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from shared.config.load import load_profile
from shared.domain.away import NotConfirmed, NotInCharge
from shared.domain.errors import CounterNotOpen, KeyReused, LobbyError
from shared.services import calling
from shared.services.lobby import Entry, Lobby
from shared.store.answers import NewAnswer
from shared.store.branch import Days, claim_branch
from shared.store.custody import Answer, Tell
from shared.store.engine import Database
from shared.store.job import Command
from shared.store.log import read_page
from shared.store.migrate import migrate
from shared.store.writer import Writer
from tests.support.lobby import ANNA, BRANCH, issue
from tests.support.server import morning


class Shared:
    """A custody whose answers the test lays down: the last one stays."""

    publishes = True

    def __init__(self) -> None:
        self.answers: list[bool] = [True]
        self.may_absorb = False
        self.error: LobbyError | None = None
        self.last = 0

    def refusal(self, lobby: Lobby, *, is_absorbing: bool = False) -> LobbyError | None:
        if is_absorbing:
            return None if self.may_absorb else NotInCharge()
        may = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return None if may else NotInCharge()

    @contextmanager
    def committing(self) -> Iterator[None]:
        yield

    def written(
        self,
        news: Mapping[str, list[Entry]],
        kept: Sequence[NewAnswer],
        tell: Tell,
        answer: Answer,
    ) -> None:
        self.last = max((e.sequence for new in news.values() for e in new), default=self.last)
        tell()
        answer(self.error)

    def doubt(self) -> None:
        pass


class KeepingBack(Shared):
    """Nobody else knows of anything until the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Answer] = []

    def written(
        self,
        news: Mapping[str, list[Entry]],
        kept: Sequence[NewAnswer],
        tell: Tell,
        answer: Answer,
    ) -> None:
        self.waiting.append(answer)

    def release(self, error: LobbyError | None = None) -> None:
        """Answer all of them."""
        waiting, self.waiting = self.waiting, []
        for answer in waiting:
            answer(error)


def call(key: str = "") -> Command:
    """A call at a counter that is not open: refused."""
    return Command(
        BRANCH, lambda lobby, now_us: calling.call_next(lobby, now_us, "1", ANNA), key, "d"
    )


@contextmanager
def writing(folder: Path, custody: Shared) -> Iterator[tuple[Writer, list[Entry]]]:
    with closing(Database(folder / "branch.db")) as database:
        migrate(database)
        claim_branch(database, BRANCH, Days.PRACTICE)
        told: list[Entry] = []
        profiles = {BRANCH: load_profile("neighbourhood")}
        writer = Writer(
            database, profiles, morning(), lambda _, entries: told.extend(entries), {}, custody
        )
        writer.load()
        writer.start()
        try:
            yield writer, told
        finally:
            writer.stop()


def end_of(writer: Writer) -> int:
    found: int = writer.look(BRANCH, lambda lobby, _now: lobby.branch.sequence).result(10)
    return found


def test_without_charge_nothing_is_written_and_everything_seen(tmp_path: Path) -> None:
    custody = Shared()
    custody.answers = [False]
    with writing(tmp_path, custody) as (writer, told):
        with pytest.raises(NotInCharge):
            writer.submit(Command(BRANCH, issue())).result(10)
        assert end_of(writer) == 0
        assert told == []


def test_its_profile_holds_from_the_first_charge_on(tmp_path: Path) -> None:
    custody = Shared()
    custody.answers = [False]
    with writing(tmp_path, custody) as (writer, told):
        custody.answers = [True]
        writer.submit(Command(BRANCH, issue())).result(10)
        kinds = [entry.event.kind for entry in told]
        assert kinds == ["profile.published", "day.opened", "ticket.issued"]


def test_custody_hears_of_what_the_start_wrote(tmp_path: Path) -> None:
    custody = Shared()
    with writing(tmp_path, custody) as (writer, told):
        assert (custody.last, told) == (1, [])
        assert read_page(writer._database, BRANCH, 0, 10).last == 1


def test_a_charge_that_is_lost_before_the_commit_undoes_the_group(tmp_path: Path) -> None:
    custody = Shared()
    with writing(tmp_path, custody) as (writer, told):
        writer.submit(Command(BRANCH, issue())).result(10)
        before, end = len(told), end_of(writer)
        custody.answers = [True, True, False]  # at the start, in the transaction, at the commit
        with pytest.raises(NotInCharge):
            writer.submit(Command(BRANCH, issue())).result(10)
        assert (len(told), end_of(writer)) == (before, end)
        custody.answers = [True]
        assert writer.submit(Command(BRANCH, issue())).result(10).body is not None


def test_what_nobody_else_knows_is_not_answered_with_success(tmp_path: Path) -> None:
    custody = Shared()
    custody.error = NotConfirmed()
    with writing(tmp_path, custody) as (writer, _):
        with pytest.raises(NotConfirmed):
            writer.submit(Command(BRANCH, issue(), "key-12345678", "d")).result(10)
        end, custody.error = end_of(writer), None
        again = writer.submit(Command(BRANCH, issue(), "key-12345678", "d")).result(10)
        assert (again.is_repeated, end_of(writer)) == (True, end)


def test_only_the_other_server_s_journal_is_taken_without_charge(tmp_path: Path) -> None:
    custody = Shared()
    with writing(tmp_path, custody) as (writer, _):
        writer.submit(Command(BRANCH, issue())).result(10)
        custody.answers = [False]
        absorbing = Command(BRANCH, issue(), is_absorbing=True)
        with pytest.raises(NotInCharge):
            writer.submit(absorbing).result(10)
        custody.may_absorb = True
        assert writer.submit(Command(BRANCH, issue(), is_absorbing=True)).result(10).body
        with pytest.raises(NotInCharge):
            writer.submit(Command(BRANCH, issue())).result(10)


def test_command_that_loses_the_charge_each_time_is_refused_and_not_tried_forever(
    tmp_path: Path,
) -> None:
    custody = Shared()
    with writing(tmp_path, custody) as (writer, _):
        end = end_of(writer)
        # Before a transaction, before it decides, before the commit; then the last two again.
        custody.answers = [True, True, False, True, False, True]
        with pytest.raises(NotInCharge):
            writer.submit(Command(BRANCH, issue())).result(10)
        assert end_of(writer) == end


def test_refusal_that_rests_on_nothing_is_answered_at_once(tmp_path: Path) -> None:
    """Whoever hears not_in_charge asks the other server, and has two seconds for both."""
    custody = KeepingBack()
    with writing(tmp_path, custody) as (writer, _):
        custody.release()  # what the start wrote
        given = writer.submit(Command(BRANCH, issue(), "key-12345678", "d"))
        with pytest.raises(CounterNotOpen):
            writer.submit(call()).result(10)
        custody.answers = [False]
        with pytest.raises(NotInCharge):
            writer.submit(call("key-12345679")).result(10)
        assert not given.done()
        assert len(custody.waiting) == 1  # behind which nobody waits in vain
        custody.release()
        assert given.result(10).body


def test_kept_refusal_waits_and_may_stay_uncertain(tmp_path: Path) -> None:
    """The other server may still carry it out; so may it where it is only repeated."""
    custody = KeepingBack()
    with writing(tmp_path, custody) as (writer, _):
        for _ in range(2):
            refused = writer.submit(call("key-12345678"))
            end_of(writer)
            assert not refused.done()
            custody.release(NotConfirmed())
            with pytest.raises(NotConfirmed):
                refused.result(10)
        reused = writer.submit(Command(BRANCH, issue(), "key-12345678", "other"))
        refused = writer.submit(call("key-12345678"))
        end_of(writer)
        assert (reused.done(), refused.done()) == (False, False)
        custody.release()
        with pytest.raises(KeyReused):
            reused.result(10)
        with pytest.raises(CounterNotOpen):
            refused.result(10)
