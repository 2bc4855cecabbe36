"""A scenario with its profile, checked against it and in the form that the model runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from shared.config.load import SHIPPED, load_profile, load_toml
from shared.config.naming import suggestion
from shared.config.profile import Profile
from shared.config.rules import clock_us, to_rules
from shared.dispatch.layout import MINUTE_US
from shared.domain.errors import ScenarioInvalid
from shared.domain.rules import Rules
from shared.metrics.standard import Limit
from simulator.model.scenario import Pause, Scenario, Staffing
from simulator.model.shift import Shift, Stint, all_day

#: Scenarios that ship with the product, by the name that commands accept.
SHIPPED_SCENARIOS = ("neighbourhood", "payday", "city")
FOLDER = Path(__file__).parents[1] / "scenarios"

Item = TypeVar("Item")

HALF_HOUR_US = 30 * MINUTE_US
MOST_CUSTOMERS = 1_000_000


@dataclass(frozen=True)
class Plan:
    """What the model needs of a scenario. Times are microseconds from midnight.

    Arrivals come from ``opens_us`` to ``last_ticket_us``; a run without doors starts at 0.
    """

    scenario: Scenario
    profile: Profile
    rules: Rules
    shifts: tuple[Shift, ...]
    opens_us: int
    last_ticket_us: int

    @property
    def limits(self) -> tuple[Limit, ...]:
        """The waiting standard of the profile."""
        waits = self.profile.standards.waits
        return tuple(Limit(w.within_min * 60, w.share) for w in waits)


def load_plan(name_or_path: str | Path) -> Plan:
    """The plan of a scenario file, or of a shipped one by its name.

    Raises:
        FileUnreadable: no such file.
        ScenarioInvalid, ProfileInvalid: the first thing that is wrong, with its place.
    """
    path = scenario_path(name_or_path)
    scenario = load_toml(path, Scenario, ScenarioInvalid)
    named = scenario.profile
    profile = load_profile(named if named in SHIPPED else path.parent / named)
    for problem in problems(scenario, profile):
        raise ScenarioInvalid(path.name, problem)
    return to_plan(scenario, profile)


def scenario_path(name_or_path: str | Path) -> Path:
    """Where the scenario lies: the shipped file of that name, or the path as given."""
    if str(name_or_path) in SHIPPED_SCENARIOS:
        return FOLDER / f"{name_or_path}.toml"
    return Path(name_or_path)


def to_plan(scenario: Scenario, profile: Profile) -> Plan:
    """The plan of a checked scenario (see ``problems``)."""
    rules = to_rules(profile)
    if rules.hours is None:
        opens_us, last_ticket_us = 0, (profile.hours.lasts_min or 0) * MINUTE_US
    else:
        opens_us, last_ticket_us = rules.hours.opens_us, rules.hours.last_ticket_us
    shifts = all_day([c.id for c in profile.counters], opens_us)
    if scenario.staffing:
        shifts = tuple(
            _shift(staffing, str(1001 + rules.counter_index[staffing.counter]), profile)
            for staffing in scenario.staffing
        )
    return Plan(scenario, profile, rules, shifts, opens_us, last_ticket_us)


def _shift(staffing: Staffing, staff: str, profile: Profile) -> Shift:
    """The stints of one counter: between opening, pauses and closing."""
    hours = profile.hours
    begins_us = clock_us(staffing.opens or hours.opens)
    closes = staffing.closes or hours.closes
    stints = []
    for pause in staffing.pauses:
        back_us = clock_us(pause.ends)
        stints.append(Stint(begins_us, clock_us(pause.begins), pause.reason, back_us))
        begins_us = back_us
    stays = clock_us(closes) >= clock_us(hours.closes)
    stints.append(Stint(begins_us, None if stays else clock_us(closes)))
    return Shift(staffing.counter, staff, tuple(stints))


# ------------------------------------------------------------ what can be wrong


def problems(scenario: Scenario, profile: Profile) -> Iterator[str]:
    """Every contradiction between the scenario and its profile as one sentence."""
    if not profile.calling.has_standby:
        yield (
            "profile: calling.has_standby is false, and tellers who look for themselves "
            "are not simulated. Set it to true."
        )
    yield from _unknown_names(scenario, profile)
    yield from _staffing(scenario, profile)
    yield from _mix(scenario, profile)
    yield from _demand(scenario, profile)


def _unknown_names(scenario: Scenario, profile: Profile) -> Iterator[str]:
    services = [s.id for s in profile.services]
    segments = [s.id for s in profile.segments]
    used: list[tuple[str, str | None, str | None]] = []
    used += [(f"demand.mix.{i}", s.service, s.segment) for i, s in _numbered(scenario.demand.mix)]
    used += [
        (f"service_times.{i}", s.service, s.segment) for i, s in _numbered(scenario.service_times)
    ]
    used += [(f"patience.{i}", p.service, p.segment) for i, p in _numbered(scenario.patience)]
    for place, service, segment in used:
        if service is not None and service not in services:
            yield f"{place}.service: there is no “{service}”. {suggestion(service, services)}"
        if segment is not None and segment not in segments:
            yield f"{place}.segment: there is no “{segment}”. {suggestion(segment, segments)}"


def _numbered(items: tuple[Item, ...]) -> list[tuple[int, Item]]:
    return list(enumerate(items, start=1))


def _mix(scenario: Scenario, profile: Profile) -> Iterator[str]:
    """Every class must be served by a counter that is staffed at some time."""
    staffed = {s.counter for s in scenario.staffing} or {c.id for c in profile.counters}
    counters = [c for c in profile.counters if c.id in staffed]
    for number, share in _numbered(scenario.demand.mix):
        if not any(
            share.service in c.services and share.segment in (c.segments or (share.segment,))
            for c in counters
        ):
            yield (
                f"demand.mix.{number}: no staffed counter serves “{share.service}” for "
                f"“{share.segment}”. Staff one that does, or remove this line."
            )


def _demand(scenario: Scenario, profile: Profile) -> Iterator[str]:
    """Arrivals must fit the day, and the day must fit the machine."""
    plan = to_plan(scenario.model_copy(update={"staffing": ()}), profile)
    demand = scenario.demand
    length_us = plan.last_ticket_us - plan.opens_us
    half_hours = -(-length_us // HALF_HOUR_US)
    rates = demand.half_hours_per_hour
    if rates is not None and len(rates) != half_hours:
        yield (
            f"demand.half_hours_per_hour: {len(rates)} figures, but there are {half_hours} "
            "half-hours from opening to the last ticket. Give one for each."
        )
    hours = length_us / (60 * MINUTE_US)
    expected = sum(rates) / 2 if rates else (demand.per_hour or 0) * hours
    if expected > MOST_CUSTOMERS:
        yield f"demand: {expected:,.0f} customers a day are more than {MOST_CUSTOMERS:,}."
    for number, time_min in _numbered(demand.times_min or ()):
        if time_min * MINUTE_US > length_us:
            yield f"demand.times_min.{number}: {time_min:g} is after the last ticket."


def _staffing(scenario: Scenario, profile: Profile) -> Iterator[str]:
    counters = [c.id for c in profile.counters]
    reasons = [r.id for r in profile.pause_reasons]
    named = [s.counter for s in scenario.staffing]
    if scenario.staffing and profile.hours.lasts_min is not None:
        yield "staffing: a profile without hours (lasts_min) has every counter open. Remove it."
    for number, staffing in _numbered(scenario.staffing):
        place = f"staffing.{number}"
        if staffing.counter not in counters:
            name = staffing.counter
            yield f"{place}.counter: there is no “{name}”. {suggestion(name, counters)}"
        if named.count(staffing.counter) > 1:
            yield f"{place}.counter: “{staffing.counter}” stands there twice. Join the two."
        yield from _order(place, staffing, profile)
        for pause in staffing.pauses:
            if pause.reason not in reasons:
                yield f"{place}.pauses: {suggestion(pause.reason, reasons)}"


def _order(place: str, staffing: Staffing, profile: Profile) -> Iterator[str]:
    """Opening, pauses and closing must follow one another within the day."""
    opens, closes = staffing.opens or profile.hours.opens, staffing.closes or profile.hours.closes
    clocks = [opens, *(c for pause in staffing.pauses for c in _ends(pause)), closes]
    if any(early >= late for early, late in pairwise(clocks)):
        yield f"{place}: {', '.join(clocks)} do not follow one another. Put them in this order."


def _ends(pause: Pause) -> tuple[str, str]:
    return pause.begins, pause.ends
