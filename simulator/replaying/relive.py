"""A recorded day lived again in the model, under its own rules, another policy, or other shifts."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from shared.domain import event as kinds
from shared.domain.event import Event
from shared.domain.rules import Rules
from shared.metrics.visit import Visit
from simulator.model.branch_day import BranchDay, DayRun
from simulator.model.customer import PATIENT, WALK_IN, Customer
from simulator.model.shift import Shift, Stint, in_turn
from simulator.replaying.recorded_day import FREES, RecordedDay
from simulator.replaying.worked import worked

#: A teller who takes longer before pressing next did something else: it is not wrap-up.
LONGEST_WRAP_UP_US = 10 * 60_000_000


@dataclass(frozen=True)
class Given:
    """What of a recorded day is taken as given: customers with their tickets, and shifts.

    ``several`` counts visits of more than one stop (held, sent on, back after a missed call): the
    model takes them as one stop at the first counter, as long as all together.
    """

    tickets: list[str]
    customers: list[Customer]
    shifts: list[Shift]
    several: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Time at a counter, from the call until the teller was ready for the next. Microseconds."""

    counter: str
    called_us: int
    free_us: int


def given(day: RecordedDay, rules: Rules, patience_mean_min: float | None, seed: int) -> Given:
    """The customers and shifts of the day.

    Who left had just that patience. Of all others only a lower bound is known; with a mean they get
    so much more by chance (exponential patience has no memory), without one they stay for ever.
    """
    stops = _stops(day)
    source = np.random.default_rng(seed)
    visits = [visit for visit in day.visits() if not _is_joined(visit)]
    extra_min = source.exponential(patience_mean_min or 0.0, len(visits)).tolist()
    customers = [
        _customer(
            visit,
            stops.get(visit.ticket, []),
            rules,
            None if patience_mean_min is None else extra_min[place],
        )
        for place, visit in enumerate(visits)
    ]
    order = sorted(range(len(visits)), key=lambda place: customers[place].arrival_us)
    return Given(
        [visits[place].ticket for place in order],
        [customers[place] for place in order],
        _shifts(day, rules),
        sum(len(each) > 1 for each in stops.values()),
    )


def relive(found: Given, rules: Rules, day: str, shifts: Sequence[Shift] | None = None) -> DayRun:
    """The day in the model. Customers come as they did; nobody waits for a kiosk twice."""
    model = BranchDay(rules, found.shifts if shifts is None else shifts, kiosks=0, day=day)
    return model.run(found.customers)


def first_calls(
    events: Sequence[Event], midnight_us: int, names: dict[str, str] | None = None
) -> dict[str, tuple[str, int]]:
    """Ticket -> counter and time of its first call, from midnight; ``names`` renames tickets."""
    found: dict[str, tuple[str, int]] = {}
    for event in events:
        if event.kind == kinds.TICKET_CALLED:
            ticket = names[event.ticket] if names else event.ticket
            found.setdefault(ticket, (event.counter, event.at_us - midnight_us))
    return found


def named(found: Given) -> dict[str, str]:
    """The model's number of each customer -> the recorded ticket."""
    return {str(place + 1): ticket for place, ticket in enumerate(found.tickets)}


def _is_joined(visit: Visit) -> bool:
    """Went on somebody else's ticket: is served there."""
    return visit.state == "joined"


def _customer(
    visit: Visit, stops: Sequence[Stop], rules: Rules, extra_min: float | None
) -> Customer:
    arrival_us = visit.arrived_us - visit.midnight_us
    wait_us = _waited_us(visit)
    if visit.has_left and visit.called_us is None:
        patience_us = wait_us
    elif extra_min is None:
        patience_us = PATIENT
    else:
        patience_us = wait_us + 1 + round(extra_min * 60_000_000)
    booked_us = WALK_IN if visit.booked_us is None else visit.booked_us - visit.midnight_us
    return Customer(
        visit.service,
        visit.segment,
        arrival_us,
        0,
        _service_us(visit.service, stops, rules),
        patience_us,
        booked_us,
    )


def _waited_us(visit: Visit) -> int:
    """From the ticket to the call, to leaving, or to the end of the log."""
    ends = (visit.called_us, visit.ended_us, visit.seen_until_us)
    return max(0, next(end for end in ends if end is not None) - visit.issued_us)


def _service_us(service: str, stops: Sequence[Stop], rules: Rules) -> int:
    """The model's service time: all stops together, without the walk, at usual speed.

    The model divides by the counter's speed and rounds down; this is the smallest time that comes
    out at what was recorded, where there is one.
    """
    if not stops:
        return 0
    counter = rules.counters[rules.counter_index[stops[0].counter]]
    place = rules.service_index[service]
    speed_milli = counter.speeds_milli[place] if counter.speeds_milli else 1000
    there_us = sum(stop.free_us - stop.called_us for stop in stops) - counter.walk_us
    return max(0, -(-there_us * speed_milli // 1000))


def _stops(day: RecordedDay) -> dict[str, list[Stop]]:
    """Ticket -> its stops, in order."""
    found: dict[str, list[Stop]] = {}
    present: dict[str, tuple[str, int]] = {}
    leaving: dict[str, tuple[str, int, int]] = {}
    for event in day.events:
        counter = event.counter
        if counter in leaving and event.kind in _READY:
            _note(found, counter, leaving.pop(counter), event)
        if event.kind == kinds.TICKET_CALLED:
            present[counter] = (event.ticket, event.at_us)
        elif event.kind in FREES and present.get(counter, ("", 0))[0] == event.ticket:
            ticket, called_us = present.pop(counter)
            leaving[counter] = (ticket, called_us, event.at_us)
    for counter, each in leaving.items():
        _note(found, counter, each, None)
    return found


_READY = frozenset(
    {kinds.TICKET_CALLED, kinds.COUNTER_STANDBY, kinds.COUNTER_PAUSED, kinds.COUNTER_CLOSED}
)
_PRESSED = frozenset({kinds.TICKET_CALLED, kinds.COUNTER_STANDBY})


def _note(
    found: dict[str, list[Stop]],
    counter: str,
    leaving: tuple[str, int, int],
    ready: Event | None,
) -> None:
    """A stop ends when next is pressed, if that is soon after the customer went."""
    ticket, called_us, gone_us = leaving
    free_us = gone_us
    if ready is not None and ready.kind in _PRESSED:
        is_wrap_up = ready.at_us - gone_us <= LONGEST_WRAP_UP_US
        free_us = ready.at_us if is_wrap_up else gone_us
    found.setdefault(ticket, []).append(Stop(counter, called_us, free_us))


def _shifts(day: RecordedDay, rules: Rules) -> list[Shift]:
    """Who worked when at each counter; who closed it last stays until everybody is served."""
    shifts = sorted(worked(day, rules), key=lambda shift: rules.counter_index[shift.counter])
    hours = rules.day(rules.calendar.day_type(day.day)).hours
    last_us = math.inf if hours is None else hours.last_ticket_us
    last_at = {shift.counter: shift for shift in in_turn(shifts)}
    last_of = {shift.staff: shift for shift in in_turn(shifts)}
    return [
        _until_the_end(shift, last_us)
        if last_at[shift.counter] is last_of[shift.staff] is shift
        else shift
        for shift in shifts
    ]


def _until_the_end(shift: Shift, last_us: float) -> Shift:
    """Who closed after the last ticket stays in the model until everybody has been served."""
    *early, last = shift.stints
    if last.calls and last.to_us is not None and last.to_us >= last_us and not last.pause_reason:
        last = Stint(last.from_us, None)
    return replace(shift, stints=(*early, last))
