"""Rooms that a service needs: whoever is called waits for one."""

from dataclasses import replace

from shared.domain import attendance, calling, ticketing
from shared.domain import event as kinds
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.rollout import columns as c
from shared.rollout.branch_arrays import Work
from shared.rollout.snapshot import snapshot
from simulator.model.arrays import to_hall
from simulator.model.branch_day import BranchDay
from simulator.model.customer import Customer
from simulator.model.rooms import Roomed, RoomPool
from simulator.model.shift import all_day
from tests.simulator.model.test_tellers import RULES

TWO = all_day(["1", "2"])
LOANS = [Customer("loans", "any", at_us, 0, 20) for at_us in (0, 5)]


def times(rooms: list[RoomPool], kind: str) -> list[int]:
    run = BranchDay(RULES, TWO, 0, rooms=rooms).run([*LOANS, Customer("cash", "any", 6, 0, 1)])
    return [event.at_us for event in run.events if event.kind == kind]


def test_the_second_waits_at_the_counter_for_the_only_room() -> None:
    one = [RoomPool(1, ("loans",))]
    assert times(one, kinds.TICKET_CALLED) == [0, 5, 20]
    assert times(one, kinds.TICKET_STARTED) == [0, 20, 20]
    assert times(one, kinds.TICKET_CLOSED) == [20, 21, 40]


def test_with_two_rooms_or_for_another_service_nobody_waits() -> None:
    for rooms in ([RoomPool(2, ("loans",))], [RoomPool(1, ("cash",))], []):
        assert times(rooms, kinds.TICKET_CLOSED) == [20, 21, 25]


def test_whoever_is_still_on_the_way_when_a_room_is_free_walks_the_rest() -> None:
    """Called at 5 and 30 away: the room, free from 20 on, waits for the customer."""
    slow = tuple(replace(spec, walk_us=30) for spec in RULES.counters)
    rules = replace(RULES, counters=slow)
    people = [LOANS[0]._replace(service_us=5), LOANS[1]]
    run = BranchDay(rules, TWO, 0, rooms=[RoomPool(1, ("loans",))]).run(people)
    started = [(e.ticket, e.at_us) for e in run.events if e.kind == kinds.TICKET_STARTED]
    assert started == [("1", 30), ("2", 35)]
    assert run.roomed == [Roomed(0, 0, 0, 0, 35), Roomed(1, 0, 5, 35, 55)]
    late = BranchDay(rules, TWO, 0, rooms=[RoomPool(1, ("loans",))]).run(
        [LOANS[0]._replace(service_us=0), LOANS[1]._replace(arrival_us=25)]
    )
    assert late.roomed == [Roomed(0, 0, 0, 0, 30), Roomed(1, 0, 25, 30, 75)]


def test_who_is_in_a_room_when_the_kernel_goes_on_from_the_branch() -> None:
    branch = Branch(RULES)
    apply(branch, attendance.open_day(branch, 0, day="2026-01-05", midnight_us=0))
    for number, counter in enumerate(RULES.counters):
        opened = attendance.open_counter(branch, 1, counter=counter.id, staff=counter.id)
        apply(branch, opened)
        ticket = str(number)
        issued = ticketing.issue(branch, 2, ticket=ticket, service="loans", segment="any")
        apply(branch, issued)
        apply(branch, calling.call_next(branch, 3 + number, counter=counter.id))
    pools = to_hall(RULES, TWO, 0, "2026-01-05", rooms=[RoomPool(1, ("loans",))]).rooms
    work = [(Work(0, -1, False),)] * len(RULES.counters)
    desks = snapshot(branch, 10, work, rooms=pools).start.desks
    assert desks[:, c.D_ROOM].tolist() == [0, 0]
    assert desks[:, c.D_STEP].tolist() == [c.SERVES, c.WAITS]
    assert desks[:, c.D_ASKED_US].tolist() == [3, 4]
