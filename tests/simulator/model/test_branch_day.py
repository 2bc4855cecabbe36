"""The model's own rules: ties, patience, pauses, closing time, people who come too late."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain import event as kinds
from shared.domain.event import Event
from shared.domain.rules import DayHours, Rules
from simulator.model.branch_day import BranchDay
from simulator.model.customer import PATIENT, WALK_IN, Customer
from simulator.model.shift import Shift, Stint, all_day
from tests.simulator import golden

RULES = golden.rules()
ONE = replace(RULES, counters=RULES.counters[:1])


def someone(arrival_us: int, service_us: int, patience_us: int = PATIENT) -> Customer:
    """An ordinary customer who needs no time at the kiosk."""
    return Customer("counter", "ordinary", arrival_us, 0, service_us, patience_us)


def log(rules: Rules, customers: list[Customer], *stints: Stint) -> list[tuple[str, int, str]]:
    """Kind, time and ticket of everything that happens at one counter "0"."""
    shifts = (Shift("0", "1001", stints or (Stint(0),)),)
    events = BranchDay(rules, shifts, kiosks=0, day="2026-01-05").run(customers).events
    return [(event.kind, event.recorded_us, event.ticket) for event in events]


def test_a_call_that_comes_with_the_end_of_patience_wins() -> None:
    """At 100 the counter is free and the patience of ticket 2 is over: it is called."""
    told = log(ONE, [someone(0, 100), someone(50, 10, patience_us=50)])
    assert (kinds.TICKET_CALLED, 100, "2") in told
    assert kinds.TICKET_CANCELLED not in [kind for kind, _, _ in told]


def test_a_service_that_ends_comes_before_an_arrival() -> None:
    """At 100 ticket 1 ends and the counter stands by before ticket 2 is issued."""
    told = log(ONE, [someone(0, 100), someone(100, 10)])
    at_100 = [(kind, ticket) for kind, at_us, ticket in told if at_us == 100]
    assert at_100 == [
        (kinds.TICKET_STARTED, "1"),
        (kinds.TICKET_CLOSED, "1"),
        (kinds.COUNTER_STANDBY, ""),
        (kinds.TICKET_ISSUED, "2"),
        (kinds.TICKET_CALLED, "2"),
    ]


def test_whoever_is_served_is_served_first_then_the_counter_pauses() -> None:
    """The stint ends at 50, the customer at 100; ticket 2 is called after the pause."""
    stints = Stint(0, 50, "lunch", 200), Stint(200)
    told = log(ONE, [someone(0, 100), someone(60, 10)], *stints)
    assert [(kind, at_us) for kind, at_us, _ in told if kind.startswith("counter.")] == [
        (kinds.COUNTER_OPENED, 0),
        (kinds.COUNTER_STANDBY, 0),
        (kinds.COUNTER_PAUSED, 100),
        (kinds.COUNTER_RESUMED, 200),
        (kinds.COUNTER_CLOSED, 210),
    ]
    assert (kinds.TICKET_CALLED, 200, "2") in told


def test_who_comes_after_the_last_ticket_is_turned_away() -> None:
    rules = replace(ONE, hours=DayHours(0, 100, 200))
    run = BranchDay(rules, all_day(["0"]), kiosks=0).run([someone(90, 5), someone(101, 5)])
    assert (run.tickets, run.turned_away) == (["1", ""], 1)
    assert [e.kind for e in run.events[-2:]] == [kinds.COUNTER_CLOSED, kinds.DAY_CLOSED]
    assert run.events[-1].at_us == 200


def test_who_can_no_longer_be_served_expires() -> None:
    """The only counter closes at 50 for good; ticket 2 waits for ever."""
    told = log(ONE, [someone(0, 10), someone(60, 10)], Stint(0, 50))
    assert told[-1] == (kinds.TICKET_EXPIRED, 60, "2")


CUSTOMERS = st.lists(
    st.builds(
        Customer,
        st.just("counter"),
        st.sampled_from(golden.CLASSES),
        st.integers(0, 60),
        st.integers(0, 3),
        st.integers(0, 12),
        st.integers(-1, 15),
        st.just(WALK_IN),
        people=st.just(1),
        acts=st.just(()),
    ),
    max_size=30,
).map(lambda rows: sorted(rows, key=lambda row: row.arrival_us))


@settings(max_examples=60, deadline=None)
@given(CUSTOMERS, st.integers(0, 3))
def test_every_customer_ends_once_and_no_counter_serves_two(
    customers: list[Customer], kiosks: int
) -> None:
    """Many ties on purpose: all times are a few microseconds."""
    events = BranchDay(RULES, golden.shifts(), kiosks).run(customers).events
    ended = [e.ticket for e in events if e.kind in (kinds.TICKET_CLOSED, kinds.TICKET_CANCELLED)]
    assert sorted(ended, key=int) == [str(row + 1) for row in range(len(customers))]
    assert [e.recorded_us for e in events] == sorted(e.recorded_us for e in events)
    assert overlaps(events) == []


def overlaps(events: list[Event]) -> list[Event]:
    """Calls to a counter that still had somebody."""
    busy: set[str] = set()
    found = []
    for event in events:
        if event.kind == kinds.TICKET_CALLED:
            if event.counter in busy:
                found.append(event)
            busy.add(event.counter)
        elif event.kind == kinds.TICKET_CLOSED:
            busy.discard(event.counter)
    return found
