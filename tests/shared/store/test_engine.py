"""How long the database is waited for."""

from shared.client.timing import Timing
from shared.store.engine import BUSY_S


def test_a_device_waits_longer_for_the_server_than_the_server_for_the_database() -> None:
    assert Timing().patience_ms / 1000 > BUSY_S
