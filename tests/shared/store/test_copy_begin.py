"""A copy of today stands on what it needs from before, and on nothing else."""

from contextlib import closing
from pathlib import Path

import pytest

from shared.domain.copies import LineAltered
from shared.protocol.journal import LeaseNumbers
from shared.protocol.stand_in import CopyStart
from shared.services import journals
from shared.services.lobby import Lobby
from shared.store.copy_begin import begin_copy
from shared.store.copy_begin import journals as journals_of
from shared.store.copy_parts import copy_begin
from shared.store.engine import Database
from shared.store.lines import lines_after, position
from shared.store.migrate import migrate
from shared.store.receive import Receiver
from shared.store.standing import Standing, read_standing
from shared.store.unit_of_work import reading
from tests.support.lobby import BRANCH, issue, running_writer
from tests.support.server import local_us, morning


def two_days(folder: Path) -> Path:
    """Yesterday numbers were lent and tickets given; today two are waiting."""
    clock = morning()
    file = folder / "branch.db"
    with running_writer(file, clock) as running:
        running.run(
            lambda lobby, now_us: journals.lend_numbers(
                lobby, now_us, LeaseNumbers(count=50), "kiosk-1"
            )
        )
        for _ in range(3):
            running.run(issue())
        clock.set(local_us("2026-11-23T09:30"))
        for _ in range(2):
            running.run(issue())
    return file


def copied(source: Database, target: Database) -> None:
    found = copy_begin(source, BRANCH)
    for part in found.parts(()):
        begin_copy(target, BRANCH, part, 0)
    receiver = Receiver(target)
    while (sent := lines_after(source, BRANCH, position(target, BRANCH).last)).lines:
        receiver.receive(BRANCH, sent)


def lobby_of(database: Database) -> Lobby:
    from shared.config.load import load_profile

    with reading(database) as work:
        return work.lobby(BRANCH, {}, load_profile("neighbourhood"))[0]


def test_today_stands_there_as_here(tmp_path: Path) -> None:
    file = two_days(tmp_path)
    with closing(Database(file)) as source, closing(Database(tmp_path / "copy.db")) as target:
        migrate(target)
        copied(source, target)
        here, there = lobby_of(source).branch, lobby_of(target).branch
        assert position(target, BRANCH) == position(source, BRANCH)
        assert (there.sequence, there.day) == (here.sequence, "2026-11-23")
        assert [t.number for t in there.waiting] == [t.number for t in here.waiting]
        assert there.leases == here.leases
        assert there.last_ordinal == here.last_ordinal


def test_yesterday_s_tickets_are_not_in_it(tmp_path: Path) -> None:
    file = two_days(tmp_path)
    with closing(Database(file)) as source, closing(Database(tmp_path / "copy.db")) as target:
        migrate(target)
        copied(source, target)
        with target.reading.connect() as connection:
            asked = "SELECT count(*) FROM event WHERE kind = 'ticket.issued'"
            assert connection.exec_driver_sql(asked).scalar() == 2


def test_beginning_anew_forgets_the_term(tmp_path: Path) -> None:
    file = two_days(tmp_path)
    with closing(Database(file)) as source, closing(Database(tmp_path / "copy.db")) as target:
        migrate(target)
        copied(source, target)
        copied(source, target)
        assert position(target, BRANCH) == position(source, BRANCH)
        assert read_standing(target, BRANCH).terms == ()


def test_an_altered_line_is_refused(tmp_path: Path) -> None:
    file = two_days(tmp_path)
    with closing(Database(file)) as source, closing(Database(tmp_path / "copy.db")) as target:
        migrate(target)
        (part,) = copy_begin(source, BRANCH).parts(())
        line = part.carried[0].model_copy(update={"staff": "somebody"})
        altered = part.model_copy(update={"carried": (line, *part.carried[1:])})
        with pytest.raises(LineAltered):
            begin_copy(target, BRANCH, CopyStart.model_validate(altered.model_dump()), 0)


def test_each_term_has_a_journal_of_its_own(tmp_path: Path) -> None:
    file = two_days(tmp_path)
    with closing(Database(file)) as source:
        last = position(source, BRANCH).last
        standing = Standing(terms=(("first", last - 2), ("second", last - 1)))
        told = journals_of(source, BRANCH, standing)
        assert [(each.term, len(each.entries)) for each in told] == [("first", 1), ("second", 1)]
        assert {entry.kind for each in told for entry in each.entries} == {"ticket.issued"}
        assert all(len(entry.page) == 64 for each in told for entry in each.entries)
