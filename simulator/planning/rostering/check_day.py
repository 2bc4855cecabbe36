"""What the duties of one day break together: counters, breaks at once, presence, needs."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from simulator.planning.rostering.broken import Broken, Rule
from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.need import DayNeed
from simulator.planning.rostering.roster import Duty
from simulator.planning.rostering.staff_file import Presence, When

#: From when to when, and how many there are then.
Count = tuple[int, int, int]


def day_breaks(
    day: Day, duties: Sequence[Duty], needs: Sequence[DayNeed], month: Month
) -> Iterator[Broken]:
    """Every rule about the house that is broken on this day."""
    if not day.is_open:
        return
    edges = _edges(day, duties, needs, month)
    spans = list(pairwise(edges))
    yield from _places(day, duties, spans, month)
    most = month.file.lunch_away_most
    if most is not None:
        away = [(b, e, sum(_is_away(duty, b) for duty in duties)) for b, e in spans]
        for begins, ends, found in _runs(away, lambda n: n > most):
            yield Broken(Rule.BREAKS_AT_ONCE, day.iso, "", begins, ends, found=found, wanted=most)
    for presence in month.file.presence:
        yield from _presence(day, presence, duties, spans, month)
    yield from _needs(day, needs, duties, spans)


def _edges(day: Day, duties: Sequence[Duty], needs: Sequence[DayNeed], month: Month) -> list[int]:
    """Every minute of the day at which something begins or ends."""
    found = {
        day.opens_min,
        day.closes_min,
        day.opens_min - month.file.opening_min,
        day.closes_min + month.file.closing_min,
    }
    for duty in duties:
        found |= {duty.begins_min, duty.ends_min}
        found |= {edge for each in duty.breaks for edge in each}
    for need in needs:
        found |= {need.begins_min, need.ends_min}
    return sorted(found)


def _is_away(duty: Duty, minute: int) -> bool:
    return any(begins <= minute < ends for begins, ends in duty.breaks)


def _runs(counts: Sequence[Count], is_wrong: Callable[[int], bool]) -> Iterator[Count]:
    """Neighbouring spans with the same wrong number as one."""
    run: Count | None = None
    for begins, ends, found in counts:
        if run is not None and run[1] == begins and run[2] == found:
            run = (run[0], ends, found)
            continue
        if run is not None and is_wrong(run[2]):
            yield run
        run = (begins, ends, found)
    if run is not None and is_wrong(run[2]):
        yield run


def _places(
    day: Day, duties: Sequence[Duty], spans: Sequence[tuple[int, int]], month: Month
) -> Iterator[Broken]:
    """One person at a counter, breaks included, and no more without one than there is room."""
    for counter in {duty.counter for duty in duties if duty.counter}:
        own = [duty for duty in duties if duty.counter == counter]
        for begins, ends, found in _runs(_in_the_house(own, spans), lambda n: n > 1):
            yield Broken(Rule.COUNTER, day.iso, "", begins, ends, counter, found=found, wanted=1)
    for skill in month.file.skills:
        own = [duty for duty in duties if duty.skill == skill.id and not duty.counter]
        room = skill.seats.__lt__
        for begins, ends, found in _runs(_in_the_house(own, spans), room):
            yield Broken(
                Rule.SEATS, day.iso, "", begins, ends, skill.id, found=found, wanted=skill.seats
            )


def _in_the_house(duties: Sequence[Duty], spans: Sequence[tuple[int, int]]) -> list[Count]:
    return [(b, e, sum(d.begins_min <= b < d.ends_min for d in duties)) for b, e in spans]


def _presence(
    day: Day,
    presence: Presence,
    duties: Sequence[Duty],
    spans: Sequence[tuple[int, int]],
    month: Month,
) -> Iterator[Broken]:
    counts = [
        (
            begins,
            ends,
            sum(_fits(duty, presence, month) for duty in duties if duty.is_at_work(begins)),
        )
        for begins, ends in spans
        if _is_asked(day, presence.when, begins, duties, month)
    ]
    for begins, ends, found in _runs(counts, lambda n: n < presence.people):
        yield Broken(
            Rule.PRESENCE,
            day.iso,
            "",
            begins,
            ends,
            presence.id,
            found,
            presence.people,
        )


def _is_asked(day: Day, when: When, minute: int, duties: Sequence[Duty], month: Month) -> bool:
    file = month.file
    match when:
        case When.OPEN:
            return day.opens_min <= minute < day.closes_min
        case When.OPENING:
            return day.opens_min - file.opening_min <= minute < day.opens_min
        case When.CLOSING:
            return day.closes_min <= minute < day.closes_min + file.closing_min
        case When.CASH:
            is_open = day.opens_min <= minute < day.closes_min
            cash = (duty for duty in duties if duty.counter in file.cash_counters)
            return is_open and any(duty.is_at_work(minute) for duty in cash)


def _fits(duty: Duty, presence: Presence, month: Month) -> bool:
    person = month.person.get(duty.person)
    if person is None:
        return False
    has_skill = presence.skill is None or presence.skill in person.skills
    return has_skill and person.cash_limit >= (presence.cash_limit or 0.0)


def _needs(
    day: Day,
    needs: Sequence[DayNeed],
    duties: Sequence[Duty],
    spans: Sequence[tuple[int, int]],
) -> Iterator[Broken]:
    """Of several needs at one time for one skill the greatest counts."""
    for skill in sorted({need.skill for need in needs}):
        own = [duty for duty in duties if duty.skill == skill]
        asked = [need for need in needs if need.skill == skill]
        wanted = [
            max((n.people for n in asked if n.begins_min <= begins < n.ends_min), default=0)
            for begins, _ in spans
        ]
        there = [sum(duty.is_at_work(begins) for duty in own) for begins, _ in spans]
        for people in sorted({each for each in wanted if each}):
            counts = [
                (*span, found)
                for span, found, each in zip(spans, there, wanted, strict=True)
                if each == people
            ]
            for begins, ends, found in _runs(counts, people.__gt__):
                yield Broken(
                    Rule.NEED, day.iso, "", begins, ends, skill, found=found, wanted=people
                )
