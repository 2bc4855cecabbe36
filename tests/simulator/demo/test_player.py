"""The player against the model: a whole day with pauses, walks, kiosks and closing time."""

from dataclasses import replace

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain import event as kinds
from shared.domain.errors import ServerUnreachable
from shared.domain.event import Event
from simulator.demo.door import CommandRefused, Door
from simulator.demo.player import Player, ticket_times
from simulator.model.branch_day import BranchDay
from simulator.model.customer import WALK_IN, Customer
from simulator.model.demand import draw_day
from simulator.model.plan import Plan, load_plan
from simulator.model.run import run_customers
from simulator.model.shift import Shift, Stint
from tests.simulator import golden
from tests.simulator.demo.domain_server import DomainServer

END_OF_DAY_US = 24 * 60 * 60_000_000


def player_of(plan: Plan, server: DomainServer, customers: list[Customer]) -> Player:
    """A player with a door for every counter."""
    staff = {shift.counter: shift.staff for shift in plan.shifts}
    counters = {c.id: c.walk_us for c in plan.rules.counters}
    return Player(
        customers=customers,
        shifts=plan.shifts,
        kiosk=Door(server.client()),
        doors={c: Door(server.client(staff[c])) for c in counters},
        advance_to=server.advance_to,
        walks_us=counters,
        kiosks=plan.scenario.kiosk.count,
    )


def without_planned_return(events: list[Event]) -> list[Event]:
    """A teller at the desk does not tell the program until when."""
    return [
        event._replace(data={**event.data, "until_us": None})
        if event.kind == kinds.COUNTER_PAUSED
        else event
        for event in events
    ]


@pytest.mark.parametrize("name", ["neighbourhood", "city"])
@pytest.mark.parametrize("day", range(3))
def test_player_and_model_write_the_same_log(name: str, day: int) -> None:
    """Lunch pauses, walks, several kiosks, people who come too late: event for event."""
    plan = with_help_at_once(load_plan(name))
    customers = draw_day(plan, seed=11, day=day)
    server = DomainServer(plan.rules)
    player_of(plan, server, customers).run()
    server.advance_to(END_OF_DAY_US)
    modelled = run_customers(plan, customers).events
    assert told(server.events) == told(without_planned_return(modelled))


def with_help_at_once(plan: Plan) -> Plan:
    """Overflow without minutes: a player hears of a call only as the answer to its own request."""
    counters = tuple(replace(counter, over_after_us=0) for counter in plan.rules.counters)
    return replace(plan, rules=replace(plan.rules, counters=counters))


def told(events: list[Event]) -> list[tuple[object, ...]]:
    """Events with tickets by their order of issue: the model numbers customers, not tickets."""
    order = {"": -1}
    return [
        (
            *event[:3],
            order.setdefault(event.ticket, len(order)),
            event.counter,
            event.staff,
            {k: v for k, v in event.data.items() if k not in ("passed_over", "candidates")},
        )
        for event in events
    ]


TIES = st.lists(
    st.tuples(
        st.just("counter"),
        st.sampled_from(golden.CLASSES),
        st.integers(0, 40),
        st.integers(0, 3),
        st.integers(0, 9),
        st.integers(-1, 9),
        st.just(WALK_IN),
    ).map(lambda drawn: Customer(*drawn)),
    max_size=16,
).map(lambda rows: sorted(rows, key=lambda row: row.arrival_us))
SHIFTS = (
    Shift("0", "1001", (Stint(0, 10, "lunch", 15), Stint(15, 30))),
    Shift("4", "1002", (Stint(5),)),
    Shift("5", "1003", (Stint(0, 20, "break"), Stint(20))),
)


@settings(max_examples=80, deadline=None)
@given(TIES, st.integers(0, 2))
def test_player_and_model_agree_on_what_comes_first(customers: list[Customer], kiosks: int) -> None:
    """Nearly everything happens in the same few microseconds, stints and kiosks included."""
    server = DomainServer(golden.rules())
    counters = [shift.counter for shift in SHIFTS]
    staff = {shift.counter: shift.staff for shift in SHIFTS}
    Player(
        customers=customers,
        shifts=SHIFTS,
        kiosk=Door(server.client()),
        doors={c: Door(server.client(staff[c])) for c in counters},
        advance_to=server.advance_to,
        walks_us=dict.fromkeys(counters, 0),
        kiosks=kiosks,
    ).run()
    modelled = BranchDay(golden.rules(), SHIFTS, kiosks).run(customers).events
    assert told(server.events) == told(without_planned_return(modelled))


def test_two_kiosks_serve_one_line() -> None:
    """The third customer gets the kiosk that is free first."""
    rows = [(0, 50), (10, 10), (12, 30), (100, 1)]
    customers = [Customer("cash", "ordinary", arrival, kiosk, 1) for arrival, kiosk in rows]
    assert ticket_times(customers, 2) == [50, 20, 50, 101]
    assert ticket_times(customers, 1) == [50, 60, 90, 101]
    assert ticket_times(customers, 0) == [0, 10, 12, 100]


class FlakyTransport(httpx.BaseTransport):
    """Fails in the given ways, one a request, then answers."""

    def __init__(self, *failures: int | httpx.TransportError) -> None:
        self.failures = list(failures)
        self.keys: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.keys.append(request.headers["Idempotency-Key"])
        if not self.failures:
            return httpx.Response(201, json={"id": "7"})
        failure = self.failures.pop(0)
        if isinstance(failure, int):
            return httpx.Response(failure, text="no")
        raise failure


def test_a_command_is_repeated_with_its_key_while_the_server_restarts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("simulator.demo.door.PAUSE_S", 0)
    transport = FlakyTransport(httpx.ConnectError("down"), 503)
    door = Door(httpx.Client(base_url="http://branch.test", transport=transport))
    assert door.post("tickets", {}).text("id") == "7"
    assert len(transport.keys) == 3
    assert len(set(transport.keys)) == 1


def test_patience_ends() -> None:
    transport = FlakyTransport(httpx.ConnectError("down"))
    client = httpx.Client(base_url="http://branch.test", transport=transport)
    with pytest.raises(ServerUnreachable):
        Door(client, patience_s=-1).post("tickets", {})


def test_what_the_player_did_wrong_is_no_refusal() -> None:
    client = httpx.Client(base_url="http://branch.test", transport=FlakyTransport(401))
    with pytest.raises(CommandRefused, match="401"):
        Door(client).post("tickets", {})
