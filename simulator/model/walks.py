"""On foot: from the door to the kiosks, and from the seat to the counter, where it is measured."""

from dataclasses import dataclass

from shared.dispatch.walking import to_counter_us, way_us
from shared.domain import calling
from shared.domain.counter import Counter
from shared.domain.ticket import CALLED
from shared.rollout.floor import Layout
from simulator.model.customer import Customer
from simulator.model.lived_day import LivedDay


@dataclass(slots=True)
class Walks:
    """The ways of a hall; without a ``layout`` only the usual walk of each counter."""

    day: LivedDay
    layout: Layout | None

    def entrance_us(self, customer: Customer) -> int:
        """From the door to the kiosks."""
        return way_us(self.layout.entrance_mm, customer.speed_mm_s) if self.layout else 0

    def to_counter_us(self, desk: Counter) -> int:
        """From the call to the counter, for the customer who was called there now."""
        if self.layout is None:
            return desk.spec.walk_us
        ticket, rules = self.day.branch.tickets[desk.ticket], self.day.rules
        customer = self.day.customer(ticket.id)
        service, segment = rules.service(customer.service), rules.segment(customer.segment)
        zone = self.layout.zone_of[rules.class_of(service, segment)]
        assert ticket.called_us is not None
        return to_counter_us(
            desk.spec.walk_us,
            self.layout.to_counter_mm[zone][desk.spec.index],
            self.layout.to_seat_mm[zone],
            customer.speed_mm_s,
            ticket.called_us - ticket.arrived_us,
        )

    def left_us(self, desk: Counter) -> int:
        """How long the customer who was called there is still on the way; 0 once served."""
        ticket = self.day.branch.tickets[desk.ticket]
        if ticket.state is not CALLED:
            return 0
        assert ticket.called_us is not None
        way_us = self.to_counter_us(desk)
        return max(0, ticket.called_us + way_us - self.day.now_us) if way_us else 0

    def tell_start(self, desk: Counter) -> None:
        """The service that goes on here began when the customer came, which nobody told yet.

        Without a layout the domain knows the walk itself.
        """
        if self.layout is None:
            return
        day, ticket = self.day, self.day.branch.tickets[desk.ticket]
        if ticket.state is not CALLED:
            return
        assert ticket.called_us is not None
        began_us = ticket.called_us + self.to_counter_us(desk)
        day.do(calling.start(day.branch, day.now_us, ticket=ticket.id, began_us=began_us))
