"""What a customer does at the door: takes a ticket, or checks in for an appointment."""

from shared.domain import event as kinds
from shared.domain.booking import check_in
from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.domain.refused import AppointmentStateWrong
from shared.domain.ticketing import issue
from simulator.model.act import ActKind
from simulator.model.customer import WALK_IN, Customer


def booked_event(branch: Branch, ticket: str, customer: Customer, day: str) -> Event:
    """An appointment that was booked before the day: given, like the arrivals.

    The customer's number is the confirmation code; nobody else reads it.
    """
    data: dict[str, kinds.Value] = {
        "appointment": ticket,
        "code_digest": ticket,
        "service": customer.service,
        "segment": customer.segment,
        "language": "zh_CN",
        "day": day,
        "due_us": customer.booked_us,
        "person": "",
        "customer": "",
    }
    at_us = branch.last_us
    return Event(kinds.APPOINTMENT_BOOKED, at_us, at_us, "", "", "", data)


def check_in_opens_us(branch: Branch, customer: Customer) -> int:
    """From when the customer may come in; 0 for whoever just comes."""
    if customer.booked_us == WALK_IN:
        return 0
    hours = branch.today.hours
    rules = branch.rules.appointments[customer.service]
    return max(customer.booked_us - rules.early_us, hours.opens_us if hours else 0)


def ticket_for(branch: Branch, now_us: int, ticket: str, customer: Customer) -> list[Event]:
    """The ticket: by check-in, or an ordinary one, also for whoever missed the appointment.

    Raises:
        BranchClosed: after the last ticket of the day.
    """
    if customer.booked_us != WALK_IN:
        try:
            return check_in(branch, now_us, code_digest=ticket, ticket=ticket)
        except AppointmentStateWrong:
            pass  # it has lapsed: as everybody else
    items, needs = 1, []
    for act in customer.acts:
        if act.kind is ActKind.ITEMS:
            items = int(act.what)
        elif act.kind is ActKind.NEED:
            needs.append(act.what)
    return issue(
        branch,
        now_us,
        ticket=ticket,
        service=customer.service,
        segment=customer.segment,
        more_needs=needs,
        items=items,
    )
