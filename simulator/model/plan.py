"""A scenario with its profile, checked against it and in the form that the model runs."""

from dataclasses import dataclass
from pathlib import Path

from shared.config.load import SHIPPED, load_profile
from shared.config.naming import suggestion
from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain.errors import InputInvalid, ScenarioInvalid
from shared.domain.phrase import phrase
from shared.domain.rules import Rules
from shared.metrics.standard import Limit
from simulator.model.changes import load_scenario, scenario_path
from simulator.model.check_scenario import problems
from simulator.model.machine_count import with_machines
from simulator.model.other_policy import other_policy
from simulator.model.roster import to_shifts
from simulator.model.scenario import Scenario
from simulator.model.scenario_day import hours_on, played_on, ticket_hours
from simulator.model.shift import Shift, all_day


@dataclass(frozen=True)
class Plan:
    """What the model needs of a scenario. Times are microseconds from midnight.

    Arrivals come from ``opens_us`` to ``last_ticket_us``; a run without doors starts at 0. ``day``
    is the date (ISO) on which it is played: the profile's calendar says of which type it is.
    """

    scenario: Scenario
    profile: Profile
    rules: Rules
    shifts: tuple[Shift, ...]
    opens_us: int
    last_ticket_us: int
    day: str

    @property
    def policy_hash(self) -> str:
        """The fingerprint of the discipline of this day."""
        return self.rules.day(self.rules.calendar.day_type(self.day)).discipline.hash

    @property
    def limits(self) -> tuple[Limit, ...]:
        """The waiting standard of the profile on this day."""
        day_type = self.rules.calendar.day_type(self.day)
        own = [t.waits for t in self.profile.calendar.types if t.id == day_type and t.waits]
        waits = own[0] if own else self.profile.standards.waits
        return tuple(Limit(w.within_min * 60, w.share) for w in waits)


def load_plan(name_or_path: str | Path) -> Plan:
    """The plan of a scenario file, or of a shipped one by its name.

    Raises:
        FileUnreadable: no such file.
        ScenarioInvalid, ProfileInvalid: the first thing that is wrong, with its place.
    """
    return to_plan(*load_branch(name_or_path))


def load_branch(name_or_path: str | Path) -> tuple[Scenario, Profile]:
    """A scenario and its profile under the policy that it asks for, checked against each other.

    Raises:
        FileUnreadable, ScenarioInvalid, ProfileInvalid: as ``load_plan``.
    """
    path = scenario_path(name_or_path)
    scenario = load_scenario(path)
    profile = _profile(scenario, path)
    for problem in problems(scenario, profile):
        raise ScenarioInvalid(path.name, problem)
    return scenario, profile


def _profile(scenario: Scenario, path: Path) -> Profile:
    """The branch, under the policy that the scenario asks for.

    Raises:
        ScenarioInvalid, ProfileInvalid.
    """
    profile = load_profile(_profile_path(scenario.profile, path))
    asked = scenario.policy
    try:
        return other_policy(profile, asked.preset, asked.overload) if asked else profile
    except InputInvalid as refusal:
        raise ScenarioInvalid(path.name, phrase("policy: %1", refusal)) from refusal


def _profile_path(named: str, scenario: Path) -> str | Path:
    """Where the profile lies: the shipped one of that name, or a path relative to the scenario.

    Raises:
        ScenarioInvalid: there is no such file, or it is the scenario itself.
    """
    if named in SHIPPED:
        return named
    found = scenario.parent / named
    if not found.is_file():
        known = suggestion(named, list(SHIPPED))
        reason = phrase(
            "%1: there is no “%2”. %3 Or write a path relative to this file.",
            "profile",
            named,
            known,
        )
        raise ScenarioInvalid(scenario.name, reason)
    if found.samefile(scenario):
        reason = phrase(
            "profile: “%1” is this scenario itself. Name the profile of a branch.", named
        )
        raise ScenarioInvalid(scenario.name, reason)
    return found


def to_plan(scenario: Scenario, profile: Profile) -> Plan:
    """The plan of a checked scenario (see ``problems``).

    Its profile has the scenario's walks and machines, its scenario therefore no machines any more.
    """
    profile = with_machines(_with_walks(profile, scenario), scenario.machines)
    if scenario.machines:
        scenario = scenario.model_copy(update={"machines": ()})
    rules = to_rules(profile)
    day = played_on(scenario, rules)
    hours = hours_on(profile, rules, day)
    opens_us, last_ticket_us = ticket_hours(hours)
    shifts = all_day([c.id for c in profile.counters], opens_us)
    if scenario.staffing:
        shifts = to_shifts(scenario, rules, hours)
    return Plan(scenario, profile, rules, shifts, opens_us, last_ticket_us, day)


def _with_walks(profile: Profile, scenario: Scenario) -> Profile:
    """The profile with the scenario's walks to its counters."""
    walks = {line.counter: line.walk_s for line in scenario.walks}
    counters = tuple(
        counter.model_copy(update={"walk_s": walks.get(counter.id, counter.walk_s)})
        for counter in profile.counters
    )
    return profile.model_copy(update={"counters": counters}) if walks else profile
