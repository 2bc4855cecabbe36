"""Rooms that a service needs: whoever is called waits for one."""

from shared.domain import event as kinds
from simulator.experiment.engine import Choice, Engine, choose
from simulator.model.branch_day import BranchDay
from simulator.model.customer import Customer
from simulator.model.plan import load_plan, to_plan
from simulator.model.rooms import RoomPool
from simulator.model.scenario import Scenario
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


def test_only_the_reference_model_plays_it() -> None:
    plan = load_plan("city")
    tables = {"rooms": [{"count": 1, "services": ["loans"]}]}
    scenario = plan.scenario.model_dump(exclude_unset=True) | tables
    changed = to_plan(Scenario.model_validate(scenario), plan.profile)
    assert choose(changed) == Choice(Engine.SIMPY, "rooms that a service needs")
