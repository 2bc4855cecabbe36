"""The collector rests during the start and comes back."""

import gc
from collections.abc import Iterator

import pytest

from shared.server.collector import rest


@pytest.fixture
def collecting() -> Iterator[None]:
    """As in a server: on; afterwards off again, as tests want it (tests/conftest.py)."""
    gc.enable()
    yield
    gc.disable()
    gc.unfreeze()


@pytest.mark.usefixtures("collecting")
def test_it_rests_until_woken() -> None:
    """Off between the two, on after them, and what was there is left alone."""
    wake = rest()
    assert not gc.isenabled()
    wake()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_it_stays_off_where_it_was_off() -> None:
    """Somebody else looks after it: in these tests the main thread."""
    rest()()
    assert not gc.isenabled()
    assert gc.get_freeze_count() == 0
