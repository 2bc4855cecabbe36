"""The first golden day, three ways: the reference rows, the SimPy model, and the real server."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from shared.config.load import load_profile
from shared.domain.event import PROFILE_PUBLISHED, Event
from shared.protocol.event import EventPage
from shared.server.clock import ManualClock
from simulator.demo.door import Door
from simulator.demo.player import Player
from simulator.model.branch_day import BranchDay
from tests.simulator import golden
from tests.support.server import RunningServer, local_us, running_server

MIDNIGHT_US = local_us("2026-11-20T00:00")


def play(server: RunningServer, clock: ManualClock) -> None:
    """Every customer and six tellers, each through a client of their own."""
    counters = [counter.id for counter in golden.rules().counters]
    with ExitStack() as stack:

        def door(role: str, staff: str = "") -> Door:
            return Door(stack.enter_context(server.client(role, staff)))

        player = Player(
            customers=golden.customers(0),
            shifts=golden.shifts(),
            kiosk=door("kiosk"),
            doors={c: door("teller", f"t{n}") for n, c in enumerate(counters, start=1)},
            advance_to=lambda us: clock.set(MIDNIGHT_US + us),
            walks_us=dict.fromkeys(counters, 0),
        )
        player.run()


def log_of(server: RunningServer) -> list[Event]:
    """The server's whole log, read page by page."""
    events: list[Event] = []
    with server.client("teller") as client:
        while True:
            answer = client.get("log", params={"after": len(events), "limit": 500})
            page = EventPage.model_validate(answer.raise_for_status().json())
            events += [view.to_event() for view in page.events]
            if len(events) == page.last:
                return events


def told(events: Sequence[Event], midnight_us: int) -> list[tuple[object, ...]]:
    """What the log says without random identifiers: tickets by their order of issue.

    Which profile holds is recorded by a server only.
    """
    order: dict[str, int] = {"": -1}
    return [
        (
            event.kind,
            event.at_us - midnight_us,
            event.recorded_us - midnight_us,
            order.setdefault(event.ticket, len(order)),
            event.counter,
            event.data.get("rule"),
            event.data.get("number"),
            event.data.get("people_ahead"),
            event.data.get("score"),
            [order[ticket] for ticket in passed_over(event)],
        )
        for event in events
        if event.kind != PROFILE_PUBLISHED
    ]


def passed_over(event: Event) -> list[str]:
    """The tickets that a call says it passed over."""
    found = event.data.get("passed_over", [])
    return [str(ticket) for ticket in found] if isinstance(found, list) else []


@pytest.mark.slow
@pytest.mark.end2end
def test_server_model_and_golden_rows_agree(tmp_path: Path) -> None:
    """Event for event: kinds, tickets, counters, times, reasons, numbers, who was passed over."""
    clock = ManualClock(MIDNIGHT_US)
    with running_server(tmp_path, load_profile(golden.PROFILE), clock) as server:
        play(server, clock)
        lived = log_of(server)
    modelled = BranchDay(golden.rules(), golden.shifts()).run(golden.customers(0)).events
    assert told(lived, MIDNIGHT_US) == told(modelled, 0)
    found = golden.outcomes(lived, MIDNIGHT_US)
    assert len(found) == 339
    golden.assert_golden(found, golden.expected(0))
