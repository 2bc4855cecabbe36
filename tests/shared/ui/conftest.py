"""One QML engine per test, with its warnings looked at when it is gone."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from shared.ui.app import quick_application
from shared.ui.engine import LobbyEngine


@pytest.fixture
def engine(qapp: QApplication) -> Iterator[LobbyEngine]:
    """An engine with a light theme in Chinese and English; fails on any QML warning."""
    assert quick_application() is qapp
    made = LobbyEngine()
    yield made
    made.close()
    assert made.problems == []
