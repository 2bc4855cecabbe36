"""A quality officer who has just signed in at the desk."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.counter.desk.at_desk import AtDesk


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[AtDesk]:
    made = AtDesk(qtbot)
    made.sign_in()
    yield made
    made.program.close()
