"""Customers: they come in, use a kiosk, take a ticket, wait, and may lose patience."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from simpy import Resource

from shared.dispatch.announce import TURNS_ROUND
from shared.domain import event as kinds
from shared.domain import ticketing
from shared.domain.errors import BranchClosed
from shared.domain.refused import ServiceSuspended
from shared.domain.ticket import TicketState
from shared.rollout.floor import PLAIN, Floor
from simulator.model.arriving import booked_event, check_in_opens_us, ticket_for
from simulator.model.customer import WALK_IN, Customer, seconds
from simulator.model.heeding import stays
from simulator.model.instant import ARRIVAL, COMES_AGAIN, PATIENCE_ENDS, TICKET, Moment, Steps
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
    ``missing`` counts those of the demand who never come.
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
    hall: Resource | None = field(init=False)
    house: Kiosks | None = field(default=None, init=False)

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
        self.hall = Resource(self.day.env, self.kiosks) if self.kiosks else None
        if self.kiosks and self.plan:
            self.house = Kiosks(self.day, self.kiosks, self.plan)
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

    def open(self) -> Steps:
        """Customers come in at their times."""
        day = self.day
        for index, customer in enumerate(day.customers):
            if customer.arrival_us < 0:
                continue
            yield Moment(day.env, customer.arrival_us - day.now_us, ARRIVAL, index)
            opens_us = check_in_opens_us(day.branch, customer)
            if opens_us > day.now_us:
                day.env.process(self._outside(opens_us, index, customer))
            else:
                self._come_in(index, customer)

    def _outside(self, opens_us: int, index: int, customer: Customer) -> Steps:
        """Wait until check-in for the appointment opens."""
        yield Moment(self.day.env, opens_us - self.day.now_us, ARRIVAL, index)
        self._come_in(index, customer)

    def _come_in(self, index: int, customer: Customer) -> None:
        way_us = self.walks.entrance_us(customer)
        if way_us:
            self.day.env.process(self._walk_in(way_us, index, customer))
        else:
            self._reach_kiosk(index, customer)

    def _walk_in(self, way_us: int, index: int, customer: Customer) -> Steps:
        """From the door to the kiosks."""
        yield Moment(self.day.env, way_us, ARRIVAL, index)
        self._reach_kiosk(index, customer)

    def _reach_kiosk(self, index: int, customer: Customer) -> None:
        if self.house is not None:
            self.day.env.process(self._at_kiosk_of(self.house, index, customer))
        elif self.hall is None:
            self._take_ticket(index, customer)
        else:
            self.day.env.process(self._at_kiosk(self.hall, index, customer))

    def _at_kiosk(self, hall: Resource, index: int, customer: Customer) -> Steps:
        """Wait for a free kiosk, use it, take a ticket."""
        with hall.request() as turn:
            yield turn
            yield Moment(self.day.env, customer.kiosk_us, TICKET, index)
        self._take_ticket(index, customer)

    def _at_kiosk_of(self, house: Kiosks, index: int, customer: Customer) -> Steps:
        """The same where kiosks may be away, or quicker."""
        turn = house.ask()
        yield turn
        yield Moment(self.day.env, house.time_us(customer.kiosk_us), TICKET, index)
        house.leave(cast("int", turn.value))
        self._take_ticket(index, customer)

    def _take_ticket(self, index: int, customer: Customer) -> None:
        """The ticket is issued; who is not called at once may lose patience."""
        day, ticket = self.day, str(index + 1)
        try:
            issued = ticket_for(day.branch, day.now_us, ticket, customer)
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
            moment = Moment(day.env, stays_us, PATIENCE_ENDS, index)
            moment.callbacks.append(lambda _: self._leave(ticket, "left"))

    def _come_again(self, index: int) -> None:
        """The machine did not do: a ticket after all, with a place of its own in the demand."""
        second = self.seconds[index]
        self.missing -= 1
        moment = Moment(self.day.env, 0, COMES_AGAIN, second)
        moment.callbacks.append(lambda _: self._take_ticket(second, self.day.customers[second]))

    def _is_waiting(self, ticket: str) -> bool:
        """Waiting for the first call: whoever was called once stays."""
        found = self.day.branch.tickets[ticket]
        return found.state is TicketState.WAITING and found.called_us is None

    def _leave(self, ticket: str, reason: str) -> None:
        """Whoever still waits leaves."""
        day = self.day
        if self._is_waiting(ticket):
            day.do(ticketing.cancel(day.branch, day.now_us, ticket=ticket, reason=reason))
            day.one_less()
