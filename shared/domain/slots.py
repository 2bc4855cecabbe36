"""Slots of appointments: which times are offered, and which are taken."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from shared.domain.appointment import Appointment, AppointmentState
from shared.domain.branch import Branch
from shared.domain.refused import NoAppointments, SlotFull, SlotUnknown
from shared.domain.rules import AppointmentRules

#: A place is taken by these; a no-show's and a cancelled one's is free.
_GOOD: Final = (AppointmentState.BOOKED, AppointmentState.CHECKED_IN)


class Slot(NamedTuple):
    """A time that may be booked, and how many places are free."""

    due_us: int
    free: int


def slots(branch: Branch, now_us: int, *, service: str, day: str, midnight_us: int) -> list[Slot]:
    """The bookable times of a service on a day (ISO), earliest first, full ones included.

    ``midnight_us`` is that day's local midnight on the branch's clock. Empty on a closed day, in
    the past, and beyond the horizon of the profile.

    Raises:
        ServiceUnknown, NoAppointments.
    """
    rules = rules_of(branch, service)
    if not _is_within(branch, rules, day):
        return []
    earliest_us = branch.stamp(now_us) + rules.lead_us
    taken = _taken(branch, service)
    return [
        Slot(due_us, max(0, rules.capacity - taken.get(due_us, 0)))
        for due_us in _times(branch, rules, day, midnight_us)
        if due_us >= earliest_us
    ]


def rules_of(branch: Branch, service: str) -> AppointmentRules:
    """The appointments of this service; ServiceUnknown, NoAppointments."""
    what = branch.rules.service(service)
    found = branch.rules.appointments.get(what.id)
    if found is None:
        raise NoAppointments(what.id)
    return found


def _is_within(branch: Branch, rules: AppointmentRules, day: str) -> bool:
    """Not in the past, not beyond the horizon, and open."""
    first = date.fromisoformat(branch.day) if branch.day else date.fromisoformat(day)
    wanted = date.fromisoformat(day)
    if not first <= wanted <= first + timedelta(days=rules.ahead_days):
        return False
    return not branch.rules.day(branch.rules.calendar.day_type(day)).is_closed


def _times(branch: Branch, rules: AppointmentRules, day: str, midnight_us: int) -> Iterator[int]:
    """The beginnings of the slots, inside the opening hours of that day."""
    hours = branch.rules.day(branch.rules.calendar.day_type(day)).hours
    from_us, to_us = rules.from_us, rules.to_us
    if hours is not None:
        from_us, to_us = max(from_us, hours.opens_us), min(to_us, hours.closes_us)
    steps = -(-(from_us - rules.from_us) // rules.slot_us)
    start_us = rules.from_us + steps * rules.slot_us
    while start_us + rules.slot_us <= to_us:
        yield midnight_us + start_us
        start_us += rules.slot_us


def _taken(branch: Branch, service: str) -> dict[int, int]:
    """How many places are taken at each time; a no-show's and a cancelled one's are free."""
    taken: dict[int, int] = {}
    for appointment in branch.appointments.values():
        if appointment.service == service and appointment.state in _GOOD:
            taken[appointment.due_us] = taken.get(appointment.due_us, 0) + 1
    return taken


def check_slot(
    branch: Branch,
    now_us: int,
    *,
    service: str,
    day: str,
    midnight_us: int,
    due_us: int,
    person: str = "",
    changing: str = "",
) -> None:
    """Refuse a time that nobody offers, or that is taken.

    ``person`` is the adviser whom the customer wants to see, who sees one customer at a time.
    ``changing`` is the appointment that gives its own place up.

    Raises:
        ServiceUnknown, NoAppointments, SlotUnknown, SlotFull.
    """
    offered = slots(branch, now_us, service=service, day=day, midnight_us=midnight_us)
    free = {slot.due_us: slot.free for slot in offered}
    if due_us not in free:
        raise SlotUnknown(service)
    length_us = rules_of(branch, service).slot_us
    if not free[due_us] or _is_seeing(branch, person, due_us, length_us, changing):
        raise SlotFull()


def _is_seeing(branch: Branch, person: str, due_us: int, length_us: int, changing: str) -> bool:
    """Whether this person has another appointment that overlaps one of this length."""
    return bool(person) and any(
        other.person == person
        and other.id != changing
        and other.state in _GOOD
        and other.due_us < due_us + length_us
        and due_us < other.due_us + _length_us(branch, other)
        for other in branch.appointments.values()
    )


def _length_us(branch: Branch, appointment: Appointment) -> int:
    rules = branch.rules.appointments.get(appointment.service)
    return rules.slot_us if rules else 0


def counts_from_us(branch: Branch, appointment: Appointment) -> int:
    """From when on a customer is late: the booked time, or when the service was resumed."""
    return max(appointment.due_us, branch.resumed_us.get(appointment.service, 0))


def lapses_us(branch: Branch, appointment: Appointment) -> int:
    """The last moment at which this appointment may be checked in, on the branch's clock."""
    rules = branch.rules.appointments.get(appointment.service)
    return counts_from_us(branch, appointment) + (rules.no_show_us if rules else 0)
