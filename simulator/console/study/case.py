"""What a manager opens: a scenario, or a recorded day of a branch."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain.event import Event
from shared.domain.rules import Rules
from shared.metrics.visit import HALF_HOUR_US
from shared.reports.event_log import load_log
from simulator.model.changes import scenario_path
from simulator.model.customer import Customer
from simulator.model.plan import load_branch
from simulator.model.scenario import Demand, Kiosks, Scenario, Share
from simulator.model.scenario_day import hours_on, ticket_hours
from simulator.model.scenario_staff import Pause, Staffing
from simulator.model.shift import Shift
from simulator.replaying.recorded_day import RecordedDay, recorded_day
from simulator.replaying.relive import given

MINUTE_US = 60_000_000
#: Of how long those who were served would have stayed: the recorded day is one day.
SEED = 1


@dataclass(frozen=True)
class Case:
    """A branch and its day, as it is before anything is changed.

    ``named`` is how a scenario file would say what it is based on: a shipped name or a path; empty
    for a recorded day. ``customers`` are those of a recorded day, whose ``events`` are its log; a
    scenario draws its own.
    """

    named: str
    scenario: Scenario
    profile: Profile
    customers: tuple[Customer, ...] | None = None
    events: tuple[Event, ...] = ()

    @property
    def is_recorded(self) -> bool:
        """Whether this is one day that has been."""
        return self.customers is not None

    @cached_property
    def rules(self) -> Rules:
        """What the branch's own profile makes of itself; worked out once, it is asked for often."""
        return to_rules(self.profile)


def open_scenario(name_or_path: str) -> Case:
    """The case of a scenario file, or of a shipped one.

    Raises:
        FileUnreadable, ScenarioInvalid, ProfileInvalid: as ``load_plan``.
    """
    scenario, profile = load_branch(name_or_path)
    path = scenario_path(name_or_path)
    is_shipped = str(path) != str(name_or_path)
    named = str(name_or_path) if is_shipped else str(path.resolve())
    # The profile has the policy in it already.
    return Case(named, scenario.model_copy(update={"policy": None}), profile)


def open_log(path: Path, profile: str, day: str | None = None) -> Case:
    """The case of one day of an event log; ``profile`` held on it.

    Raises:
        FileUnreadable, LogInvalid, DayMissing, LogForeign, LogBroken, ProfileInvalid.
    """
    found = recorded_day(load_log(path), load_profile(profile), {}, path.name, day)
    rules = to_rules(found.profile)
    taken = given(found, rules, None, SEED)
    return Case(
        "",
        _scenario(found, taken.customers, taken.shifts),
        found.profile,
        tuple(taken.customers),
        tuple(found.events),
    )


def _scenario(day: RecordedDay, customers: Sequence[Customer], shifts: Sequence[Shift]) -> Scenario:
    """The recorded day as a scenario: as many came in each half-hour, of each class."""
    name = day.profile.branch.name.model_copy(
        update={
            "zh": f"{day.profile.branch.name.zh}，{day.day} 的记录",
            "en": f"{day.profile.branch.name.en}, recorded {day.day}",
        }
    )
    rules = to_rules(day.profile)
    opens_us, last_us = ticket_hours(hours_on(day.profile, rules, day.day))
    halves = -(-(last_us - opens_us) // HALF_HOUR_US)
    arrived = Counter((c.arrival_us - opens_us) // HALF_HOUR_US for c in customers)
    mix = Counter((c.service, c.segment) for c in customers)
    return Scenario(
        name=name,
        profile=day.profile.branch.id,
        date=day.day,
        demand=Demand(
            half_hours_per_hour=tuple(2.0 * arrived[place] for place in range(halves)),
            mix=tuple(
                Share(service=service, segment=segment, share=count)
                for (service, segment), count in mix.items()
            ),
        ),
        kiosk=Kiosks(count=0),
        staffing=tuple(line for shift in shifts for line in _staffing(shift)),
    )


def _staffing(shift: Shift) -> list[Staffing]:
    """A recorded shift as a line of the staffing; whole minutes."""
    stints = [stint for stint in shift.stints if stint.calls]
    if not stints:
        return []
    last = stints[-1].to_us
    pauses = tuple(
        Pause(
            begins=clock(one.to_us),
            ends=clock(other.from_us),
            reason=one.pause_reason or "break",
        )
        for one, other in pairwise(stints)
        if one.to_us is not None and other.from_us - one.to_us >= MINUTE_US
    )
    return [
        Staffing(
            counter=shift.counter,
            opens=clock(stints[0].from_us),
            closes=None if last is None else clock(last),
            pauses=pauses,
            person=shift.staff if shift.staff.isalnum() else None,
        )
    ]


def clock(at_us: int) -> str:
    """HH:MM of a time from midnight, rounded to the minute."""
    minutes = min(round(at_us / MINUTE_US), 24 * 60 - 1)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
