"""Who sits where: handovers at a counter, people who move, their speed and what they may serve."""

from shared.domain import event as kinds
from shared.domain.counter import CounterSpec
from shared.domain.event import Event
from shared.domain.rules import Discipline, Rules, Segment, Service
from simulator.model.branch_day import BranchDay
from simulator.model.customer import Customer
from simulator.model.shift import Shift, Stint

RULES = Rules(
    branch="two",
    services=(Service("cash", 0, "A"), Service("loans", 1, "B")),
    segments=(Segment("any", 0),),
    counters=(CounterSpec("1", 0, 3, 1, 1), CounterSpec("2", 1, 3, 1, 2)),
    discipline=Discipline(((0, 1000, 0, -1, -1), (0, 1000, 0, -1, -1))),
    pause_reasons=("cash",),
)
SHOWN = (kinds.COUNTER_OPENED, kinds.COUNTER_PAUSED, kinds.COUNTER_CLOSED, kinds.TICKET_CLOSED)


def lived(shifts: list[Shift], customers: list[Customer]) -> list[Event]:
    events = BranchDay(RULES, shifts, kiosks=0).run(customers).events
    return [event for event in events if event.kind in SHOWN]


def told(events: list[Event]) -> list[tuple[str, int, str, str]]:
    return [(e.kind.split(".")[1], e.at_us, e.counter, e.staff) for e in events]


def someone(arrival_us: int, service_us: int, service: str = "cash") -> Customer:
    return Customer(service, "any", arrival_us, 0, service_us)


def test_who_comes_next_waits_until_the_one_before_has_served_and_left() -> None:
    first = Shift("1", "1001", (Stint(0, 100),))
    second = Shift("1", "1101", (Stint(100, 200),))
    found = lived([second, first], [someone(90, 30), someone(95, 10)])
    assert told(found) == [
        ("opened", 0, "1", "1001"),
        ("closed", 120, "1", "1001"),
        ("closed", 120, "1", "1001"),
        ("opened", 120, "1", "1101"),
        ("closed", 130, "1", "1101"),
        ("closed", 200, "1", "1101"),
    ]


def test_a_person_moves_when_the_last_customer_is_served() -> None:
    here, there = Shift("2", "7", (Stint(0, 100),)), Shift("1", "7", (Stint(50, 110),))
    found = lived([here, there], [someone(90, 30)])
    assert told(found) == [
        ("opened", 0, "2", "7"),
        ("closed", 120, "2", "7"),
        ("closed", 120, "2", "7"),
        ("opened", 120, "1", "7"),
        ("closed", 120, "1", "7"),
    ]


def test_speed_and_skills_are_those_of_the_person() -> None:
    quick = Shift("1", "1", (Stint(0),), speed_milli=2000, skills=("cash",))
    slow = Shift("2", "2", (Stint(0),), speed_milli=500)
    found = lived([quick, slow], [someone(10, 40, "loans"), someone(20, 40)])
    closed = [event for event in found if event.kind == kinds.TICKET_CLOSED]
    assert told(closed) == [("closed", 40, "1", "1"), ("closed", 90, "2", "2")]


def test_cash_work_after_the_last_customer_and_then_the_counter_closes() -> None:
    shift = Shift("1", "1", (Stint(0, None, "cash"), Stint(60, calls=False, gap_us=15)))
    found = lived([shift], [someone(10, 70)])
    assert told(found)[1:] == [
        ("closed", 80, "1", "1"),
        ("paused", 80, "1", "1"),
        ("closed", 95, "1", "1"),
    ]
