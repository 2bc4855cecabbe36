"""Everything that is foretold of a branch at one moment, ready to be told to people.

A window is withheld when it would say too little: where more than one in ten runs never calls, or
where it is wider than ``WIDEST_US``. No window stands on a state that the kernel does not play.
"""

from typing import Final

from shared.config.profile import Profile
from shared.dispatch.layout import MINUTE_US
from shared.domain.branch import Branch
from shared.domain.ticketing import people_before
from shared.rollout.columns import FAR
from shared.rollout.windows.call_times import CallTimes
from shared.rollout.windows.conformal import Correction, Raw
from shared.rollout.windows.demand import Demand
from shared.rollout.windows.look_ahead import RUNS, Ahead, classes_of, look_ahead
from shared.rollout.windows.plain import PlainEstimate
from shared.rollout.windows.quoted import Foretold, Name, Quoted

#: A wider window says too little to be told.
WIDEST_US: Final = 45 * MINUTE_US


def foretell(
    branch: Branch,
    profile: Profile,
    demand: Demand,
    correction: Correction,
    at_us: int,
    runs: int = RUNS,
) -> Foretold:
    """The forecast of this branch at this time of its clock; without windows where none are known.

    A branch that gives no tickets now has no quotes.
    """
    classes = classes_of(branch) if _gives_tickets(branch, at_us) else []
    now_us = branch.since_midnight(at_us)
    ahead = look_ahead(branch, demand, now_us, classes, seed=branch.sequence, runs=runs) or Ahead(
        now_us, {}, {}
    )
    rules = branch.rules
    plain = PlainEstimate(branch, profile, at_us)
    quotes = {}
    for service, segment in classes:
        name = rules.services[service].id, rules.segments[segment].id
        times = ahead.next_ones.get((service, segment))
        quotes[name] = _quoted(branch, correction, plain, name, times, at_us)
    waiting = {}
    for ticket, times in ahead.waiting.items():
        told = told_window(correction, branch.tickets[ticket].service, _raw(branch, times), at_us)
        if told is not None:
            waiting[ticket] = told
    return Foretold(
        branch=rules.branch,
        sequence=branch.sequence,
        at_us=at_us,
        quotes=quotes,
        waiting=waiting,
        numbers={ticket: branch.tickets[ticket].number for ticket in waiting},
        is_calibrated=demand.is_calibrated,
        learned=correction.learned,
    )


def told_window(correction: Correction, service: str, raw: Raw, at_us: int) -> Raw | None:
    """The corrected window; None where it is withheld."""
    if raw == (at_us,) * 3:
        return raw
    window = correction.window(service, raw, at_us)
    if FAR in window or window.high_us - window.low_us > WIDEST_US:
        return None
    return window


def _gives_tickets(branch: Branch, at_us: int) -> bool:
    hours = branch.today.hours
    since_us = branch.since_midnight(at_us)
    in_hours = hours is None or hours.opens_us <= since_us <= hours.last_ticket_us
    return bool(branch.day) and not branch.today.is_closed and not branch.is_over and in_hours


def _quoted(
    branch: Branch,
    correction: Correction,
    plain: PlainEstimate,
    name: Name,
    times: CallTimes | None,
    at_us: int,
) -> Quoted:
    service, segment = name
    raw = Raw(FAR, FAR, FAR) if times is None else _raw(branch, times)
    is_suspended = service in branch.suspended
    window = None if is_suspended else told_window(correction, service, raw, at_us)
    ahead = people_before(branch, [service], segment, at_us, at_us)
    wait_us = plain.wait_us(service, segment)
    return Quoted(
        raw=raw,
        window=window,
        people_ahead=ahead,
        pace_us=max(wait_us, 0) // (ahead + 1),
        plain_us=-1 if wait_us < 0 else at_us + wait_us,
    )


def _raw(branch: Branch, times: CallTimes) -> Raw:
    """On the branch's clock."""
    low_us, middle_us, high_us = (at if at == FAR else branch.midnight_us + at for at in times[:3])
    return Raw(low_us, middle_us, high_us)
