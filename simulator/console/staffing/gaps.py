"""Need against staffing by half-hour, where people are short, and how it could be mended; no Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from shared.config.profile import Hours
from shared.config.rules import clock_us
from simulator.console.study.case import MINUTE_US, clock
from simulator.console.study.draft import Draft
from simulator.console.study.openings import open_minutes
from simulator.model.scenario_staff import Staffing

HALF_HOUR: Final = 30
#: So many things to settle are shown at once.
MOST_SETTLED: Final = 4


@dataclass(frozen=True, slots=True)
class Axis:
    """The half-hours of the day, minutes from midnight: the first begins, so many follow."""

    begins_min: int
    count: int

    @property
    def ends_min(self) -> int:
        """When the last one is over."""
        return self.begins_min + self.count * HALF_HOUR

    def begin(self, place: int) -> int:
        """When this half-hour begins."""
        return self.begins_min + place * HALF_HOUR


@dataclass(frozen=True, slots=True)
class Short:
    """So many counters too few from one half-hour to another (not included)."""

    first: int
    last: int
    missing: int


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that makes it less: of a pause, or a counter that opens. ``what`` is a key."""

    what: str
    counter: str
    begins_min: int
    ends_min: int
    draft: Draft


def axis_of(draft: Draft) -> Axis:
    """From opening to closing, in whole half-hours."""
    begins = minute_of(draft.hours.opens) // HALF_HOUR * HALF_HOUR
    ends = -(-minute_of(draft.hours.closes) // HALF_HOUR) * HALF_HOUR
    return Axis(begins, (ends - begins) // HALF_HOUR)


def minute_of(at: str) -> int:
    """A clock time in minutes from midnight."""
    return clock_us(at) // MINUTE_US


def open_counts(draft: Draft, axis: Axis) -> list[int]:
    """How many counters are open in more than half of each half-hour."""
    hours = draft.hours
    counters: dict[str, list[tuple[int, ...]]] = {}
    for line in draft.staffing:
        counters.setdefault(line.counter, []).append(_open_min(line, hours, axis))
    found = [0] * axis.count
    for lines in counters.values():
        for place, open_min in enumerate(zip(*lines, strict=True)):
            found[place] += 2 * sum(open_min) > HALF_HOUR
    return found


@lru_cache(maxsize=4096)
def _open_min(line: Staffing, hours: Hours, axis: Axis) -> tuple[int, ...]:
    """Minutes that a line is open in each half-hour; searching for a repair asks very often."""
    found = [0] * axis.count
    for minute in open_minutes([line], hours)[line.counter]:
        place = (minute - axis.begins_min) // HALF_HOUR
        if 0 <= place < axis.count:
            found[place] += 1
    return tuple(found)


def shorts(need: Sequence[int], there: Sequence[int]) -> Iterator[Short]:
    """Stretches in which as many are missing, in their order."""
    begun: tuple[int, int] | None = None
    for place, (wanted, found) in enumerate([*zip(need, there, strict=True), (0, 0)]):
        missing = max(0, wanted - found)
        if begun is not None and missing != begun[1]:
            yield Short(begun[0], place, begun[1])
            begun = None
        if missing and begun is None:
            begun = (place, missing)


def repairs(draft: Draft, need: Sequence[int], axis: Axis, short: Short) -> Repair | None:
    """The change that takes most of what is missing all day; a pause moves before people come."""
    before = _missing(draft, need, axis)
    tried = [*_moved_pauses(draft, axis, short), *_opened(draft, axis, short)]
    missing = [(_missing(each.draft, need, axis), place) for place, each in enumerate(tried)]
    better = (tried[place] for left, place in sorted(missing) if left < before)
    # Whether a change fits together takes longest to find out: of the best ones only.
    return next((each for each in better if not each.draft.problem()), None)


def _missing(draft: Draft, need: Sequence[int], axis: Axis) -> int:
    there = open_counts(draft, axis)
    return sum(max(0, wanted - found) for wanted, found in zip(need, there, strict=True))


def _moved_pauses(draft: Draft, axis: Axis, short: Short) -> Iterator[Repair]:
    """Each pause within the stretch at every other half-hour of the middle of the day."""
    begins, ends = axis.begin(short.first), axis.begin(short.last)
    for place, line in enumerate(draft.staffing):
        for number, pause in enumerate(line.pauses):
            at, until = minute_of(pause.begins), minute_of(pause.ends)
            if at >= ends or until <= begins:
                continue
            for to_min in range(axis.begins_min + 120, axis.ends_min - 120, HALF_HOUR):
                moved = pause.model_copy(
                    update={"begins": text(to_min), "ends": text(to_min + until - at)}
                )
                pauses = (*line.pauses[:number], moved, *line.pauses[number + 1 :])
                changed = with_line(draft, place, line.model_copy(update={"pauses": pauses}))
                yield Repair("pause", line.counter, to_min, to_min + until - at, changed)


def _opened(draft: Draft, axis: Axis, short: Short) -> Iterator[Repair]:
    """A counter that nobody staffs then, just for the stretch."""
    begins, ends = axis.begin(short.first), axis.begin(short.last)
    opened = open_minutes(draft.staffing, draft.hours)
    for counter in draft.case.profile.counters:
        if opened.get(counter.id, set()) & set(range(begins, ends)):
            continue
        line = Staffing(counter=counter.id, opens=text(begins), closes=text(ends))
        changed = draft.staffed([*draft.staffing, line])
        yield Repair("open", counter.id, begins, ends, changed)


def with_line(draft: Draft, place: int, line: Staffing) -> Draft:
    """With another line in the place of one."""
    lines = list(draft.staffing)
    lines[place] = line
    return draft.staffed(lines)


def text(minute: int) -> str:
    """HH:MM."""
    return clock(minute * MINUTE_US)


def shifted(draft: Draft, place: int, by_min: int, *, only_end: bool) -> Draft | None:
    """A line earlier or later with its pauses, or only longer; None where it cannot be."""
    line, hours = draft.staffing[place], draft.hours
    opens, closes = minute_of(line.opens or hours.opens), minute_of(line.closes or hours.closes)
    least, most = minute_of(hours.opens), minute_of(hours.closes)
    begins = opens if only_end else opens + by_min
    ends = closes + by_min
    if begins < least or ends > most or ends - begins < HALF_HOUR:
        return None
    pauses = line.pauses
    if not only_end:
        pauses = tuple(
            pause.model_copy(
                update={
                    "begins": text(minute_of(pause.begins) + by_min),
                    "ends": text(minute_of(pause.ends) + by_min),
                }
            )
            for pause in pauses
        )
    pauses = tuple(p for p in pauses if begins < minute_of(p.begins) and minute_of(p.ends) < ends)
    changed = line.model_copy(
        update={"opens": text(begins), "closes": text(ends), "pauses": pauses}
    )
    found = with_line(draft, place, changed)
    return None if found.problem() else found


def pause_moved(draft: Draft, place: int, by_min: int) -> Draft | None:
    """The first pause of a line earlier or later; None where it cannot be."""
    line = draft.staffing[place]
    if not line.pauses:
        return None
    first, *rest = line.pauses
    moved = first.model_copy(
        update={
            "begins": text(minute_of(first.begins) + by_min),
            "ends": text(minute_of(first.ends) + by_min),
        }
    )
    found = with_line(draft, place, line.model_copy(update={"pauses": (moved, *rest)}))
    return None if found.problem() else found
