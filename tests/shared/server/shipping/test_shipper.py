"""The log of a branch on its way to head office, on a line that is cut again and again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from shared.server.shipping.line import Target
from shared.server.shipping.shipper import Shipper
from shared.store.engine import Database
from shared.store.lines import position
from shared.store.tables import METADATA
from shared.store.verify import verify_branch
from tests.support.lobby import BRANCH, Address, RunningWriter, issue, running_writer
from tests.support.office import HASTY, OTHER, Cable, RunningOffice, running_office
from tests.support.postgres import PostgresServer
from tests.support.waiting import soon

EVENT = METADATA.tables["event"]


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RunningOffice]:
    address: Address = tmp_path / "office.db"
    if request.param == "postgresql":
        server: PostgresServer = request.getfixturevalue("postgres")
        address = server.with_tables()
    with running_office(address) as running:
        yield running


@contextmanager
def shipping(running: RunningWriter, target: Target) -> Iterator[Shipper]:
    """A shipper at work beside a writer."""
    shipper = Shipper(running.database, BRANCH, target, HASTY)
    shipper.start()
    try:
        yield shipper
    finally:
        shipper.stop()


def lines(database: Database) -> list[dict[str, Any]]:
    with database.reading.begin() as connection:
        rows = connection.execute(select(EVENT).order_by(EVENT.c.sequence))
        return [dict(row._mapping) for row in rows]


def tell(running: RunningWriter, shipper: Shipper, count: int = 1) -> None:
    """So many tickets, each noticed as the house does."""
    for _ in range(count):
        running.run(issue())
        shipper.notice(running.published[-1].sequence)


def is_equal(running: RunningWriter, office: RunningOffice) -> bool:
    here = position(running.database, BRANCH)
    return here == position(office.office.database, BRANCH)


def test_log_arrives_to_the_letter(office: RunningOffice, tmp_path: Path) -> None:
    with running_writer(tmp_path / "b.db") as running:
        running.run(issue())
        with shipping(running, office.target()) as shipper:
            soon(lambda: is_equal(running, office))
            tell(running, shipper, 5)
            soon(lambda: is_equal(running, office))
            soon(lambda: shipper.state.is_up and shipper.state.copied == 8)
            state = shipper.state
        assert (state.copied, state.behind_events, state.behind_s, state.problem) == (8, 0, 0, "")
        assert lines(office.office.database) == lines(running.database)
    assert verify_branch(office.office.database, BRANCH).faults == []


def test_cuts_lose_nothing(office: RunningOffice, tmp_path: Path) -> None:
    """Cut ten times in the middle of things; the writer is never held up."""
    cable = Cable(office.base_url)
    with running_writer(tmp_path / "b.db") as running:
        with shipping(running, office.target(url=cable.url)) as shipper:
            for _ in range(10):
                tell(running, shipper, 3)
                cable.cut()
                tell(running, shipper, 3)
                soon(lambda: not shipper.state.is_up)
                cable.mend()
            soon(lambda: is_equal(running, office))
        assert lines(office.office.database) == lines(running.database)
    cable.close()


def test_what_is_behind_is_counted_while_the_line_is_down(
    office: RunningOffice, tmp_path: Path
) -> None:
    cable = Cable(office.base_url)
    with (
        running_writer(tmp_path / "b.db") as running,
        shipping(running, office.target(url=cable.url)) as shipper,
    ):
        soon(lambda: shipper.state.copied == 2)
        cable.cut()
        tell(running, shipper, 4)
        soon(lambda: shipper.state.problem == "server_unreachable")
        assert (shipper.state.behind_events, shipper.state.copied) == (4, 2)
        assert shipper.state.behind_s > 0
        cable.mend()
        soon(lambda: shipper.state.behind_events == 0)
        assert (shipper.state.is_up, shipper.state.behind_s) == (True, 0)
    cable.close()


def test_another_branch_is_not_written(office: RunningOffice, tmp_path: Path) -> None:
    """The key of one branch, at the address of another."""
    target = office.target(OTHER)
    with running_writer(tmp_path / "b.db") as running, shipping(running, target) as shipper:
        soon(lambda: shipper.state.problem == "device_elsewhere")
    assert position(office.office.database, BRANCH).last == 0


def test_forked_log_says_so_and_leaves_the_copy_alone(
    office: RunningOffice, tmp_path: Path
) -> None:
    with running_writer(tmp_path / "b.db") as running:
        running.run(issue())
        with shipping(running, office.target()):
            soon(lambda: is_equal(running, office))
        copy = lines(office.office.database)
    with running_writer(tmp_path / "fork.db") as running:
        for service in ("account", "cash"):
            running.run(issue(service))
        with shipping(running, office.target()) as shipper:
            soon(lambda: shipper.state.problem == "log_forked")
            assert "lobby db restore --office" in shipper.state.told
    assert lines(office.office.database) == copy


def test_copy_that_was_put_back_is_filled_again(office: RunningOffice, tmp_path: Path) -> None:
    """Head office restores an older backup of its own: the branch sends what is missing there."""
    database = office.office.database
    with running_writer(tmp_path / "b.db") as running:
        with shipping(running, office.target()) as shipper:
            tell(running, shipper, 3)
            soon(lambda: is_equal(running, office))
            with database.writing.begin() as connection:
                kept = lines(database)[2]
                branch = METADATA.tables["branch"]
                connection.execute(EVENT.delete().where(EVENT.c.sequence > kept["sequence"]))
                seal = METADATA.tables["seal"]
                connection.execute(seal.delete().where(seal.c.last > kept["sequence"]))
                ticket = METADATA.tables["ticket"]
                late = [line["ticket"] for line in lines(running.database)[3:]]
                connection.execute(ticket.delete().where(ticket.c.id.in_(late)))
                put_back = {"last_sequence": kept["sequence"], "last_hash": kept["hash"]}
                connection.execute(branch.update().values(**put_back))
            soon(lambda: is_equal(running, office))
        assert lines(database) == lines(running.database)
    assert verify_branch(database, BRANCH).faults == []


def test_somebody_else_at_the_address(tmp_path: Path) -> None:
    """Nobody at all, and a server that is no head office: the writer does not care."""
    target = Target("office", "http://127.0.0.1:9", "key")
    with running_writer(tmp_path / "b.db") as running, shipping(running, target) as shipper:
        tell(running, shipper, 2)
        soon(lambda: shipper.state.problem == "server_unreachable")
        assert shipper.state.is_up is False


def test_bug_on_the_way_does_not_stop_the_line_for_good(
    office: RunningOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = "shared.server.shipping.shipper"

    def breaking(*_: object) -> None:
        raise AssertionError("a bug")

    with running_writer(tmp_path / "b.db") as running, monkeypatch.context() as broken:
        broken.setattr(f"{module}.lines_after", breaking)
        with shipping(running, office.target()) as shipper:
            soon(lambda: shipper.state.problem == "internal_fault")
            broken.undo()
            soon(lambda: is_equal(running, office))
            soon(lambda: shipper.state.is_up)
