"""Real people beside the player: tickets it did not take, counters it does not staff."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from shared.config.load import load_profile
from shared.server.clock import ManualClock
from simulator.demo.door import Door
from simulator.demo.player import Player
from simulator.model.customer import Customer
from simulator.model.shift import all_day
from tests.simulator import golden
from tests.support.server import local_us, running_server

MIDNIGHT_US = local_us("2026-11-20T00:00")
MINUTE_US = 60_000_000


@pytest.mark.end2end
def test_strangers_are_served_and_foreign_counters_left_alone(tmp_path: Path) -> None:
    """A stranger's ticket is called at the player's idle counter, served there and closed.

    Counter 1 belongs to somebody else, who serves one of the player's customers.
    """
    clock = ManualClock(MIDNIGHT_US)
    customers = [
        Customer("counter", "ordinary", minute * MINUTE_US, 0, 2 * MINUTE_US)
        for minute in (5, 20, 20)
    ]
    with running_server(tmp_path, load_profile(golden.PROFILE), clock) as server, ExitStack() as s:
        foreign = s.enter_context(server.client("teller", "t2"))
        visitor = s.enter_context(server.client("kiosk"))
        player = Player(
            customers=customers,
            shifts=all_day(["0", "1"]),
            kiosk=Door(s.enter_context(server.client("kiosk"))),
            doors={"0": Door(s.enter_context(server.client("teller", "t1")))},
            advance_to=lambda us: clock.set(MIDNIGHT_US + us),
            walks_us={"0": 0},
            kiosks=0,
            watch_every_us=MINUTE_US,
            stranger_us=3 * MINUTE_US,
        )
        foreign.post("counters/1/open").raise_for_status()
        foreign.post("counters/1/next")
        has_visited = has_closed = False
        for now_us in player.steps():
            if now_us >= 10 * MINUTE_US and not has_visited:
                has_visited = True
                body = {"service": "counter", "segment": "ordinary"}
                stranger = visitor.post("tickets", json=body).raise_for_status().json()["id"]
            if now_us >= 30 * MINUTE_US and not has_closed:
                has_closed = True
                own = foreign.get("lobby").json()["counters"][1]["ticket"]["id"]
                foreign.post(f"tickets/{own}/close").raise_for_status()
        found = visitor.get(f"tickets/{stranger}").json()
        counters = visitor.get("lobby").json()["counters"]
    assert (found["state"], found["counter"]) == ("closed", "0")
    assert [counter["state"] for counter in counters[:2]] == ["closed", "open"]
    assert player.inside == player.strangers == 0
    assert player.now_us < 35 * MINUTE_US
