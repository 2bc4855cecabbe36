"""Use cases of people: sign in with staff number and PIN, sign out, open a device's staff page."""

from typing import Final

from shared.domain.errors import RoleForbidden, SignInFailed, SignInLocked
from shared.protocol.command import SignIn, Unlock
from shared.protocol.event import to_datetime
from shared.protocol.lobby import Session
from shared.protocol.roles import IN_CHARGE
from shared.services.ports import Ids, PinHasher, SessionRecord, StaffFile, StaffRecord

SESSION_US: Final = 12 * 3600 * 1_000_000  # one long working day
UNLOCKED_US: Final = 10 * 60 * 1_000_000  # somebody stands at the kiosk
WRONG_PINS_MAX: Final = 5
LOCK_US: Final = 60 * 1_000_000


def sign_in(
    staff_file: StaffFile,
    pins: PinHasher,
    ids: Ids,
    request: SignIn,
    *,
    device: str,
    now_us: int,
) -> Session:
    """A session for this person on this device.

    After five wrong PINs in a row sign-in is locked for a minute. A PIN counts as wrong before it
    is tested, and a right one is forgiven: guesses sent at the same moment are counted one by one.

    Raises:
        SignInFailed: number and PIN do not match; which of the two is not said.
        SignInLocked.
    """
    record = _recognised(staff_file, pins, request.staff, request.pin, now_us)
    return open_session(
        staff_file, record, ids.new_token(), request.counter or "", device, now_us, SESSION_US
    )


def unlock(
    staff_file: StaffFile,
    pins: PinHasher,
    ids: Ids,
    request: Unlock,
    *,
    device: str,
    now_us: int,
) -> Session:
    """A short session at a device in the hall, for who is in charge. PINs count as in ``sign_in``.

    Raises:
        SignInFailed, SignInLocked.
        RoleForbidden: the person is not in charge.
    """
    record = _recognised(staff_file, pins, request.staff, request.pin, now_us)
    if record.role not in IN_CHARGE:
        raise RoleForbidden(record.role, ", ".join(sorted(IN_CHARGE)))
    return open_session(staff_file, record, ids.new_token(), "", device, now_us, UNLOCKED_US)


def _recognised(
    staff_file: StaffFile, pins: PinHasher, staff: str, pin: str, now_us: int
) -> StaffRecord:
    """Whose number and PIN these are. Raises SignInFailed, SignInLocked."""
    record = staff_file.find(staff)
    if record is None:
        pins.hash(pin)  # an unknown number takes as long as a wrong PIN
        raise SignInFailed()
    locked_until_us = staff_file.count_try(record.id, WRONG_PINS_MAX, now_us, now_us + LOCK_US)
    if locked_until_us:
        raise SignInLocked(-(-(locked_until_us - now_us) // 1_000_000))
    if not pins.is_right(record.pin_hash, pin):
        raise SignInFailed()
    staff_file.forgive_tries(record.id)
    return record


def open_session(
    staff_file: StaffFile,
    record: StaffRecord,
    token: str,
    counter: str,
    device: str,
    now_us: int,
    lasts_us: int,
) -> Session:
    """A session of somebody who has proved who it is."""
    expires_us = now_us + lasts_us
    session = SessionRecord(
        record.id, record.name, record.role, record.skills, device, counter, expires_us
    )
    staff_file.open_session(token, session, now_us)
    return Session(
        token=token,
        staff=record.id,
        name=record.name,
        role=record.role,
        skills=record.skills,
        expires_at=to_datetime(expires_us),
    )
