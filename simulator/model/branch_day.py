"""One branch day in SimPy: customers, kiosks and tellers over the production domain."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field

from simpy import Environment, Resource
from simpy import Event as Signal

from shared.domain import attendance, calling, ticketing
from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.counter import Counter
from shared.domain.errors import BranchClosed
from shared.domain.event import Event
from shared.domain.overflow import next_overflow_us
from shared.domain.rules import Rules
from shared.domain.settle import carry_out
from shared.domain.tick import next_due_us, tick
from shared.domain.ticket import TicketState
from simulator.model.arriving import booked_event, check_in_opens_us, ticket_for
from simulator.model.customer import NEVER, WALK_IN, Customer
from simulator.model.instant import (
    ARRIVAL,
    CLOCK,
    PATIENCE_ENDS,
    SERVICE_ENDS,
    STINT,
    TICKET,
    Moment,
)
from simulator.model.shift import Shift, Stint

Steps = Generator[Signal, object, None]


@dataclass(frozen=True, slots=True)
class DayRun:
    """What a simulated day left behind.

    ``events`` is the log as the live branch would write it, times from midnight in microseconds.
    ``tickets`` names each customer's ticket in the order of the demand, empty for those who were
    turned away at the kiosk after the last ticket and for the ``missed`` who had an appointment and
    never came.
    """

    events: list[Event]
    tickets: list[str]
    missed: int = 0

    @property
    def turned_away(self) -> int:
        """How many came too late to get a ticket; whoever never came is not among them."""
        return self.tickets.count("") - self.missed


@dataclass(slots=True)
class BranchDay:
    """The model of one day. ``run`` may be called once.

    ``kiosks`` is how many stand in the hall, served first come first served; 0 means that a
    ticket costs no time. Tellers press next when their customer's service time is over, and stand
    by when nobody waits; the walk to the counter comes before the service time.
    """

    rules: Rules
    shifts: Sequence[Shift]
    kiosks: int = 1
    day: str = "2026-01-05"
    env: Environment = field(default_factory=Environment, init=False)
    branch: Branch = field(init=False)
    events: list[Event] = field(default_factory=list, init=False)
    customers: Sequence[Customer] = field(default=(), init=False)
    tickets: list[str] = field(default_factory=list, init=False)
    inside: int = field(default=0, init=False)
    bells: dict[str, Signal] = field(default_factory=dict, init=False)
    hall: Resource | None = field(default=None, init=False)
    alarm_us: int | None = field(default=None, init=False)
    has_looked: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Set up the empty branch."""
        self.branch = Branch(self.rules)
        self.hall = Resource(self.env, self.kiosks) if self.kiosks else None

    def run(self, customers: Sequence[Customer]) -> DayRun:
        """Play the day of these customers (in order of arrival) to its end."""
        self.customers = customers
        self.inside = sum(customer.arrival_us != NEVER for customer in customers)
        self.tickets = [""] * len(customers)
        self._do(self._book())
        self._do(attendance.open_day(self.branch, 0, day=self.day, midnight_us=0))
        for shift in self.shifts:
            self.env.process(self._teller(shift))
        self.env.process(self._door())
        self.env.run()
        self._end_day()
        missed = sum(customer.arrival_us == NEVER for customer in customers)
        return DayRun(self.events, self.tickets, missed)

    @property
    def now_us(self) -> int:
        """The simulated time: whole microseconds from midnight (SimPy's own type allows floats)."""
        return int(self.env.now)

    # ------------------------------------------------------------ customers

    def _book(self) -> list[Event]:
        """The appointments of the day, booked before it begins."""
        return [
            booked_event(self.branch, str(index + 1), customer, self.day)
            for index, customer in enumerate(self.customers)
            if customer.booked_us != WALK_IN
        ]

    def _door(self) -> Steps:
        """Customers come in at their times."""
        for index, customer in enumerate(self.customers):
            if customer.arrival_us == NEVER:
                continue
            yield Moment(self.env, customer.arrival_us - self.now_us, ARRIVAL, index)
            opens_us = check_in_opens_us(self.branch, customer)
            if opens_us > self.now_us:
                self.env.process(self._outside(opens_us, index, customer))
            else:
                self._come_in(index, customer)

    def _outside(self, opens_us: int, index: int, customer: Customer) -> Steps:
        """Wait until check-in for the appointment opens."""
        yield Moment(self.env, opens_us - self.now_us, ARRIVAL, index)
        self._come_in(index, customer)

    def _come_in(self, index: int, customer: Customer) -> None:
        if self.hall is None:
            self._take_ticket(index, customer)
        else:
            self.env.process(self._at_kiosk(self.hall, index, customer))

    def _at_kiosk(self, hall: Resource, index: int, customer: Customer) -> Steps:
        """Wait for a free kiosk, use it, take a ticket."""
        with hall.request() as turn:
            yield turn
            yield Moment(self.env, customer.kiosk_us, TICKET, index)
        self._take_ticket(index, customer)

    def _take_ticket(self, index: int, customer: Customer) -> None:
        """The ticket is issued; who is not called at once may lose patience."""
        ticket = str(index + 1)
        try:
            issued = ticket_for(self.branch, self.now_us, ticket, customer)
        except BranchClosed:
            self._has_left()
            return
        self.tickets[index] = ticket
        self._do(issued)
        if self._is_waiting(ticket) and customer.patience_us >= 0:
            moment = Moment(self.env, customer.patience_us, PATIENCE_ENDS, index)
            moment.callbacks.append(lambda _: self._lose_patience(ticket))

    def _is_waiting(self, ticket: str) -> bool:
        return self.branch.tickets[ticket].state is TicketState.WAITING

    def _lose_patience(self, ticket: str) -> None:
        """Whoever still waits leaves."""
        if self._is_waiting(ticket):
            self._do(ticketing.cancel(self.branch, self.now_us, ticket=ticket, reason="left"))
            self._has_left()

    def _has_left(self) -> None:
        """One less inside; when it was the last, idle tellers notice."""
        self.inside -= 1
        if self.inside == 0:
            for counter in self.branch.counters:
                self._ring(counter)

    # ------------------------------------------------------------ tellers

    def _teller(self, shift: Shift) -> Steps:
        """One person's day at one counter."""
        desk = self.branch.counters[shift.counter]
        for stint in shift.stints:
            yield self._stint_moment(desk, stint.from_us)
            self._do(
                attendance.open_counter(
                    self.branch, self.now_us, counter=desk.id, staff=shift.staff
                )
            )
            yield from self._work(desk, stint)
            self._leave_desk(desk, stint)

    def _work(self, desk: Counter, stint: Stint) -> Steps:
        """Call and serve until the stint is over and the counter is empty."""
        if stint.to_us is not None:
            end = self._stint_moment(desk, stint.to_us)
            end.callbacks.append(lambda _: self._ring(desk.id))
        while not self._is_over(stint):
            self._do(calling.call_next(self.branch, self.now_us, counter=desk.id))
            if not desk.ticket:
                bell = self.bells[desk.id] = Signal(self.env)
                yield bell
            if desk.ticket:
                yield self._service(desk)
                self._finish(desk, stint)

    def _finish(self, desk: Counter, stint: Stint) -> None:
        """The service is over. Pressing next closes the visit, unless no next one is wanted."""
        if self.inside == 1 or self._is_over(stint):
            self._do(calling.close(self.branch, self.now_us, ticket=desk.ticket))
        self._has_left()

    def _leave_desk(self, desk: Counter, stint: Stint) -> None:
        """The stint is over and nobody is served here: pause or close."""
        if stint.pause_reason:
            paused = attendance.pause_counter(
                self.branch,
                self.now_us,
                counter=desk.id,
                reason=stint.pause_reason,
                until_us=stint.back_us,
            )
            self._do(paused)
        else:
            self._do(attendance.close_counter(self.branch, self.now_us, counter=desk.id))

    def _stint_moment(self, desk: Counter, at_us: int) -> Moment:
        """When a stint begins or ends; at once when that time has passed."""
        return Moment(self.env, max(0, at_us - self.now_us), STINT, desk.spec.index)

    def _service(self, desk: Counter) -> Moment:
        """The end of the present customer's walk and service."""
        customer = self.customers[int(desk.ticket) - 1]
        service = self.rules.service_index[customer.service]
        speed_milli = desk.spec.speeds_milli[service] if desk.spec.speeds_milli else 1000
        duration_us = desk.spec.walk_us + customer.service_us * 1000 // speed_milli
        return Moment(self.env, duration_us, SERVICE_ENDS, desk.spec.index)

    def _is_over(self, stint: Stint) -> bool:
        """Whether the stint has ended: by the clock, or because everybody has left."""
        if stint.to_us is None:
            return self.inside == 0
        return self.now_us >= stint.to_us

    def _ring(self, counter: str) -> None:
        """Wake the teller who stands by there, if one does."""
        bell = self.bells.pop(counter, None)
        if bell is not None:
            bell.succeed()

    # ------------------------------------------------------------ the log

    def _do(self, events: list[Event]) -> None:
        """What the domain decided becomes true and is logged; idle counters settle and wake."""
        done = carry_out(self.branch, events, self.now_us)
        self.events += done
        for event in done:
            if event.kind == kinds.TICKET_CALLED:
                self._ring(event.counter)
            elif event.kind == kinds.TICKET_EXPIRED:
                self._has_left()
        self._set_alarm()

    def _set_alarm(self) -> None:
        """Look again when the clock will next bring something about."""
        times = (next_due_us(self.branch), next_overflow_us(self.branch, self.now_us))
        at_us = min((t for t in times if t is not None), default=None)
        if at_us is None or (self.alarm_us is not None and self.now_us <= self.alarm_us <= at_us):
            return
        self.alarm_us = max(at_us, self.now_us + self.has_looked)
        moment = Moment(self.env, self.alarm_us - self.now_us, CLOCK, 0)
        moment.callbacks.append(lambda _: self._look_at_clock())

    def _look_at_clock(self) -> None:
        """What has fallen due becomes true; an alarm that was overtaken by events says nothing."""
        self.alarm_us = None
        self.has_looked = True  # so whatever is still due at this moment has to wait for the next
        self._do(tick(self.branch, self.now_us))
        self.has_looked = False

    def _end_day(self) -> None:
        """Who could not be served by any counter that was open expires at the end."""
        if self.inside or self.branch.open_counters():
            leftover = attendance.open_day(self.branch, self.branch.last_us, day="", midnight_us=0)
            self._do([event for event in leftover if event.kind != kinds.DAY_OPENED])
