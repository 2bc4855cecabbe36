"""What the use cases need from outside, as Protocols."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The branch's time."""

    @property
    def rate(self) -> float:
        """Branch seconds per real second: 1.0 live, more in practice, 0.0 when set by hand."""

    @property
    def is_real(self) -> bool:
        """Whether its days are real ones; practice days are kept in a database of their own."""

    def now_us(self) -> int:
        """Microseconds since the UTC epoch."""


class Ids(Protocol):
    """Where identifiers and secrets come from."""

    def new_id(self) -> str:
        """A surrogate identifier that has never been given before."""

    def new_token(self) -> str:
        """A secret that cannot be guessed (128 bits or more), safe inside an address."""

    def new_code(self) -> str:
        """Six letters and digits that people read to one another, without look-alikes."""


class PinHasher(Protocol):
    """Slow one-way hashing of PINs."""

    def hash(self, pin: str) -> str:
        """A salted hash to keep."""

    def is_right(self, pin_hash: str, pin: str) -> bool:
        """Whether the PIN belongs to the hash."""


@dataclass(frozen=True, slots=True)
class StaffRecord:
    """A person who works here. ``skills`` None means every service."""

    id: str
    name: str
    role: str
    pin_hash: str
    skills: tuple[str, ...] | None = None
    wrong_pins: int = 0
    locked_until_us: int = 0


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """Somebody signed in on a device, until ``expires_us`` of the branch's clock."""

    staff: str
    name: str
    role: str
    skills: tuple[str, ...] | None
    device: str
    counter: str
    expires_us: int


class StaffFile(Protocol):
    """The staff records and who is signed in."""

    def find(self, staff: str) -> StaffRecord | None:
        """The record with this staff number."""

    def names(self) -> Mapping[str, str]:
        """Every name by staff number."""

    def count_try(self, staff: str, most: int, now_us: int, lock_until_us: int) -> int:
        """Count a PIN as wrong before it is looked at, in one step, however many come at once.

        The ``most``-th in a row locks sign-in until ``lock_until_us``. 0: counted; otherwise it is
        locked already, until the time given back, and nothing was counted.
        """

    def forgive_tries(self, staff: str) -> None:
        """The PIN was right: no wrong ones in a row, no lock."""

    def follow_directory(self, record: StaffRecord, at: datetime) -> None:
        """Name and role as the bank's directory has them; who is new is added without a PIN."""

    def open_session(self, token: str, session: SessionRecord, now_us: int) -> None:
        """Keep a session under its token (only a digest of the token is stored)."""

    def end_session(self, token: str) -> None:
        """Forget the session; nothing happens when there is none."""
