"""Use cases of appointments: free times, book, look, change, cancel, check in, who is expected."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Final

from shared.domain import booking
from shared.domain.appointment import Appointment, AppointmentState
from shared.domain.refused import AppointmentUnknown, SlotUnknown
from shared.domain.slots import Slot, lapses_us, rules_of, slots
from shared.protocol.appointment import (
    AppointmentBooked,
    AppointmentView,
    BookAppointment,
    ChangeAppointment,
    DaysView,
    DayView,
    ExpectedAppointment,
    SlotsView,
    SlotView,
)
from shared.protocol.event import to_datetime, to_us
from shared.services.actor import Actor, refuse_unknown_person
from shared.services.day import local_day
from shared.services.decision import Decision, PhoneToken
from shared.services.lobby import Lobby
from shared.services.ports import Ids
from shared.services.ticketing import PhoneAddress, issued_decision

#: Beyond it nothing is bookable in any profile, and dates of the year 1 need no arithmetic.
FAR_US: Final = 400 * 24 * 3600 * 1_000_000
#: A page shows no more days than these.
DAYS_MAX: Final = 30
#: From a code to what the log holds of it.
DigestOf = Callable[[str], str]


def free_slots(lobby: Lobby, now_us: int, service: str, day: date | None) -> SlotsView:
    """The times of one day that may be booked from now on, full ones included; default: today.

    Raises:
        ServiceUnknown, NoAppointments.
    """
    name = day.isoformat() if day else lobby.branch.day
    found = _slots(lobby, now_us, service, name)
    return SlotsView(
        service=service,
        day=name,
        slots=tuple(SlotView(at=local_time(lobby, s.due_us), free=s.free) for s in found),
    )


def days_ahead(lobby: Lobby, now_us: int, service: str) -> DaysView:
    """The days on which the service may be booked, closed and full ones included.

    Raises:
        ServiceUnknown, NoAppointments.
    """
    rules = rules_of(lobby.branch, service)
    today = date.fromisoformat(local_day(now_us, lobby.zone).day)
    days = []
    for ahead in range(min(rules.ahead_days, DAYS_MAX) + 1):
        day = (today + timedelta(days=ahead)).isoformat()
        found = _slots(lobby, now_us, service, day)
        days.append(DayView(day=day, slots=len(found), free=sum(s.free for s in found)))
    return DaysView(service=service, days=tuple(days))


def next_free_us(lobby: Lobby, now_us: int, service: str) -> int | None:
    """The first time with a free place; None without one, or without appointments."""
    rules = lobby.branch.rules.appointments.get(service)
    if rules is None or not lobby.branch.day:
        return None
    today = date.fromisoformat(lobby.branch.day)
    for days in range(rules.ahead_days + 1):
        day = (today + timedelta(days=days)).isoformat()
        for slot in _slots(lobby, now_us, service, day):
            if slot.free:
                return slot.due_us
    return None


def book(
    lobby: Lobby,
    now_us: int,
    request: BookAppointment,
    ids: Ids,
    digest_of: DigestOf,
    customer: str = "",
) -> Decision:
    """Take a place; the answer tells the code, once.

    Where the request carries an Idempotency-Key the answer, and with it the code, is kept for a
    repetition, but only for some minutes (``Decision.is_secret``).

    Raises:
        ServiceUnknown, SegmentUnknown, ServiceNotOffered, StaffUnknown.
        NoAppointments, SlotUnknown, SlotFull.
    """
    refuse_unknown_person(lobby, request.person)
    due_us = _due_us(now_us, request.service, request.at)
    day = local_day(due_us, lobby.zone)
    code = _new_code(lobby, ids, digest_of)
    appointment = ids.new_id()
    events = booking.book(
        lobby.branch,
        now_us,
        appointment=appointment,
        code_digest=digest_of(code),
        service=request.service,
        day=day.day,
        midnight_us=day.midnight_us,
        due_us=due_us,
        segment=request.segment or "",
        language=request.language,
        person=request.person or "",
        customer=customer,
    )

    def answer(after: Lobby) -> AppointmentBooked:
        view = appointment_view(after, after.branch.appointments[appointment])
        return AppointmentBooked(**dict(view), code=code)

    return Decision(events, answer, is_secret=True)


def look_up(lobby: Lobby, code_digest: str) -> AppointmentView:
    """The appointment under this code.

    Raises:
        AppointmentUnknown.
    """
    return appointment_view(lobby, booking.by_code(lobby.branch, code_digest))


def change(lobby: Lobby, now_us: int, code_digest: str, request: ChangeAppointment) -> Decision:
    """Another time or service under the same code.

    Raises:
        AppointmentUnknown, AppointmentStateWrong, ServiceUnknown, ServiceNotOffered.
        NoAppointments, SlotUnknown, SlotFull.
    """
    found = booking.booked(lobby.branch, code_digest, "changed")
    service = request.service or found.service
    due_us = _due_us(now_us, service, request.at) if request.at else found.due_us
    day = local_day(due_us, lobby.zone)
    events = booking.change(
        lobby.branch,
        now_us,
        code_digest=code_digest,
        day=day.day,
        midnight_us=day.midnight_us,
        due_us=due_us,
        service=service,
    )
    return Decision(events, lambda after: look_up(after, code_digest))


def cancel(lobby: Lobby, now_us: int, code_digest: str, actor: Actor) -> Decision:
    """The place is free again.

    Raises:
        AppointmentUnknown, AppointmentStateWrong.
    """
    by = "staff" if actor.staff else "customer"
    events = booking.cancel_booking(lobby.branch, now_us, code_digest=code_digest, by=by)
    return Decision(events, lambda after: look_up(after, code_digest))


def check_in(
    lobby: Lobby, now_us: int, code_digest: str, ids: Ids, phone_address: PhoneAddress
) -> Decision:
    """The customer is here and gets a ticket.

    Raises:
        AppointmentUnknown, AppointmentStateWrong, AppointmentNotToday, AppointmentTooEarly.
        DayClosed, ServiceSuspended.
    """
    phone = PhoneToken(ids.new_token(), ids.new_id())
    events = booking.check_in(lobby.branch, now_us, code_digest=code_digest, ticket=phone.ticket)
    return issued_decision(events, phone, phone_address)


def check_in_customer(
    lobby: Lobby, now_us: int, customer: str, ids: Ids, phone_address: PhoneAddress
) -> Decision:
    """The customer of this pseudonym is here: the appointment of today that comes first.

    Raises:
        AppointmentUnknown: none of today stands under it.
        AppointmentTooEarly, DayClosed, ServiceSuspended.
    """
    mine = [
        a
        for a in lobby.branch.appointments.values()
        if customer
        and a.customer == customer
        and a.day == lobby.branch.day
        and a.state is AppointmentState.BOOKED
    ]
    if not mine:
        raise AppointmentUnknown()
    first = min(mine, key=lambda a: a.due_us)
    return check_in(lobby, now_us, first.code_digest, ids, phone_address)


def expected_today(lobby: Lobby) -> tuple[ExpectedAppointment, ...]:
    """Today's appointments that stand, by time: still to come, or checked in."""
    states = (AppointmentState.BOOKED, AppointmentState.CHECKED_IN)
    found = [
        a
        for a in lobby.branch.appointments.values()
        if a.day == lobby.branch.day and a.state in states
    ]
    return tuple(
        ExpectedAppointment(
            at=local_time(lobby, a.due_us),
            service=a.service,
            segment=a.segment,
            state=a.state,
            person=a.person or None,
            number=_number(lobby, a),
        )
        for a in sorted(found, key=lambda a: a.due_us)
    )


def appointment_view(lobby: Lobby, found: Appointment) -> AppointmentView:
    """The appointment on the wire, in the branch's own time."""
    rules = lobby.branch.rules.appointments.get(found.service)
    early_us = rules.early_us if rules else 0
    return AppointmentView(
        service=found.service,
        segment=found.segment,
        language=found.language,
        at=local_time(lobby, found.due_us),
        check_in_from=local_time(lobby, found.due_us - early_us),
        check_in_until=local_time(lobby, lapses_us(lobby.branch, found)),
        state=found.state,
        person=found.person or None,
        number=_number(lobby, found),
        changes=found.changes,
    )


def local_time(lobby: Lobby, at_us: int) -> datetime:
    """An aware time with the branch's offset."""
    return to_datetime(at_us).astimezone(lobby.zone)


def _slots(lobby: Lobby, now_us: int, service: str, day: str) -> list[Slot]:
    midnight = datetime.combine(date.fromisoformat(day), time.min, lobby.zone)
    return slots(lobby.branch, now_us, service=service, day=day, midnight_us=to_us(midnight))


def _due_us(now_us: int, service: str, at: datetime) -> int:
    """The time in microseconds; SlotUnknown for one that is out of all reach."""
    due_us = to_us(at)
    if abs(due_us - now_us) > FAR_US:
        raise SlotUnknown(service)
    return due_us


def _new_code(lobby: Lobby, ids: Ids, digest_of: DigestOf) -> str:
    """A code that no appointment of now has."""
    used = {appointment.code_digest for appointment in lobby.branch.appointments.values()}
    code = ids.new_code()
    while digest_of(code) in used:
        code = ids.new_code()
    return code


def _number(lobby: Lobby, found: Appointment) -> str | None:
    ticket = lobby.branch.tickets.get(found.ticket)
    return ticket.number if ticket else None
