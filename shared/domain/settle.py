"""Counters that stand by take whoever may be called there: the one mechanism for it.

After every command, and after every ``tick``, the executor applies the events and then asks
``settle`` until it has nothing more to say. So whatever makes a ticket callable (it is issued, it
comes back, its service is resumed, its overflow time has come) reaches an idle counter by the same
way, live and simulated.
"""

from collections.abc import Callable

from shared.dispatch.reason import ONLY_ONE, STANDBY
from shared.dispatch.select import select_counter
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.choosing import call_event, choose, hall
from shared.domain.event import Event


def settle(branch: Branch, now_us: int) -> list[Event]:
    """The next call to a counter that stands by; nothing when nobody fits."""
    if not branch.waiting:
        return []
    idle = branch.standby_counters()
    if not idle:
        return []
    at_us = branch.stamp(now_us)
    here = hall(branch, at_us)
    for desk in idle:
        row, reason, seen = choose(branch, desk, here)
        if row < 0:
            continue
        ticket = here.tickets[row]
        better = select_counter(ticket.row, [c.row for c in idle], len(idle))
        if better >= 0 and idle[better] is not desk:
            desk = idle[better]  # one that serves the whole visit
            row, reason, seen = choose(branch, desk, here)
            ticket = here.tickets[row]
        rule = STANDBY if reason == ONLY_ONE else reason
        return [call_event(branch, desk, ticket, here, at_us, rule, seen)]
    return []


def carry_out(
    branch: Branch,
    events: list[Event],
    now_us: int,
    take: Callable[[list[Event]], object] | None = None,
) -> list[Event]:
    """Apply what a command decided and let the counters that stand by settle; all events.

    ``take`` applies events in the executor's own way (a lobby with projections); by default they
    are applied to the branch alone.
    """
    done = list(events)
    if take is None:
        apply(branch, events)
    else:
        take(events)
    while more := settle(branch, now_us):
        if take is None:
            apply(branch, more)
        else:
            take(more)
        done += more
    return done
