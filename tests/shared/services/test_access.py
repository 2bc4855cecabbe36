"""Signing in: who, how long, and what five wrong PINs do."""

from collections.abc import Mapping
from datetime import datetime

import pytest

from shared.domain.errors import SignInFailed, SignInLocked
from shared.protocol.command import SignIn
from shared.protocol.event import to_us
from shared.server.ids import RandomIds
from shared.services.access import LOCK_US, SESSION_US, sign_in
from shared.services.ports import SessionRecord, StaffRecord


class PlainPins:
    """Keeps PINs as they are: fast, for tests only."""

    def hash(self, pin: str) -> str:
        return f"hash of {pin}"

    def is_right(self, pin_hash: str, pin: str) -> bool:
        return pin_hash == f"hash of {pin}"


class FakeStaff:
    """One person, and the sessions that were opened."""

    def __init__(self) -> None:
        self.wrong_pins, self.locked_until_us = 0, 0
        self.sessions: dict[str, SessionRecord] = {}
        self.followed: tuple[str, ...] = ()

    def find(self, staff: str) -> StaffRecord | None:
        if staff != "anna":
            return None
        return StaffRecord(
            "anna", "Anna", "teller", "hash of 2468", None, self.wrong_pins, self.locked_until_us
        )

    def names(self) -> Mapping[str, str]:
        return {"anna": "Anna"}

    def count_try(self, staff: str, most: int, now_us: int, lock_until_us: int) -> int:
        if now_us < self.locked_until_us:
            return self.locked_until_us
        self.wrong_pins, self.locked_until_us = self.wrong_pins + 1, 0
        if self.wrong_pins == most:
            self.wrong_pins, self.locked_until_us = 0, lock_until_us
        return 0

    def forgive_tries(self, staff: str) -> None:
        self.wrong_pins, self.locked_until_us = 0, 0

    def follow_directory(self, record: StaffRecord, at: datetime) -> None:
        self.followed = (record.id, record.name, record.role, record.pin_hash)

    def open_session(self, token: str, session: SessionRecord, now_us: int) -> None:
        self.sessions[token] = session

    def end_session(self, token: str) -> None:
        del self.sessions[token]


def signing_in(staff: FakeStaff, pin: str, now_us: int = 0, number: str = "anna") -> str:
    request = SignIn(staff=number, pin=pin)
    return sign_in(staff, PlainPins(), RandomIds(), request, device="d1", now_us=now_us).token


def test_session_belongs_to_the_device_and_ends_after_a_working_day() -> None:
    staff = FakeStaff()
    request = SignIn(staff="anna", pin="2468", counter="3")
    session = sign_in(staff, PlainPins(), RandomIds(), request, device="d1", now_us=7)
    assert (session.staff, session.name, session.role) == ("anna", "Anna", "teller")
    assert to_us(session.expires_at) == 7 + SESSION_US
    kept = staff.sessions[session.token]
    assert (kept.device, kept.counter, kept.expires_us) == ("d1", "3", 7 + SESSION_US)


@pytest.mark.parametrize(("number", "pin"), [("anna", "1111"), ("nobody", "2468")])
def test_wrong_pin_and_unknown_number_get_the_same_refusal(number: str, pin: str) -> None:
    with pytest.raises(SignInFailed) as refused:
        signing_in(FakeStaff(), pin, number=number)
    assert refused.value.params == ()


def test_five_wrong_pins_lock_for_a_minute_even_for_the_right_one() -> None:
    staff = FakeStaff()
    for _ in range(5):
        with pytest.raises(SignInFailed):
            signing_in(staff, "1111")
    with pytest.raises(SignInLocked) as refused:
        signing_in(staff, "2468", LOCK_US - 1)
    assert refused.value.params == ("1",)
    assert signing_in(staff, "2468", LOCK_US) in staff.sessions


def test_right_pin_forgives_wrong_ones() -> None:
    staff = FakeStaff()
    with pytest.raises(SignInFailed):
        signing_in(staff, "1111")
    signing_in(staff, "2468")
    assert staff.wrong_pins == 0
