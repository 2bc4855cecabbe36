"""A replay: the recorded day proved call by call, and lived again beside itself."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain.errors import InputInvalid
from shared.domain.event import Event
from shared.metrics.folding import visits
from shared.metrics.standard import Limit
from shared.metrics.visit import Visit
from shared.metrics.waiting import Waiting, by_segment, waiting, waiting_by
from shared.reports.day import limits_of
from simulator.calibration.censored import Waits, families
from simulator.calibration.patience import patience
from simulator.calibration.read_log import take_events
from simulator.calibration.record import Records
from simulator.model.shift import Shift
from simulator.replaying.prove import Proof, prove
from simulator.replaying.recorded_day import RecordedDay
from simulator.replaying.relive import Given, first_calls, given, named, relive

EVERYBODY = "everybody"
RECORDED, SAME, OTHER = "recorded", "lived again", "otherwise"


class CallsDiffer(InputInvalid):
    """Calls of a log do not follow from the profile that was given."""

    code = "calls_differ"
    sentence = (
        "Event log %1: %2 calls do not follow from the rules, the first is %3. "
        "Give the profile that held on that day, or have the log verified with lobby db verify."
    )


@dataclass(frozen=True, slots=True)
class Lived:
    """One version of the day: figures by group, and the most that anybody was overtaken."""

    name: str
    groups: dict[str, Waiting]
    overtaken_most: int


@dataclass(frozen=True)
class Replayed:
    """What came of a replay.

    ``same`` counts first calls that the day lived again under its own rules makes to the same
    counter at the same microsecond, of ``calls`` that were recorded. ``patience_mean_min`` is what
    customers who did not leave were given beyond their recorded wait; None: they stay.
    """

    day: RecordedDay
    proof: Proof
    given: Given
    calls: int
    same: int
    versions: list[Lived]
    limits: Sequence[Limit]
    patience_mean_min: float | None


def replay(
    day: RecordedDay,
    other: Profile | None = None,
    shifts: Sequence[Shift] | None = None,
    seed: int = 1,
) -> Replayed:
    """Prove the day, live it again, and once more under another policy or other shifts.

    Raises:
        LogBroken: the events contradict one another.
    """
    rules = to_rules(day.profile)
    proof = prove(day, other)
    mean_min = _patience_mean_min(day)
    found = given(day, rules, mean_min, seed)
    again = relive(found, rules, day.day)
    recorded, lived = (
        first_calls(day.events, day.midnight_us),
        first_calls(again.events, 0, named(found)),
    )
    limits = limits_of(day.profile, rules.calendar.day_type(day.day))
    versions = [_lived(RECORDED, day.visits(), limits), _lived_run(SAME, again.events, limits)]
    if other is not None or shifts is not None:
        run = relive(found, rules if other is None else to_rules(other), day.day, shifts)
        versions.append(_lived_run(OTHER, run.events, limits))
    same = sum(lived.get(ticket) == call for ticket, call in recorded.items())
    return Replayed(day, proof, found, len(recorded), same, versions, limits, mean_min)


def _patience_mean_min(day: RecordedDay) -> float | None:
    """Mean patience, when enough left on this day to tell."""
    records = Records(day.log)
    take_events(records, list(day.events))
    found = patience(records.rows)
    if found is None:
        return None
    waits = Waits(found.left_min, found.silent_min, found.stayed_min)
    return families(waits)["exponential"].mean_min.value  # memoryless: what comes after a wait


def _lived_run(name: str, events: Sequence[Event], limits: Sequence[Limit]) -> Lived:
    return _lived(name, visits(events), limits)


def _lived(name: str, found: Sequence[Visit], limits: Sequence[Limit]) -> Lived:
    limits_s = [limit.within_s for limit in limits]
    groups = {EVERYBODY: waiting(found, limits_s), **waiting_by(found, by_segment, limits_s)}
    return Lived(name, groups, max((visit.overtaken for visit in found), default=0))


def replay_json(found: Replayed) -> dict[str, object]:
    """The replay with units in the names; NaN becomes null."""
    return {
        "log": found.day.log,
        "day": found.day.day,
        "calls": found.proof.calls,
        "calls_that_follow_from_the_rules": found.proof.calls - len(found.proof.wrong),
        "calls_otherwise_in_the_same_state": found.proof.others,
        "wrong": found.proof.wrong,
        "first_calls": found.calls,
        "first_calls_lived_again_the_same": found.same,
        "visits_of_several_stops": found.given.several,
        "patience_mean_min": found.patience_mean_min,
        "limits_s": [limit.within_s for limit in found.limits],
        "versions": [
            {
                "name": version.name,
                "overtaken_most": version.overtaken_most,
                "groups": {name: _group(each) for name, each in version.groups.items()},
            }
            for version in found.versions
        ],
    }


def _group(each: Waiting) -> dict[str, object]:
    return {
        "arrived": each.arrived,
        "called": each.called,
        "left": each.left,
        "mean_wait_s": _finite(each.mean_s),
        "p90_wait_s": _finite(each.p90_s),
        "longest_wait_s": _finite(each.max_s),
        "share_over_0_1": [
            {"limit_s": within.limit_s, "share_0_1": _finite(within.share_over)}
            for within in each.within
        ],
    }


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
