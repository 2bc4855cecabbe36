"""Visits that do not end at their first counter: away after a missed call, put aside, sent on."""

from dataclasses import dataclass, field

from shared.dispatch.layout import C_SERVICES
from shared.domain import calling, visiting
from shared.domain.counter import Counter
from shared.domain.ticket import Ticket, TicketState
from shared.rollout.floor import Layout
from simulator.model.act import ActKind
from simulator.model.instant import BACK, Moment
from simulator.model.lived_day import LivedDay
from simulator.model.progress import Progress
from simulator.model.walks import Walks


@dataclass(slots=True)
class Visits:
    """How far everybody's visit has come, and what moves it on."""

    day: LivedDay
    layout: Layout | None = None
    walks: Walks = field(init=False)
    found: dict[str, Progress] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """The ways of the hall."""
        self.walks = Walks(self.day, self.layout)

    def of(self, ticket: str) -> Progress:
        """The visit of this ticket."""
        visit = self.found.get(ticket)
        if visit is None:
            visit = self.found[ticket] = Progress(self.day.customer(ticket))
        return visit

    # ------------------------------------------------------------ at a counter

    def part_us(self, desk: Counter, visit: Progress, person_milli: int) -> int:
        """How long the rest of the present customer's walk, and the next part, take.

        ``person_milli`` is the speed of who sits there, on top of the counter's.
        """
        ticket = self.day.branch.tickets[desk.ticket]
        per_turn = self.day.rules.visit.items_per_turn
        part_us = visit.turn_us(ticket.items, per_turn)
        speeds_milli = desk.spec.speeds_milli
        if speeds_milli:
            service = self.day.rules.service_index[ticket.service]
            part_us = part_us * 1000 // speeds_milli[service]
        return self.walks.left_us(desk) + part_us * 1000 // person_milli

    def has_turns(self, ticket: Ticket) -> bool:
        """Whether transactions are left that have to wait for another turn."""
        return 0 < self.day.rules.visit.items_per_turn < ticket.items

    def goes_on_here(self, desk: Counter, visit: Progress) -> bool:
        """Put the customer aside, send on, or go on with the next need; else the stop is over.

        True when the customer stays for the next need. Turns that are left come before all of it.
        """
        ticket = self.day.branch.tickets[desk.ticket]
        if self.has_turns(ticket):
            return False
        if visit.coming and visit.next_is(ActKind.HOLD):
            self._put_aside(desk.ticket, visit)
        elif visit.coming and visit.next_is(ActKind.SEND):
            self._send_on(desk.ticket, visit)
        elif len(ticket.needs) > 1 and (need := self._next_need(desk, ticket)):
            visit.part_us = visit.needs[need]
            day = self.day
            day.do(visiting.next_need(day.branch, day.now_us, ticket=desk.ticket, service=need))
            return True
        return False

    def ends_here(self, ticket: str) -> bool:
        """Whether the visit is over with this stop; else the time of what follows is set.

        A stop serves every need that the counter can, so what is left is for other counters.
        """
        found = self.day.branch.tickets[ticket]
        if self.has_turns(found):
            return False
        if len(found.needs) == 1:
            return True
        visit = self.of(ticket)
        visit.part_us = visit.needs[found.needs[1]]
        return False

    def _next_need(self, desk: Counter, ticket: Ticket) -> str:
        """The first of the needs left that is this counter's own; empty when none is."""
        return next((n for n in ticket.needs[1:] if self._is_own(desk, n)), "")

    def _is_own(self, desk: Counter, service: str) -> bool:
        return bool(desk.row[C_SERVICES] >> self.day.rules.service_index[service] & 1)

    def _send_on(self, ticket: str, visit: Progress) -> None:
        day, service = self.day, visit.take().what
        day.do(visiting.transfer(day.branch, day.now_us, ticket=ticket, service=service))

    # ------------------------------------------------------------ away

    def _put_aside(self, ticket: str, visit: Progress) -> None:
        """The customer goes away and is back in time: when the pool's limit is over at the latest.

        At the limit the clock lets the ticket wait again by itself.
        """
        day, act = self.day, visit.take()
        back_us = day.now_us + act.away_us
        day.do(visiting.hold(day.branch, day.now_us, ticket=ticket, pool=act.what))
        until_us = day.branch.tickets[ticket].until_us
        if until_us is None or back_us < until_us:
            self._back_at(ticket, act.away_us)

    def is_absent(self, ticket: str) -> bool:
        """Whether the customer does not come to this call."""
        return self.of(ticket).next_is(ActKind.MISS)

    def mark_absent(self, ticket: str) -> None:
        """The customer did not come; whoever may come back and is in time does."""
        day, act = self.day, self.of(ticket).take()
        day.do(calling.no_show(day.branch, day.now_us, ticket=ticket))
        hours = day.branch.today.hours
        is_open = hours is None or day.now_us + act.away_us < hours.closes_us
        may_return = day.branch.tickets[ticket].returns < day.rules.visit.returns_max
        if act.away_us >= 0 and is_open and may_return:
            self._back_at(ticket, act.away_us)
        else:
            day.one_less()

    def _back_at(self, ticket: str, away_us: int) -> None:
        Moment(self.day.env, away_us, BACK, int(ticket) - 1, lambda _: self._come_back(ticket))

    def _come_back(self, ticket: str) -> None:
        """Back in the hall; nothing when the ticket has expired meanwhile."""
        day = self.day
        state = day.branch.tickets[ticket].state
        if state is TicketState.HELD:
            day.do(visiting.resume(day.branch, day.now_us, ticket=ticket))
        elif state is TicketState.NO_SHOW:
            day.do(calling.return_(day.branch, day.now_us, ticket=ticket))
