"""One day's log from either engine, in one form that can be compared event for event."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from shared.dispatch.reason import NAMES
from shared.domain import event as kinds
from shared.domain.event import Event, names
from shared.domain.rules import Rules
from shared.rollout import columns as c
from shared.rollout.branch_arrays import HALF_HOURS
from shared.rollout.day import Day
from shared.rollout.trace import KINDS, TICKET_BALKED, TICKET_CANCELLED
from simulator.model.branch_day import DayRun
from simulator.model.machines import Use
from simulator.model.supervisors import Authorised

#: Why tickets were given up, by the kernel's code.
GIVEN_UP = {TICKET_CANCELLED: "left", TICKET_BALKED: "balked"}


class Entry(NamedTuple):
    """An event: kind, true time, time recorded, customer, counter; of a call also its reasons.

    ``customer`` is the index in the demand as text plus one, as the model names tickets.
    ``passed`` pairs who was passed over with why. ``rule`` of a ticket given up: why.
    """

    kind: str
    at_us: int
    recorded_us: int
    customer: str
    counter: str
    rule: str = ""
    score: int = 0
    waiting: int = 0
    passed: tuple[tuple[str, str], ...] = ()


#: Events whose customer here is a service.
OF_SERVICES = (kinds.SERVICE_SUSPENDED, kinds.SERVICE_RESUMED)


def _name(rules: Rules, kind: str, customer: int) -> str:
    if kind in OF_SERVICES:
        return rules.services[customer].id
    return "" if customer < 0 else str(customer + 1)


def of_model(events: Sequence[Event]) -> list[Entry]:
    """The model's log; what was booked before the day is given and no outcome."""
    return [_entry(event) for event in events if event.kind != kinds.APPOINTMENT_BOOKED]


def _entry(event: Event) -> Entry:
    customer = event.ticket or str(event.data.get("appointment", ""))
    if event.kind in OF_SERVICES:
        customer = str(event.data["service"])
    plain = Entry(event.kind, event.at_us, event.recorded_us, customer, event.counter)
    if event.kind == kinds.TICKET_CANCELLED:
        return plain._replace(rule=str(event.data["reason"]))
    if event.kind != kinds.TICKET_CALLED:
        return plain
    pairs = zip(names(event, "passed_over"), names(event, "why_not"), strict=True)
    data = event.data
    return plain._replace(
        rule=str(data["rule"]),
        score=int(str(data["score"])),
        waiting=int(str(data["waiting"])),
        passed=tuple(sorted(pairs)),
    )


def of_kernel(rules: Rules, day: Day) -> list[Entry]:
    """The kernel's trace."""
    passed: dict[int, list[tuple[str, str]]] = {}
    for event, customer, why in day.passes[: day.line[c.L_PASSES]].tolist():
        passed.setdefault(event, []).append((str(customer + 1), NAMES[why]))
    found = []
    for number, row in enumerate(day.trace[: day.line[c.L_EVENTS]].tolist()):
        kind, at_us, recorded_us, customer, counter, rule, score, waiting, _ = row
        found.append(
            Entry(
                KINDS[kind],
                at_us,
                recorded_us,
                _name(rules, KINDS[kind], customer),
                "" if counter < 0 else rules.counters[counter].id,
                GIVEN_UP.get(kind, "") if rule < 0 else NAMES[rule],
                score,
                waiting,
                tuple(sorted(passed.get(number, []))),
            )
        )
    return found


#: Not an event of the branch: from when to when somebody was at a machine.
USED = "machine.used"
#: Nor is this: a counter has asked for a supervisor.
ASKED = "supervisor.asked"
#: Nor these: how often in a half-hour, and how long then, counters waited for one or for a room.
BLOCKED = ("supervisor.asks", "supervisor.wait_us", "room.asks", "room.wait_us")


def uses_of_model(uses: Sequence[Use]) -> list[Entry]:
    """Uses of machines, in the order of the demand."""
    return [Entry(USED, use.from_us, use.to_us, str(use.customer + 1), "") for use in sorted(uses)]


def uses_of_kernel(day: Day) -> list[Entry]:
    """The same from the kernel's outcomes."""
    used = enumerate(day.out.tolist(), start=1)
    return [
        Entry(USED, row[c.O_MACHINE_US], row[c.O_UNTIL_US], str(customer), "")
        for customer, row in used
        if row[c.O_STATE] == c.DIVERTED
    ]


def asked_of_model(authorised: Sequence[Authorised]) -> list[Entry]:
    """Which counters asked for a supervisor, and when one came, in the order of the demand."""
    rows = sorted((a.customer, a.asked_us, a.begun_us) for a in authorised)
    return [Entry(ASKED, asked, begun, str(who + 1), "") for who, asked, begun in rows]


def asked_of_kernel(day: Day) -> list[Entry]:
    """The same from the kernel's visits."""
    visits = enumerate(day.visiting.visits.tolist(), start=1)
    return [
        Entry(ASKED, row[c.V_ASKED_US], row[c.V_BEGUN_US], str(customer), "")
        for customer, row in visits
        if day.out[customer - 1, c.O_STATE] == c.CLOSED and row[c.V_ASKED_US] >= 0
    ]


def blocked_of_model(run: DayRun) -> list[Entry]:
    """What counters waited for, by half-hour of asking."""
    sums = Counter[tuple[int, int]]()
    for row, asks in ((c.Z_SUPERVISOR, run.authorised), (c.Z_ROOM, run.roomed)):
        for ask in asks:
            half_hour = min(ask.asked_us // c.HALF_HOUR_US, HALF_HOURS - 1)
            sums[row, half_hour] += 1
            sums[row + 1, half_hour] += ask.begun_us - ask.asked_us
    return [_blocked(*place, sums[place]) for place in sorted(sums) if sums[place]]


def blocked_of_kernel(day: Day) -> list[Entry]:
    """The same from the kernel's sums."""
    table = day.visiting.blocked
    return [_blocked(int(a), int(b), int(table[a, b])) for a, b in np.argwhere(table)]


def _blocked(row: int, half_hour: int, value: int) -> Entry:
    return Entry(BLOCKED[row], value, value, "", str(half_hour))
