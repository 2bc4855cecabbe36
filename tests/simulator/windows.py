"""Promised windows on days of the model: each waiting ticket is told one when it is issued."""

from collections.abc import Iterator

from shared.config.demand_tables import DemandFile
from shared.domain import event as kinds
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.metrics.promises import Promised, Promises
from shared.rollout.windows.conformal import Correction, Raw
from shared.rollout.windows.demand import Demand, from_file
from shared.rollout.windows.foretell import told_window
from shared.rollout.windows.look_ahead import look_ahead
from shared.rollout.windows.plain import PlainEstimate
from simulator.model.plan import Plan
from simulator.model.run import run_day


def promised_days(
    plan: Plan, learned: DemandFile, correction: Correction, seed: int, days: range
) -> Iterator[Promises]:
    """What became of the promises of each of these days; only what was known was used."""
    demand = from_file(plan.profile, plan.rules, learned)
    for day in days:
        yield _promised_day(plan, demand, correction, run_day(plan, seed, day).events)


def _promised_day(
    plan: Plan, demand: Demand, correction: Correction, events: list[Event]
) -> Promises:
    called_us = {e.ticket: e.at_us for e in reversed(events) if e.kind == kinds.TICKET_CALLED}
    branch = Branch(plan.rules)
    kept: list[Promised] = []
    waited = withheld = uncalled = 0
    for number, event in enumerate(events):
        if event.kind == kinds.TICKET_ISSUED and called_us.get(event.ticket) != event.recorded_us:
            waited += 1
            told = _told(plan, demand, correction, branch, event, number)
            if told is None:
                withheld += 1
            elif event.ticket not in called_us:
                uncalled += 1
            else:
                kept.append(told._replace(called_us=called_us[event.ticket]))
        apply(branch, [event])
    return Promises(kept, waited, withheld, 0, uncalled)


def _told(
    plan: Plan, demand: Demand, correction: Correction, branch: Branch, issued: Event, seed: int
) -> Promised | None:
    """What this ticket is promised, from the branch before it came; nothing is called yet."""
    service, segment = str(issued.data["service"]), str(issued.data["segment"])
    at_us = issued.recorded_us
    which = plan.rules.service_index[service], plan.rules.segment_index[segment]
    ahead = look_ahead(branch, demand, at_us, [which], seed=seed, with_waiting=False)
    if ahead is None:
        return None
    raw = Raw(*ahead.next_ones[which][:3])
    window = told_window(correction, service, raw, at_us)
    if window is None:
        return None
    wait_us = PlainEstimate(branch, plan.profile, at_us).wait_us(service, segment)
    plain_us = -1 if wait_us < 0 else at_us + wait_us
    return Promised(
        service,
        at_us,
        window.low_us,
        window.high_us,
        (raw.low_us, raw.middle_us, raw.high_us),
        plain_us,
        -1,
    )
