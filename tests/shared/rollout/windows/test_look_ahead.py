"""The branch lived ahead: who is called when, by the policy that holds."""

import numpy as np

from shared.domain import incident, ticketing
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.event import TICKET_CALLED, TICKET_ISSUED
from shared.rollout.columns import FAR
from shared.rollout.windows.call_times import CallTimes
from shared.rollout.windows.demand import Class, from_file, from_today
from shared.rollout.windows.look_ahead import alike_classes, classes_of, look_ahead
from tests.shared.rollout.windows.branches import HOUR_US, branch_at, learned, log, plan

TEN_US = 10 * HOUR_US
MINUTE_US = 60_000_000


def ahead(branch: Branch, classes: list[Class], now_us: int = TEN_US) -> dict[Class, CallTimes]:
    found = look_ahead(branch, from_file(plan().profile, plan().rules, learned()), now_us, classes)
    assert found is not None
    return found.next_ones


def named(service: str, segment: str) -> Class:
    return plan().rules.service_index[service], plan().rules.segment_index[segment]


def test_who_waits_behind_others_is_called_after_them_and_priority_need_before() -> None:
    branch = branch_at(10)
    assert branch.waiting
    assert not branch.standby_counters()
    found = ahead(branch, classes_of(branch))
    assert sorted(found) == sorted(classes_of(branch))
    for times in found.values():
        assert TEN_US <= times.low_us <= times.middle_us <= times.high_us < FAR
    ordinary, priority = found[named("cash", "ordinary")], found[named("cash", "priority")]
    assert priority.middle_us < ordinary.middle_us


def test_whoever_waits_has_times_too_and_looking_changes_nothing() -> None:
    branch = branch_at(10)
    before = [ticket.row[:] for ticket in branch.waiting]
    demand = from_file(plan().profile, plan().rules, learned())
    found = look_ahead(branch, demand, TEN_US, [])
    assert found is not None
    assert set(found.waiting) == {ticket.id for ticket in branch.waiting}
    assert [ticket.row for ticket in branch.waiting] == before
    assert found == look_ahead(branch, demand, TEN_US, [])


def test_with_a_counter_that_stands_by_the_call_comes_at_once() -> None:
    branch = branch_at(9)
    assert branch.standby_counters()
    found = ahead(branch, [named("cash", "ordinary")], 9 * HOUR_US)
    assert found[named("cash", "ordinary")] == (9 * HOUR_US,) * 3 + (0.0,)


def test_a_suspended_service_is_not_foretold() -> None:
    branch = branch_at(10)
    apply(
        branch, incident.declare(branch, TEN_US, incident="i", reason="system", services=["cash"])
    )
    found = ahead(branch, [named("cash", "ordinary"), named("account", "ordinary")])
    assert found[named("cash", "ordinary")].low_us == FAR
    assert found[named("account", "ordinary")].high_us < FAR


def test_classes_that_nothing_tells_apart_share_their_runs() -> None:
    branch = branch_at(10)
    groups = alike_classes(branch, classes_of(branch))
    assert sum(map(len, groups)) == len(classes_of(branch))
    assert len(groups) < len(classes_of(branch))


def test_a_customer_with_two_tickets_is_nothing_for_the_kernel() -> None:
    branch = branch_at(10)
    for ticket in ("x", "y"):
        issued = ticketing.issue(
            branch, TEN_US, ticket=ticket, service="cash", segment="ordinary", customer="somebody"
        )
        apply(branch, issued)
    assert look_ahead(branch, from_today(plan().profile, branch, TEN_US), TEN_US, []) is None


def test_without_anything_learned_the_last_hour_goes_on() -> None:
    branch = branch_at(10.5)
    demand = from_today(plan().profile, branch, round(10.5 * HOUR_US))
    assert demand.rates is not None
    lately = [t for t in branch.tickets.values() if t.arrived_us >= 9.5 * HOUR_US]
    assert demand.rates.per_us.tolist() == [len(lately) / HOUR_US]
    assert demand.roster is None
    assert not demand.is_calibrated


def test_calls_of_two_days_lie_where_the_runs_say() -> None:
    """A rough look; ``dev.py torture --only windows`` measures it on thirty days."""
    demand = from_file(plan().profile, plan().rules, learned())
    held, asked = 0, 0
    for day in (0, 1):
        called_us = {e.ticket: e.at_us for e in reversed(log(day)) if e.kind == TICKET_CALLED}
        branch = Branch(plan().rules)
        for event in log(day):
            waits = event.kind == TICKET_ISSUED and called_us.get(event.ticket, 0) > event.at_us
            if waits:
                which = named(str(event.data["service"]), str(event.data["segment"]))
                found = look_ahead(branch, demand, event.at_us, [which], with_waiting=False)
                assert found is not None
                times = found.next_ones[which]
                asked += 1
                held += times.low_us <= called_us[event.ticket] <= times.high_us
            apply(branch, [event])
    assert asked > 100
    assert np.isclose(held / asked, 0.8, atol=0.1)
