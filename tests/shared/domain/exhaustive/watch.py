"""What must hold whenever something happens, told without the code that is being checked.

Each event is applied one by one. Before a call the naive oracle of ``tests.shared.dispatch`` says,
from names and not from the rows, who is called, why, and who is overtaken; ``recompute`` proves
the call as the verification of a log does. After each move everybody is looked for.
"""

from collections.abc import Iterable

from shared.dispatch import layout as col
from shared.domain import event as kinds
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.choosing import order_at
from shared.domain.counter import Counter
from shared.domain.event import Event
from shared.domain.recompute import differences
from shared.domain.settle import carry_out
from shared.domain.ticket import AT_COUNTER, Ticket, TicketState
from tests.shared.dispatch.oracle import Oracle
from tests.shared.domain.exhaustive.packing import is_inside
from tests.shared.domain.exhaustive.world import (
    AT_DESK,
    COUNTERS,
    CREDIT_TICKS,
    SEGMENTS,
    SERVICES,
    STAFF,
    TICK_US,
    World,
)


class Violation(AssertionError):
    """A guarantee that did not hold, with what was seen."""


def demand(holds: bool, *told: object) -> None:
    """Violation unless it holds."""
    if not holds:
        raise Violation(*told)


class Watch:
    """One branch under observation. ``calls`` counts the calls that were checked."""

    def __init__(self, world: World, branch: Branch) -> None:
        """Remember who is inside and since when."""
        self.world, self.branch = world, branch
        self.inside = {t.id for t in branch.tickets.values() if is_inside(branch, t)}
        self.calls = 0
        self.log: list[Event] = []

    def execute(self, events: list[Event], now_us: int) -> None:
        """Carry out what a command decided, under observation."""
        carry_out(self.branch, events, now_us, self._take)

    def _take(self, events: list[Event]) -> None:
        for event in events:
            self.log.append(event)
            is_call = event.kind == kinds.TICKET_CALLED
            expected = self._expect(event) if is_call else self._counts()
            before = {t.id: t.row[col.T_SENIOR_US] for t in self.branch.tickets.values()}
            apply(self.branch, (event,))
            demand(self._counts() == expected, "overtakes", event, expected, self._counts())
            self._check_seniority(event, before)

    def _counts(self) -> dict[str, int]:
        return {t.id: t.row[col.T_OVERTAKEN] for t in self.branch.tickets.values()} | {"new": 0}

    def _check_seniority(self, event: Event, before: dict[str, int]) -> None:
        """Nobody's seniority changes but by the credit of a return."""
        if event.kind == kinds.TICKET_RETURNED:
            credited = event.at_us - CREDIT_TICKS * TICK_US
            before[event.ticket] = max(before[event.ticket], credited)
        for name, senior_us in before.items():
            kept = self.branch.tickets[name].row[col.T_SENIOR_US]
            demand(kept == senior_us, "seniority", event, name, senior_us, kept)

    # ------------------------------------------------------------ a call

    def _expect(self, call: Event) -> dict[str, int]:
        """Check the call before it is applied; the overtakes as they must be after it."""
        self.calls += 1
        branch = self.branch
        called, desk = branch.tickets[call.ticket], branch.counters[call.counter]
        demand(called.state is TicketState.WAITING, "called though not waiting", call)
        demand(not desk.ticket or desk.ticket == called.id, "counter has a customer", call)
        demand((found := differences(branch, call)) == [], "not as recomputed", call, found)
        shown = order_at(branch, desk, call.at_us)[0]
        demand(shown is called, "another one was shown as the next", call, shown.id)
        waiting = [t for t in branch.tickets.values() if t.state is TicketState.WAITING]
        oracle = self._oracle(waiting, desk, call.at_us)
        wanted = oracle.verdict()
        rule = call.data["rule"]
        chosen = waiting[wanted.row].id if wanted.row >= 0 else ""
        demand(chosen == called.id, "another one by the order", call, chosen, wanted.reason)
        reason = "only_one" if rule == "standby" else str(rule)
        demand(reason == wanted.reason, "another reason", call, wanted.reason)
        mine = oracle.hall[wanted.row]
        passed = [
            waiting[oracle.hall.index(t)].id
            for t in oracle.eligible()
            if oracle.came(t) < oracle.came(mine)
        ]
        demand(sorted(passed) == sorted(_names(call, "passed_over")), "passed over", call, passed)
        why = dict(zip(_names(call, "passed_over"), _names(call, "why_not"), strict=True))
        why_not = {i: why[t.id] for i, t in enumerate(waiting) if t.id in why}
        demand(oracle.is_kept(mine, reason, why_not), "a claim gave way to nothing higher", call)
        counts = self._counts()
        return counts | {name: counts[name] + 1 for name in passed}

    def _oracle(self, waiting: list[Ticket], desk: Counter, at_us: int) -> Oracle:
        rules = self.world.discipline
        rows = [_row(t) for t in waiting]
        counter = _counter(self.branch, desk)
        state = self.branch.state
        return Oracle(rows, counter, rules.policy, rules.house, rules.ratios, state, at_us)

    # ------------------------------------------------------------ after a move

    def check(self, now_us: int) -> None:
        """Nobody lost, nobody at two places, no idle counter beside somebody it could call."""
        branch = self.branch
        gone = {e.ticket for e in self.log if e.kind == kinds.TICKET_CLOSED}
        gone |= {t.id for t in branch.tickets.values() if t.state is TicketState.NO_SHOW}
        came = {e.ticket for e in self.log if e.kind == kinds.TICKET_ISSUED}
        waiting, held, present = set(), set(), set()
        for t in branch.tickets.values():
            if t.state is TicketState.WAITING:
                waiting.add(t.id)
            elif t.state is TicketState.HELD:
                held.add(t.id)
            elif t.state in AT_COUNTER:
                present.add(t.id)
        everybody = self.inside | came
        demand(waiting | held | present == everybody - gone, "lost", everybody, gone)
        demand([t.id for t in branch.waiting] == _distinct(t.id for t in branch.waiting), "twice")
        demand({t.id for t in branch.waiting} == waiting, "not callable", waiting)
        demand([t.row for t in branch.waiting] == branch.rows, "rows of others")
        demand(set(branch.held) == held, "held", held)
        desks = [c for c in branch.counters.values() if c.ticket]
        demand(sorted(c.ticket for c in desks) == sorted(present), "at counters", present)
        demand(all(branch.tickets[c.ticket].counter == c.id for c in desks), "whose counter")
        for desk in branch.standby_counters():
            demand(not desk.ticket, "stands by with a customer", desk.id)
            who = [t for t in branch.tickets.values() if t.state is TicketState.WAITING]
            able = self._oracle(who, desk, now_us).eligible()
            demand(able == [], "idle beside somebody it could call", desk.id, able)


def _row(ticket: Ticket) -> list[int]:
    """The line made from names; seniority, overtakes and issue order have no other home."""
    service, segment = SERVICES.index(ticket.service), SEGMENTS.index(ticket.segment)
    person = STAFF.index(ticket.bound_person) if ticket.bound_person else -1
    counter = COUNTERS.index(ticket.bound_counter) if ticket.bound_counter else -1
    kept = ticket.row
    return [
        service * len(SEGMENTS) + segment,
        service,
        segment,
        kept[col.T_SENIOR_US],
        kept[col.T_ARRIVED_US],
        kept[col.T_OVERTAKEN],
        kept[col.T_DUE_US],
        counter,
        person,
        kept[col.T_ORDER],
        kept[col.T_CONTINUES],
        1 << service,
    ]


def _counter(branch: Branch, desk: Counter) -> list[int]:
    """The counter's line, from what is on and what is suspended."""
    index = COUNTERS.index(desk.id)
    off = {SERVICES.index(service) for service in branch.suspended}
    able = sum(1 << s for s in (0, 1) if desk.services_mask >> s & 1 and s not in off)
    spec = desk.spec
    return [
        index,
        STAFF.index(AT_DESK[desk.id]),
        spec.services_mask & able,
        spec.segments_mask,
        spec.preference,
        spec.over_services_mask & able,
        spec.over_segments_mask,
        spec.over_after_us,
        1000,
        1000,
    ]


def _names(event: Event, key: str) -> list[str]:
    return kinds.names(event, key)


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
