"""A teller who has just signed in."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.counter.teller import scenes
from tests.counter.teller.at_desk import Desk
from tests.counter.teller.at_keyboard import Teller


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(scenes.lobby(100))
    made.sign_in(qtbot)
    made.client.calls.clear()
    yield made
    made.presenter.stop()


@pytest.fixture
def teller(qtbot: QtBot) -> Iterator[Teller]:
    made = Teller(qtbot)
    made.sign_in()
    yield made
    made.program.close()
