"""Contradictions in who works where and when; each sentence names a way out."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from shared.config.naming import no_such, suggestion
from shared.config.profile import Hours, Profile
from shared.domain.phrase import phrase
from simulator.model.scenario import Scenario
from simulator.model.scenario_staff import Pause, Staffing


def staffing_problems(scenario: Scenario, profile: Profile, hours: Hours) -> Iterator[str]:
    """Every contradiction between the roster and the profile as one sentence."""
    if scenario.staffing and profile.hours.lasts_min is not None:
        yield phrase(
            "staffing: a profile without hours (lasts_min) has every counter open. Remove it."
        )
    for number, staffing in enumerate(scenario.staffing, start=1):
        place = f"staffing.{number}"
        yield from _names(place, staffing, profile)
        yield from _order(place, staffing, hours)
    yield from _walks(scenario, profile)
    yield from _present(scenario, profile)
    yield from _twice(scenario, hours, "counter", lambda line: line.counter)
    yield from _twice(scenario, hours, "person", lambda line: line.person)


def _walks(scenario: Scenario, profile: Profile) -> Iterator[str]:
    """One walk to a counter, and only to those of the profile."""
    counters = [c.id for c in profile.counters]
    first: dict[str, int] = {}
    for number, line in enumerate(scenario.walks, start=1):
        place, name = f"walks.{number}.counter", line.counter
        if name not in counters:
            yield no_such(place, name, counters)
        elif first.setdefault(name, number) != number:
            other = f"walks.{first[name]}"
            yield phrase("%1: “%2” stands in %3 too. Keep one of them.", place, name, other)


def _present(scenario: Scenario, profile: Profile) -> Iterator[str]:
    """Whoever may be there has a staffing, and nobody comes in vain."""
    staffed = [s.counter for s in scenario.staffing] or [c.id for c in profile.counters]
    classes = [(line.service, line.segment) for line in scenario.demand.mix]
    classes += [(line.service, line.segment) for line in scenario.appointments]
    for number, line in enumerate(scenario.present, start=1):
        place = f"present.{number}.counters"
        for counter in line.counters:
            if counter not in staffed:
                nearest = suggestion(counter, staffed)
                yield phrase("%1: “%2” is not staffed. %3", place, counter, nearest)
        for service, segment in dict.fromkeys(classes):
            if not any(
                service in c.services and segment in (c.segments or (segment,))
                for c in profile.counters
                if c.id in line.counters
            ):
                yield phrase(
                    "%1: none of them serves “%2” for “%3”. Add one.", place, service, segment
                )


def _names(place: str, staffing: Staffing, profile: Profile) -> Iterator[str]:
    """Counter, services and reasons of pauses are those of the profile."""
    counters = [c.id for c in profile.counters]
    reasons = [r.id for r in profile.pause_reasons]
    services = [s.id for s in profile.services]
    if staffing.counter not in counters:
        name = staffing.counter
        yield no_such(f"{place}.counter", name, counters)
    for service in staffing.services or ():
        if service not in services:
            yield no_such(f"{place}.services", service, services)
    for pause in staffing.pauses:
        if pause.reason not in reasons:
            nearest = suggestion(pause.reason, reasons)
            yield phrase("%1.pauses: there is no reason “%2”. %3", place, pause.reason, nearest)


def _order(place: str, staffing: Staffing, hours: Hours) -> Iterator[str]:
    """Opening, pauses and closing must follow one another within the day."""
    opens, closes = begins_and_ends(staffing, hours)
    clocks = [opens, *(c for pause in staffing.pauses for c in _ends(pause)), closes]
    if any(early >= late for early, late in pairwise(clocks)):
        yield phrase(
            "%1: %2 do not follow one another. Put them in this order.", place, ", ".join(clocks)
        )


def begins_and_ends(staffing: Staffing, hours: Hours) -> tuple[str, str]:
    """The clock times of the line, or those of the branch."""
    return staffing.opens or hours.opens, staffing.closes or hours.closes


def _ends(pause: Pause) -> tuple[str, str]:
    return pause.begins, pause.ends


def _twice(
    scenario: Scenario, hours: Hours, what: str, whose: Callable[[Staffing], str | None]
) -> Iterator[str]:
    """One counter holds one person at a time, and one person works at one counter at a time."""
    lines: dict[str, list[tuple[str, str, int]]] = {}
    for number, staffing in enumerate(scenario.staffing, start=1):
        if (name := whose(staffing)) is not None:
            lines.setdefault(name, []).append((*begins_and_ends(staffing, hours), number))
    for name, times in lines.items():
        for (_, ends, one), (begins, _, other) in pairwise(sorted(times)):
            if begins < ends:
                yield phrase(
                    "%1: “%2” is taken by %3 until %4. Let the two follow one another.",
                    f"staffing.{other}.{what}",
                    name,
                    f"staffing.{one}",
                    ends,
                )
