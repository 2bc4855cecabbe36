"""The torture of the store for a few kills on each database; `python3 dev.py torture` has fifty."""

import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.end2end,
    pytest.mark.slow,
    pytest.mark.timeout(240),
    pytest.mark.skipif(sys.platform != "linux", reason="processes are limited as on Linux"),
]


@pytest.mark.parametrize(("name", "kills"), [("sqlite", 4), ("postgresql", 4)])
def test_nothing_is_lost_or_doubled_whatever_fails(tmp_path: Path, name: str, kills: int) -> None:
    """32 clients; servers killed, cables cut, disks full, clocks moved; PostgreSQL killed once."""
    from tests.torture.store.play import Options, torture

    day = torture(name, tmp_path, Options(kills=kills, seconds=0, rare=1, seed=1))
    assert day.judgement.faults == []
    assert day.is_verified, day.verified
    assert day.kills >= kills
    assert day.acknowledged > 0
