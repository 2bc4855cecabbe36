"""A branch to measure on: where its server and printer are, and what opens its doors."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import httpx

from shared.config.load import load_profile
from simulator.demo.branch import DemoBranch

DAY = date(2026, 11, 20)
OPENS = timedelta(hours=10)


@dataclass(frozen=True)
class Place:
    """A running branch; ``folder`` is for what a measurement leaves behind.

    ``client`` gives an HTTP client of a device by its role, ``teller`` one with somebody signed in
    at a counter; ``staff_at`` the number of who works there.
    """

    server: str
    printer: str
    folder: Path
    keys: Mapping[str, str]
    client: Callable[[str], httpx.Client]
    teller: Callable[[str], httpx.Client]
    staff_at: Callable[[str], str]


@contextmanager
def branch(folder: Path, profile: str) -> Iterator[Place]:
    """A branch on this machine at ten in the morning: server and printer as child processes."""
    made = DemoBranch(folder, load_profile(profile), profile, DAY)
    try:
        made.open(made.midnight + OPENS, 1.0)
        yield Place(
            made.server, made.printer, folder, made.keys, made.client, made.teller, made.staff_at
        )
    finally:
        made.close()
