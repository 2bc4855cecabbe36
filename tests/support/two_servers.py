"""A branch server and its stand-in in this process, on real sockets, settled much faster."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from shared.config.load import load_profile
from shared.config.settings import ServerSettings
from shared.server.house import House
from shared.server.ids import RandomIds
from shared.services.ports import Clock
from tests.support.counter_program import CounterProgram
from tests.support.server import (
    CHEAP_PINS,
    KEYS,
    RunningServer,
    enrolled_database,
    morning,
    serving_house,
)

#: FastAPI silences this one with ``catch_warnings``, which knows nothing of other threads.
TWO_AT_ONCE = pytest.mark.filterwarnings(
    "ignore::pydantic.warnings.UnsupportedFieldAttributeWarning"
)
PACE = 10
SILENCE_S = 15.0 / PACE
BEAT_S = 2.0 / PACE


def eventually(what: Callable[[], bool], within_s: float = 15.0) -> None:
    """Wait until it is so."""
    until_s = time.monotonic() + within_s
    while not what():
        assert time.monotonic() < until_s, "it did not come about"
        time.sleep(0.02)


@dataclass
class TwoServers:
    """Where both are."""

    branch: RunningServer
    stand_in: RunningServer

    def in_contact(self) -> None:
        """Wait until they hear each other."""
        board = self.branch.client("board")
        eventually(lambda: bool(board.get("charge").json()["is_other_in_contact"]))

    def counter(self, counter: str, staff: str) -> CounterProgram:
        """A program at a counter; whoever works there is signed in at the branch server."""
        headers = self.branch.headers("teller", staff)
        urls = (self.branch.url, self.stand_in.url)
        return CounterProgram(counter, headers, urls, SILENCE_S, BEAT_S)


def house_of(folder: Path, clock: Clock, *, stand_in: str = "", is_stand_in: bool = False) -> House:
    """A wired house on a database here; the branch server knows its stand-in by address."""
    file = folder / ("stand-in.db" if is_stand_in else "branch.db")
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.write_bytes(enrolled_database())
    settings = ServerSettings(
        database=file,
        port=0,
        stand_in=stand_in,
        stand_in_key=KEYS["branch"] if stand_in else "",
        charge_pace=PACE,
    )
    house = House(
        settings,
        load_profile("neighbourhood"),
        clock,
        RandomIds(),
        CHEAP_PINS,
        is_stand_in=is_stand_in,
    )
    house.open()
    return house


@contextmanager
def served(house: House, port: int = 0) -> Iterator[RunningServer]:
    """A running server whose routes are all made: FastAPI makes them when they are first asked
    for, with the warnings of the whole process turned, which two threads must not do at once."""
    with serving_house(house, port=port) as running:
        httpx.get(f"{running.url}/nothing", timeout=60, trust_env=False)
        yield running


@contextmanager
def two_servers(folder: Path, clock: Clock | None = None) -> Iterator[TwoServers]:
    """Both of them run, and the copy is kept."""
    used = clock or morning()
    with ExitStack() as stack:
        copy = stack.enter_context(served(house_of(folder, used, is_stand_in=True)))
        house = house_of(folder, used, stand_in=copy.base_url)
        branch = stack.enter_context(served(house))
        yield TwoServers(branch, copy)
