"""A day of the model cut in two: the kernel goes on from the branch as the log left it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from shared.domain import attendance
from shared.domain import event as kinds
from shared.domain.apply import apply
from shared.domain.appointment import AppointmentState
from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.rollout import columns as c
from shared.rollout.branch_arrays import Work
from shared.rollout.day import Ints
from shared.rollout.run import live_one
from shared.rollout.snapshot import snapshot
from simulator.model.act import ActKind, Acts
from simulator.model.arrays import to_hall, to_people
from simulator.model.branch_day import BranchDay
from simulator.model.customer import NEVER, NO_MACHINE
from simulator.model.happening import Happening, Kind
from tests.simulator.agreement.branches import DAY, Case
from tests.simulator.agreement.logs import OF_SERVICES, Entry, of_kernel, of_model
from tests.simulator.agreement.progress import filled, in_rooms, lived_until


class Halves(NamedTuple):
    """What followed after the cut, from both engines, and how many were inside then."""

    model: list[Entry]
    kernel: list[Entry]
    inside: int


def cut(case: Case, share: float) -> Halves:
    """The rest of the day after this share of its events; nobody needs a kiosk or a machine.

    Who is at a machine, has asked for a supervisor, or how far on the way to a counter, is not in
    the branch's log, nor that a teller works on after a customer.
    """
    nobody = tuple(
        customer._replace(machine=NO_MACHINE, acts=_told(customer.acts))
        for customer in case.customers
    )
    case = replace(case, floor=replace(case.floor, machines=None, layout=None), customers=nobody)
    day = BranchDay(
        case.rules,
        case.shifts,
        0,
        DAY,
        case.floor,
        case.recall_us,
        case.happenings,
        rooms=case.rooms,
    )
    run = day.run(case.customers)
    events = run.events
    cut_us = events[int(share * (len(events) - 1))].recorded_us
    past = [event for event in events if event.recorded_us <= cut_us]
    branch = Branch(case.rules)
    apply(branch, past)
    what = (0, DAY, case.floor, case.recall_us, _later(case, cut_us))
    hall = to_hall(case.rules, case.shifts, *what, rooms=case.rooms)
    work = tuple(_left(past, n, stints) for n, stints in enumerate(hall.work))
    people = {shift.staff: 0 for shift in case.shifts}
    staff = {name: number for number, name in enumerate(people)}
    told = _announced(case, branch, cut_us, work)
    taken = snapshot(branch, cut_us, told, staff, hall.rooms)
    hall = replace(hall, work=taken.work)
    mine = to_people(case.rules, case.customers)
    known = [int(ticket) - 1 for ticket in taken.known]
    coming = _coming(case, past, branch, mine, cut_us)
    inside = mine[known]
    inside[:, c.P_PATIENCE_US] = np.array(run.stays_us, dtype=np.int64)[known]
    was_called = [branch.tickets[ticket].called_us is not None for ticket in taken.known]
    inside[was_called, c.P_PATIENCE_US] = -1
    ticket_us = taken.start.out[:, c.O_TICKET_US]
    is_patient = inside[:, c.P_PATIENCE_US] < 0
    left_us = ticket_us + inside[:, c.P_PATIENCE_US] - cut_us
    inside[:, c.P_PATIENCE_US] = np.where(is_patient, -1, np.maximum(left_us, 0))
    lived_so_far = lived_until(case, past)
    start = filled(case, branch, taken.start, taken.known, lived_so_far, work)
    in_rooms(case, branch, start, taken.known, run.roomed, lived_so_far, cut_us)
    lived = live_one(hall, np.concatenate([inside, mine[coming]]), start)
    names = [*known, *coming]
    later = [e for e in of_model(events) if e.recorded_us > cut_us]
    return Halves(later, [_named(e, names) for e in of_kernel(case.rules, lived)], len(known))


def _told(acts: Acts) -> Acts:
    untold = (ActKind.WRAP_UP, ActKind.AUTHORISE)
    return tuple(act for act in acts if act.kind not in untold)


def _later(case: Case, cut_us: int) -> list[Happening]:
    """What happens after the cut, and what has been switched off before it and still is."""
    before = [h for h in case.happenings if h.at_us <= cut_us and h.kind is Kind.SWITCHES]
    off = {h.counter: replace(h, at_us=cut_us) for h in before}
    return [*off.values(), *(h for h in case.happenings if h.at_us > cut_us)]


def _left(past: Sequence[Event], counter: int, stints: Sequence[Work]) -> tuple[Work, ...]:
    """The stints of a counter from the cut on, the present one first."""
    ended = (kinds.COUNTER_CLOSED, kinds.COUNTER_PAUSED)
    mine = [event for event in past if event.counter == str(counter + 1)]
    return tuple(stints[sum(event.kind in ended for event in mine) :])


def _announced(
    case: Case, branch: Branch, now_us: int, work: Sequence[Sequence[Work]]
) -> list[Sequence[Work]]:
    """The same work, of which every other counter has told its pause and the roster knows nothing.

    The plan stands in the branch instead.
    """
    told = [*work]
    for desk in branch.open_counters():
        stints = work[desk.spec.index]
        if not stints or stints[0].to_us <= now_us or (case.seed + desk.spec.index) % 2:
            continue
        present, *later = stints
        if later and 0 <= later[0].to_us <= later[0].from_us:
            continue  # nobody plans a pause up to a stint of no length
        ends_us, until_us = present.to_us, None
        told[desk.spec.index] = (present._replace(to_us=-1, is_pause_after=False), *later)
        if present.is_pause_after and later and later[0].calls:
            until_us = later[0].from_us
            told[desk.spec.index] = (later[0]._replace(from_us=present.from_us), *later[1:])
        reason = "break" if present.is_pause_after else ""
        planned = attendance.plan_pause(
            branch, now_us, counter=desk.id, reason=reason, until_us=until_us, at_us=ends_us
        )
        apply(branch, planned)
    return told


def _coming(
    case: Case, past: Sequence[Event], branch: Branch, mine: Ints, cut_us: int
) -> list[int]:
    """Who comes after the cut, or would have: in the order of the demand."""
    found = []
    for number, customer in enumerate(case.customers):
        row = mine[number]
        has_come = str(number + 1) in branch.tickets
        rules = case.rules.appointments.get(customer.service)
        at_us = customer.arrival_us
        if customer.booked_us >= 0 and rules is not None:
            opens_us = case.rules.hours.opens_us if case.rules.hours else 0
            booking = branch.appointments[str(number + 1)]
            has_lapsed = booking.state is AppointmentState.NO_SHOW
            if at_us != NEVER:
                at_us = max(at_us, customer.booked_us - rules.early_us, opens_us)
            if has_lapsed and at_us == NEVER:
                continue
            if has_lapsed:
                row[c.P_BOOKED_US], row[c.P_ARRIVAL_US] = -1, at_us
            elif not has_come and at_us <= cut_us:  # sent away while the service was suspended
                row[c.P_ARRIVAL_US] = at_us = NEVER
        if not has_come and (at_us > cut_us or at_us == NEVER):
            found.append(number)
    return found


def _named(entry: Entry, names: Sequence[int]) -> Entry:
    """The customers of the second half by their numbers in the whole day."""

    def name(customer: str) -> str:
        return str(names[int(customer) - 1] + 1) if customer else ""

    passed = tuple(sorted((name(other), why) for other, why in entry.passed))
    if entry.kind in OF_SERVICES:
        return entry
    return entry._replace(customer=name(entry.customer), passed=passed)
