"""Staff records, sessions and devices in the database."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from shared.domain.errors import DeviceUnknown, StaffUnknown
from shared.services.ports import SessionRecord, StaffRecord
from shared.store.device import DeviceTable
from shared.store.engine import Database
from shared.store.migrate import migrate
from shared.store.pin import ArgonPins
from shared.store.staff import StaffTable
from tests.support.lobby import Address

AT = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
ANNA = StaffRecord("anna", "王芳", "teller", "hash", ("cash", "transfer"))


@pytest.fixture
def database(address: Address) -> Iterator[Database]:
    made = Database(address)
    migrate(made)
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path) -> Database:
    made = Database(tmp_path / "b.db")
    migrate(made)
    return made


def test_person_comes_back_as_she_was_added(database: Database) -> None:
    staff = StaffTable(database)
    staff.add(ANNA, AT)
    staff.refresh_names()
    assert staff.find("anna") == ANNA
    assert staff.everybody() == [ANNA]
    assert staff.names() == {"anna": "王芳"}
    assert staff.find("bert") is None


def test_new_pin_ends_a_lock(database: Database) -> None:
    staff = StaffTable(database)
    staff.add(ANNA, AT)
    staff.count_try("anna", 1, 7, 99)
    staff.change_pin("anna", "new hash")
    found = staff.find("anna")
    assert found is not None
    assert (found.pin_hash, found.wrong_pins, found.locked_until_us) == ("new hash", 0, 0)
    with pytest.raises(StaffUnknown):
        staff.change_pin("bert", "hash")


def test_tries_are_counted_until_they_lock(database: Database) -> None:
    staff = StaffTable(database)
    staff.add(ANNA, AT)
    assert [staff.count_try("anna", 3, 7, 99) for _ in range(4)] == [0, 0, 0, 99]
    assert staff.count_try("anna", 3, 99, 199) == 0  # the lock is over, and counting begins anew
    found = staff.find("anna")
    assert found is not None
    assert (found.wrong_pins, found.locked_until_us) == (1, 0)
    staff.forgive_tries("anna")
    assert staff.find("anna") == ANNA


def test_new_pin_ends_the_persons_sessions(database: Database) -> None:
    staff, devices = StaffTable(database), DeviceTable(database)
    staff.add(ANNA, AT)
    staff.add(StaffRecord("bert", "Bert", "teller", "hash"), AT)
    devices.enrol("d1", "first", "teller", "key", AT)
    for person in ("anna", "bert"):
        staff.open_session(person, SessionRecord(person, "", "teller", None, "d1", "3", 99), 1)
    staff.change_pin("anna", "new hash")
    assert [staff.find_session(token) is None for token in ("anna", "bert")] == [True, False]


def test_person_added_again_is_signed_out(database: Database) -> None:
    staff, devices = StaffTable(database), DeviceTable(database)
    for person in ("anna", "bert"):
        staff.add(StaffRecord(person, person, "teller", "hash"), AT)
    devices.enrol("d1", "first", "teller", "key", AT)
    for person in ("anna", "bert"):
        staff.open_session(person, SessionRecord(person, "", "teller", None, "d1", "3", 99), 1)
    staff.add(StaffRecord("anna", "anna", "lead", "new hash"), AT)
    assert [staff.find_session(token) is None for token in ("anna", "bert")] == [True, False]


def test_session_is_found_by_its_token_until_it_ends(database: Database) -> None:
    staff, devices = StaffTable(database), DeviceTable(database)
    staff.add(ANNA, AT)
    devices.enrol("d1", "first", "teller", "key", AT)
    session = SessionRecord("anna", "王芳", "teller", ("cash", "transfer"), "d1", "3", 99)
    staff.open_session("secret", session, 1)
    assert staff.find_session("secret") == session
    staff.end_session("secret")
    assert staff.find_session("secret") is None


def test_expired_sessions_are_cleared_away(database: Database) -> None:
    staff, devices = StaffTable(database), DeviceTable(database)
    staff.add(ANNA, AT)
    devices.enrol("d1", "first", "teller", "key", AT)
    old = SessionRecord("anna", "王芳", "teller", None, "d1", "", 10)
    staff.open_session("old", old, 1)
    staff.open_session("new", SessionRecord("anna", "王芳", "teller", None, "d1", "", 30), 20)
    assert staff.find_session("old") is None


def test_revoked_device_is_not_found_but_listed(database: Database) -> None:
    devices = DeviceTable(database)
    devices.enrol("d1", "hall", "kiosk", "key", AT)
    found = devices.by_key("key")
    assert found is not None
    assert (found.id, found.name, found.role, found.enrolled_at) == ("d1", "hall", "kiosk", AT)
    devices.revoke("d1", AT)
    assert devices.by_key("key") is None
    assert [(d.id, d.revoked_at) for d in devices.everything()] == [("d1", AT)]
    with pytest.raises(DeviceUnknown):
        devices.revoke("d2", AT)


def test_no_secret_stands_in_the_file(file: Database) -> None:
    StaffTable(file).add(StaffRecord("a", "A", "teller", ArgonPins().hash("975310")), AT)
    DeviceTable(file).enrol("d1", "hall", "kiosk", "key-in-plain-words", AT)
    file.checkpoint()
    file.close()
    content = b"".join(p.read_bytes() for p in file.path.parent.iterdir())
    assert [secret in content for secret in (b"975310", b"key-in-plain-words")] == [False, False]


def test_pin_is_right_or_wrong() -> None:
    pins = ArgonPins()
    kept = pins.hash("2468")
    assert [pins.is_right(kept, "2468"), pins.is_right(kept, "2469")] == [True, False]
    assert not pins.is_right("no hash at all", "2468")
