"""Sixty customers by keyboard alone: the real window, a real server, every operation.

`dev.py torture --only tellers` prints the figures of the same morning.
"""

from pathlib import Path
from statistics import median

import pytest

from shared.ui.app import widget_application
from tests.support.server import morning, running_server
from tests.support.teller_morning import CUSTOMERS, keys_sentence, lenient, whole_morning


@pytest.mark.end2end
def test_a_morning_by_keyboard_alone(tmp_path: Path) -> None:
    widget_application("en")
    with running_server(tmp_path, lenient(), morning()) as server:
        play = whole_morning(server)
        try:
            keys = play.live()
        finally:
            play.teller.close()
    assert len(keys) == CUSTOMERS
    assert median(keys) <= 1.2, keys_sentence(keys)
