"""A server that cannot write falls silent after a while, and speaks again when it can."""

import pytest

from shared.domain.errors import StoreUnavailable
from shared.server.duty.health import Health


class Disk:
    """Full or not; and a clock."""

    is_full = True
    now_ms = 0

    def write(self) -> None:
        if self.is_full:
            raise StoreUnavailable("full")


def test_silent_after_a_while_and_well_again() -> None:
    disk = Disk()
    health = Health(lambda: disk.now_ms, 4_000, disk.write)
    health.look()
    health.admit()
    disk.now_ms = 4_000
    health.look()
    with pytest.raises(StoreUnavailable):
        health.admit()
    disk.is_full = False
    health.look()
    health.admit()
