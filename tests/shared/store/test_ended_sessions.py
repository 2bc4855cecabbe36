"""Whoever signs out at one of two servers is signed out at the other one."""

from contextlib import closing
from pathlib import Path

from shared.protocol.event import to_datetime
from shared.services.ports import SessionRecord
from shared.store.credentials import (
    ended_sessions,
    read_credentials,
    take_sessions,
    write_credentials,
)
from shared.store.engine import Database
from shared.store.secret import digest
from shared.store.staff import StaffTable
from tests.support.server import enrolled_database

NOW_US = 1_000_000
HOUR_US = 3_600_000_000
AT = to_datetime(NOW_US)


def opened(path: Path) -> Database:
    path.write_bytes(enrolled_database())
    return Database(path)


def sign_in(database: Database, token: str, now_us: int = NOW_US) -> None:
    devices = read_credentials(database, "renmin", 0).devices
    device = next(each.id for each in devices if each.role == "teller")
    session = SessionRecord("t1", "", "teller", None, device, "1", now_us + HOUR_US)
    StaffTable(database).open_session(token, session, now_us)


def test_sign_out_goes_back_and_is_not_undone(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "b.db")) as here, closing(opened(tmp_path / "s.db")) as there:
        sign_in(here, "token")
        write_credentials(there, read_credentials(here, "renmin", NOW_US), AT)
        StaffTable(there).end_session("token")
        assert ended_sessions(there) == (digest("token"),)
        before = read_credentials(here, "renmin", NOW_US).sessions
        take_sessions(here, (), ended_sessions(there))
        take_sessions(here, before, ())  # told late, as still open
        assert StaffTable(here).find_session("token") is None
        write_credentials(there, read_credentials(here, "renmin", NOW_US), AT)
        assert ended_sessions(there) == ()


def test_sign_out_holds_until_the_branch_server_has_heard_of_it(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "b.db")) as here, closing(opened(tmp_path / "s.db")) as there:
        sign_in(here, "token")
        given = read_credentials(here, "renmin", NOW_US)
        write_credentials(there, given, AT)
        StaffTable(there).end_session("token")
        write_credentials(there, given, AT)  # by a branch server that knows nothing of it
        assert StaffTable(there).find_session("token") is None
        assert ended_sessions(there) == (digest("token"),)


def test_a_new_pin_ends_sessions_there_too(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "b.db")) as database:
        sign_in(database, "token")
        StaffTable(database).change_pin("t1", "x")
        assert ended_sessions(database) == (digest("token"),)


def test_ended_ones_are_forgotten_when_they_would_have_expired(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "b.db")) as database:
        sign_in(database, "token")
        StaffTable(database).end_session("token")
        sign_in(database, "later", NOW_US + 2 * HOUR_US)
        assert ended_sessions(database) == ()
