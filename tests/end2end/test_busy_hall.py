"""The busy hall for a few seconds; `python3 dev.py torture` plays it for two minutes."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from rich.console import Console

from tests.torture.check import check_day
from tests.torture.hall import BusyHall

pytestmark = [pytest.mark.end2end, pytest.mark.slow]

DURATION_S = 12.0


def test_nothing_is_lost_or_doubled_when_the_server_dies_in_a_busy_hall(
    qapp: QApplication, tmp_path: Path
) -> None:
    hall = BusyHall(tmp_path / "hall", DURATION_S)
    checks = check_day(hall.play(), hall.ledger)
    checks.show(Console())
    assert [check for check in checks.checks if not check.is_held] == []
