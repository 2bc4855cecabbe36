"""When somebody works at a counter: stints with pauses between them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stint:
    """Work without interruption, microseconds from midnight.

    ``to_us`` None: until everybody has left. ``pause_reason`` says why the counter pauses at the
    end, ``back_us`` when the next stint is planned to begin; an empty reason means that the
    counter closes. Whoever is being served at the end is served to the end.
    """

    from_us: int
    to_us: int | None = None
    pause_reason: str = ""
    back_us: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """One person's day at one counter; the stints follow one another."""

    counter: str
    staff: str
    stints: tuple[Stint, ...]


def all_day(counters: list[str], from_us: int = 0) -> tuple[Shift, ...]:
    """Every counter staffed from ``from_us`` until everybody has left; staff 1001, 1002 ..."""
    return tuple(
        Shift(counter, str(1001 + index), (Stint(from_us),))
        for index, counter in enumerate(counters)
    )
