"""When somebody works at a counter: stints with pauses between them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stint:
    """Work without interruption, microseconds from midnight.

    ``to_us`` None: until everybody has left. ``pause_reason`` says why the counter pauses at the
    end, ``back_us`` when the next stint is planned to begin; an empty reason means that the
    counter closes. Whoever is being served at the end is served to the end. It begins at least
    ``gap_us`` after the stint before it. ``calls`` False: the counter, which pauses, closes instead
    of calling. ``is_cash_after``: the pause behind it is cash work.
    """

    from_us: int
    to_us: int | None = None
    pause_reason: str = ""
    back_us: int | None = None
    calls: bool = True
    gap_us: int = 0
    is_cash_after: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """One person's work at one counter; the stints follow one another.

    A person with several shifts does them one after another, a counter with several people has
    them one after another: whoever comes next waits until the one before is done. Only the last
    shift at a counter, and of a person, may end with a pause: nobody else comes to a counter that
    pauses, and who pauses at one opens no other. ``speed_milli`` is the person's, in thousandths,
    on top of the counter's; ``skills`` are the services that the person may serve, None: all.
    """

    counter: str
    staff: str
    stints: tuple[Stint, ...]
    speed_milli: int = 1000
    skills: tuple[str, ...] | None = None


def in_turn(shifts: Iterable[Shift]) -> list[Shift]:
    """The order in which shifts at one counter, or of one person, follow one another."""
    return sorted(shifts, key=lambda shift: shift.stints[0].from_us)


def all_day(counters: list[str], from_us: int = 0) -> tuple[Shift, ...]:
    """Every counter staffed from ``from_us`` until everybody has left; staff 1001, 1002 ..."""
    return tuple(
        Shift(counter, str(1001 + index), (Stint(from_us),))
        for index, counter in enumerate(counters)
    )
