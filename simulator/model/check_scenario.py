"""Contradictions between a scenario and its profile; each sentence names a way out."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeVar

from shared.config.naming import no_such
from shared.config.profile import Hours, Profile
from shared.config.rules import to_rules
from shared.dispatch.layout import MINUTE_US
from shared.domain.phrase import phrase
from simulator.model.check_hall import hall_problems
from simulator.model.check_house import house_problems
from simulator.model.check_staffing import staffing_problems
from simulator.model.check_visits import visit_lines, visit_problems
from simulator.model.scenario import Booked, Demand, Scenario, Share
from simulator.model.scenario_day import HALF_HOUR_US, hours_on, played_on, ticket_hours
from simulator.model.scenario_staff import Staffing

Item = TypeVar("Item")

MOST_CUSTOMERS = 1_000_000


def problems(scenario: Scenario, profile: Profile) -> Iterator[str]:
    """Every contradiction between the scenario and its profile as one sentence."""
    if not profile.calling.has_standby:
        yield phrase(
            "profile: calling.has_standby is false, and tellers who look for themselves "
            "are not simulated. Set it to true."
        )
    wrong_date = [*_date(scenario, profile)]
    yield from wrong_date
    if wrong_date:
        return
    rules = to_rules(profile)
    hours = hours_on(profile, rules, played_on(scenario, rules))
    yield from _unknown_names(scenario, profile)
    yield from _appointments(scenario, profile)
    yield from staffing_problems(scenario, profile, hours)
    yield from house_problems(scenario, profile)
    yield from _mix(scenario, profile)
    yield from _demand(scenario, hours)
    yield from hall_problems(scenario, profile, rules)
    yield from visit_problems(
        scenario, profile, lambda place, line: _unstaffed(place, line, scenario, profile)
    )


def _unknown_names(scenario: Scenario, profile: Profile) -> Iterator[str]:
    services = [s.id for s in profile.services]
    segments = [s.id for s in profile.segments]
    used: list[tuple[str, str | None, str | None]] = []
    used += [(f"demand.mix.{i}", s.service, s.segment) for i, s in _numbered(scenario.demand.mix)]
    used += [
        (f"service_times.{i}", s.service, s.segment) for i, s in _numbered(scenario.service_times)
    ]
    used += [(f"patience.{i}", p.service, p.segment) for i, p in _numbered(scenario.patience)]
    kiosk = scenario.kiosk.times
    used += [(f"kiosk.times.{i}", k.service, k.segment) for i, k in _numbered(kiosk)]
    machines, layout = scenario.self_service, scenario.layout
    used += [(f"self_service.{i}", m.service, m.segment) for i, m in _numbered(machines)]
    if layout is not None:
        used += [(f"layout.waits.{i}", w.service, w.segment) for i, w in _numbered(layout.waits)]
        used += [(f"layout.speeds.{i}", w.service, w.segment) for i, w in _numbered(layout.speeds)]
    used += [(place, line.service, line.segment) for place, line in visit_lines(scenario)]
    used += [
        (f"appointments.{i}", a.service, a.segment) for i, a in _numbered(scenario.appointments)
    ]
    for place, service, segment in used:
        if service is not None and service not in services:
            yield no_such(f"{place}.service", service, services)
        if segment is not None and segment not in segments:
            yield no_such(f"{place}.segment", segment, segments)


def _numbered(items: tuple[Item, ...]) -> list[tuple[int, Item]]:
    return list(enumerate(items, start=1))


def _date(scenario: Scenario, profile: Profile) -> Iterator[str]:
    if scenario.date is None:
        return
    try:
        is_open = to_rules(profile).calendar.is_open(scenario.date)
    except ValueError:
        yield phrase("date: “%1” is no date. Write it like 2026-01-15.", scenario.date)
        return
    if not is_open:
        yield phrase("date: the branch is closed on %1. Choose an open day.", scenario.date)


def _appointments(scenario: Scenario, profile: Profile) -> Iterator[str]:
    """Appointments need slots in the profile, and a counter that is staffed."""
    offered = [a.service for a in profile.appointments]
    for number, line in _numbered(scenario.appointments):
        if line.service not in offered:
            yield phrase(
                "%1: the profile has no appointments for “%2”. Add [[appointments]] there, or "
                "remove this line.",
                f"appointments.{number}.service",
                line.service,
            )
        yield from _unstaffed(f"appointments.{number}", line, scenario, profile)


def _mix(scenario: Scenario, profile: Profile) -> Iterator[str]:
    """Every class must be served by a counter that is staffed at some time."""
    for number, share in _numbered(scenario.demand.mix):
        yield from _unstaffed(f"demand.mix.{number}", share, scenario, profile)


def _unstaffed(
    place: str, line: Share | Booked, scenario: Scenario, profile: Profile
) -> Iterator[str]:
    lines = scenario.staffing or [Staffing(counter=c.id) for c in profile.counters]
    served = {(s.counter, service) for s in lines for service in s.services or (line.service,)}
    if not any(
        line.service in c.services and line.segment in (c.segments or (line.segment,))
        for c in profile.counters
        if (c.id, line.service) in served
    ):
        yield phrase(
            "%1: no staffed counter serves “%2” for “%3”. Staff one that does, or remove this "
            "line.",
            place,
            line.service,
            line.segment,
        )


def _demand(scenario: Scenario, opening: Hours) -> Iterator[str]:
    """Arrivals must fit the day, and the day must fit the machine."""
    demand = scenario.demand
    opens_us, last_ticket_us = ticket_hours(opening)
    length_us = last_ticket_us - opens_us
    half_hours = -(-length_us // HALF_HOUR_US)
    rates = demand.half_hours_per_hour
    if rates is not None and len(rates) != half_hours:
        yield phrase(
            "demand.half_hours_per_hour: %1 figures, but there are %2 half-hours from opening to "
            "the last ticket. Give one for each.",
            len(rates),
            half_hours,
        )
    wrong_steps = [*_steps(demand, opening)]
    yield from wrong_steps
    if wrong_steps:
        return
    expected = _expected(demand, opens_us, last_ticket_us)
    if expected > MOST_CUSTOMERS:
        figures = f"{expected:,.0f}", f"{MOST_CUSTOMERS:,}"
        yield phrase("demand: %1 customers a day are more than %2.", *figures)
    for number, time_min in _numbered(demand.times_min or ()):
        if time_min * MINUTE_US > length_us:
            place, found = f"demand.times_min.{number}", f"{time_min:g}"
            yield phrase("%1: %2 is after the last ticket.", place, found)


def _steps(demand: Demand, opening: Hours) -> Iterator[str]:
    """Steps begin with the opening and follow one another before the last ticket."""
    if demand.steps is None:
        return
    if opening.lasts_min is not None:
        yield phrase("demand.steps: a profile without hours has no clock. Give per_hour.")
        return
    clocks = [*(step.begins for step in demand.steps), opening.last_ticket]
    if clocks[0] != opening.opens:
        yield phrase(
            "demand.steps.1.begins: the first step begins with the opening, %1.", opening.opens
        )
    if any(early >= late for early, late in pairwise(clocks)):
        yield phrase(
            "demand.steps: %1 do not follow one another. Put them in this order, all before the "
            "last ticket.",
            ", ".join(clocks),
        )


def _expected(demand: Demand, opens_us: int, last_ticket_us: int) -> float:
    """How many are expected on a day; a group is at most its largest size."""
    hours = (last_ticket_us - opens_us) / (60 * MINUTE_US)
    most = 1 + len(demand.groups.sizes) if demand.groups else 1
    if demand.half_hours_per_hour is not None:
        return most * sum(demand.half_hours_per_hour) / 2
    if demand.steps is not None:
        return most * max(step.per_hour for step in demand.steps) * hours
    return most * (demand.per_hour or 0) * hours
