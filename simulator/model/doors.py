"""Customers: they come in, use a kiosk, take a ticket, wait, and may lose patience."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from simpy import Event as Signal

from shared.dispatch.announce import TURNS_ROUND
from shared.domain import event as kinds
from shared.domain import ticketing
from shared.domain.errors import BranchClosed
from shared.domain.refused import ServiceSuspended
from shared.domain.ticket import WAITING
from shared.rollout.floor import PLAIN, Floor
from simulator.model.arriving import booked_event, check_in_opens_us, ticket_for
from simulator.model.customer import WALK_IN, Customer, seconds
from simulator.model.heeding import stays
from simulator.model.instant import ARRIVAL, COMES_AGAIN, PATIENCE_ENDS, Moment
from simulator.model.kiosks import Kiosks, KioskTime
from simulator.model.lived_day import LivedDay
from simulator.model.machines import Machines
from simulator.model.walks import Walks


@dataclass(slots=True)
class Doors:
    """The way into the hall.

    ``kiosks`` is how many stand there, served first come first served; 0 means that a ticket costs
    no time. ``floor`` is what people see and hear there, ``plan`` when kiosks are away or
    quicker. ``tickets`` names each customer's ticket, empty for who did not get one, and
    ``stays_us`` how long each is willing to wait after it, once they have heard and seen.
    ``seconds`` is where in the demand the ticket stands that is taken when a machine did not do;
    ``missing`` counts those of the demand who never come, ``coming`` are the places of the rest.
    """

    day: LivedDay
    kiosks: int
    floor: Floor = PLAIN
    plan: Sequence[KioskTime] = ()
    tickets: list[str] = field(init=False)
    stays_us: list[int] = field(init=False)
    machines: Machines | None = field(default=None, init=False)
    seconds: dict[int, int] = field(default_factory=dict, init=False)
    missing: int = field(init=False)
    walks: Walks = field(init=False)
    line: Kiosks = field(init=False)
    coming: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        """Nobody has a ticket yet."""
        self.tickets = [""] * len(self.day.customers)
        self.stays_us = [customer.patience_us for customer in self.day.customers]
        self.walks = Walks(self.day, self.floor.layout)
        self.missing = sum(customer.arrival_us < 0 for customer in self.day.customers)
        if self.floor.machines is not None:
            rules, usual_us = self.floor.machines, self.floor.usual_us
            self.machines = Machines(self.day, rules, usual_us, self._come_again)
            self.seconds = seconds(self.day.customers)
        self.line = Kiosks(self.day, self.kiosks, self.plan)
        self.coming = (i for i, one in enumerate(self.day.customers) if one.arrival_us >= 0)
        self.day.on(kinds.TICKET_EXPIRED, lambda _: self.day.one_less())

    def book(self) -> None:
        """The appointments of the day, booked before it begins."""
        self.day.do(
            [
                booked_event(self.day.branch, str(index + 1), customer, self.day.day)
                for index, customer in enumerate(self.day.customers)
                if customer.booked_us != WALK_IN
            ]
        )

    def open(self) -> None:
        """Customers come in at their times."""
        self._expect()

    def _expect(self) -> None:
        """The next of them is on the way."""
        index = next(self.coming, None)
        if index is not None:
            in_us = self.day.customers[index].arrival_us - self.day.now_us
            Moment(self.day.env, in_us, ARRIVAL, index, partial(self._arrive, index))

    def _arrive(self, index: int, _moment: Signal) -> None:
        """Comes in; whoever is here before check-in for the appointment opens waits outside."""
        day = self.day
        customer = day.customers[index]
        if customer.booked_us == WALK_IN:
            self._come_in(index, customer)
        else:
            early_us = check_in_opens_us(day.branch, customer) - day.now_us
            self._after(early_us, index, partial(self._come_in, index, customer))
        self._expect()

    def _come_in(self, index: int, customer: Customer) -> None:
        """From the door to the kiosks, on foot where that is measured."""
        if self.walks.layout is None:
            self._reach_kiosk(index)
        else:
            way_us = self.walks.entrance_us(customer)
            self._after(way_us, index, partial(self._reach_kiosk, index))

    def _after(self, delay_us: int, index: int, then: Callable[[], None]) -> None:
        """Go on after this time; at once when there is none."""
        if delay_us > 0:
            Moment(self.day.env, delay_us, ARRIVAL, index, lambda _: then())
        else:
            then()

    def _reach_kiosk(self, index: int) -> None:
        if self.kiosks:
            self.line.come(index, self._take_ticket)
        else:
            self._take_ticket(index)

    def _take_ticket(self, index: int) -> None:
        """The ticket is issued; who is not called at once may lose patience."""
        day, ticket = self.day, str(index + 1)
        try:
            issued = ticket_for(day.branch, day.now_us, ticket, day.customers[index])
        except (BranchClosed, ServiceSuspended):
            day.one_less()
            return
        self.tickets[index] = ticket
        day.do(issued)
        if not self._is_waiting(ticket):
            return
        stays_us = self.stays_us[index] = stays(day, self.floor, self.machines, index)
        if stays_us == TURNS_ROUND:
            self._leave(ticket, "balked")
        elif stays_us >= 0:
            gives_up = partial(self._lose_patience, ticket)
            Moment(day.env, stays_us, PATIENCE_ENDS, index, gives_up)

    def _come_again(self, index: int) -> None:
        """The machine did not do: a ticket after all, with a place of its own in the demand."""
        second = self.seconds[index]
        self.missing -= 1
        Moment(self.day.env, 0, COMES_AGAIN, second, lambda _: self._take_ticket(second))

    def _is_waiting(self, ticket: str) -> bool:
        """Waiting for the first call: whoever was called once stays."""
        found = self.day.branch.tickets[ticket]
        return found.state is WAITING and found.called_us is None

    def _lose_patience(self, ticket: str, _moment: Signal) -> None:
        self._leave(ticket, "left")

    def _leave(self, ticket: str, reason: str) -> None:
        """Whoever still waits leaves."""
        day = self.day
        if self._is_waiting(ticket):
            day.do(ticketing.cancel(day.branch, day.now_us, ticket=ticket, reason=reason))
            day.one_less()
