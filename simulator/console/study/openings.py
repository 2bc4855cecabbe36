"""When each counter is open, and in what two plans differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from shared.config.profile import Hours
from shared.config.rules import clock_us
from simulator.console.study.case import MINUTE_US, clock
from simulator.model.scenario_staff import Staffing

#: Openings are compared to the minute.
Minutes = set[int]


@dataclass(frozen=True, slots=True)
class Span:
    """From one minute of the day to another."""

    begins_min: int
    ends_min: int

    @property
    def words(self) -> str:
        """10:00–12:00."""
        begins, ends = (clock(minute * MINUTE_US) for minute in (self.begins_min, self.ends_min))
        return f"{begins}–{ends}"


@dataclass(frozen=True, slots=True)
class Change:
    """A counter that is open longer (``is_more``) or shorter in one span than before."""

    counter: str
    span: Span
    is_more: bool


def open_minutes(lines: Sequence[Staffing], hours: Hours) -> dict[str, Minutes]:
    """The minutes in which each counter is staffed; pauses are left out."""
    found: dict[str, Minutes] = {}
    for line in lines:
        begins, ends = (
            _minute(at) for at in (line.opens or hours.opens, line.closes or hours.closes)
        )
        minutes = set(range(begins, ends))
        for pause in line.pauses:
            minutes -= set(range(_minute(pause.begins), _minute(pause.ends)))
        found.setdefault(line.counter, set()).update(minutes)
    return found


def changes(
    before: Sequence[Staffing], after: Sequence[Staffing], hours: Hours
) -> Iterator[Change]:
    """What is opened and closed on the way from one staffing to the other."""
    one, other = open_minutes(before, hours), open_minutes(after, hours)
    for counter in dict.fromkeys([*one, *other]):
        mine, theirs = one.get(counter, set()), other.get(counter, set())
        for is_more, minutes in ((True, theirs - mine), (False, mine - theirs)):
            for span in spans(minutes):
                yield Change(counter, span, is_more)


def spans(minutes: Minutes) -> Iterator[Span]:
    """Minutes one after another as spans."""
    for _, run in groupby(enumerate(sorted(minutes)), lambda pair: pair[1] - pair[0]):
        found = [minute for _, minute in run]
        yield Span(found[0], found[-1] + 1)


def staff_minutes(lines: Sequence[Staffing], hours: Hours) -> int:
    """How long counters are staffed, all together."""
    return sum(len(minutes) for minutes in open_minutes(lines, hours).values())


def _minute(at: str) -> int:
    return clock_us(at) // MINUTE_US
