"""A branch behind the real command `lobby serve`, with devices and staff enrolled beforehand."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from shared.config.load import load_profile
from simulator.demo.branch import DemoBranch
from tests.support.server import enrol, make_house

DAY = date(2026, 11, 20)
OPEN_AT = timedelta(hours=10)


def prepare(folder: Path, profile: str) -> dict[str, str]:
    """A practice database as `branch.db` with staff t1 .. t9 and one device of each role: keys.

    Done in this process with cheap PIN hashes: fourteen commands would take as many seconds.
    """
    folder.mkdir(parents=True, exist_ok=True)
    house = make_house(folder / "branch.db", profile)
    keys = enrol(house, folder / "keys")
    house.database.close()
    return keys


@contextmanager
def served_branch(folder: Path, profile: str = "neighbourhood") -> Iterator[DemoBranch]:
    """A running server in a process of its own, its clock at ten in the morning at rate 1."""
    branch = DemoBranch(folder, load_profile(profile), profile, DAY, prepare(folder, profile))
    try:
        branch.start_server(branch.midnight + OPEN_AT, 1.0)
        yield branch
    finally:
        branch.close()
