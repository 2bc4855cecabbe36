"""What was recorded: a row a customer, and what of the file was dropped and why."""

import math
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from shared.domain.errors import InputInvalid

#: What became of a customer.
SERVED, LEFT, NO_SHOW, UNKNOWN = "served", "left", "no_show", "unknown"
NEVER_S: Final = math.nan


class TooLittle(InputInvalid):
    """There is not enough to estimate anything from."""

    code = "too_little_recorded"
    sentence = "%1 holds %2; calibration needs at least %3. Record more days and try again."


class Row(NamedTuple):
    """One customer. Seconds from midnight of the day, NaN where nothing was recorded.

    ``day`` is the date (ISO); ``is_walk_known``: somebody pressed a key when the service began, so
    that it tells the walk from the call. ``is_booked``: came to an appointment.
    """

    day: str
    service: str
    segment: str
    arrived_s: float
    called_s: float = NEVER_S
    started_s: float = NEVER_S
    ended_s: float = NEVER_S
    left_s: float = NEVER_S
    fate: str = UNKNOWN
    counter: str = ""
    staff: str = ""
    is_walk_known: bool = False
    is_booked: bool = False


class Presence(NamedTuple):
    """A stretch in which a counter was staffed. Seconds from midnight."""

    day: str
    counter: str
    from_s: float
    to_s: float


class Booking(NamedTuple):
    """Somebody with an appointment. Seconds from midnight; ``came_s`` NaN for who never came."""

    day: str
    service: str
    segment: str
    due_s: float
    came_s: float


@dataclass
class Records:
    """Everything that was read from a source.

    ``dropped``: reason -> how many rows, and the line of the first. A reason that begins with
    "kept:" is a row of which only a part could not be used.
    """

    source: str
    rows: list[Row] = field(default_factory=list)
    presences: list[Presence] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    read: int = 0
    dropped: dict[str, tuple[int, int]] = field(default_factory=dict)

    def drop(self, reason: str, line: int) -> None:
        """Note that a row, or a part of it, is not used."""
        count, first = self.dropped.get(reason, (0, line))
        self.dropped[reason] = (count + 1, first)

    @property
    def days(self) -> list[str]:
        """The days on which anybody came, in order."""
        return sorted({row.day for row in self.rows})
