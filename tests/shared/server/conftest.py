"""The running server that most tests here talk to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.server import RunningServer, running_server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A server of the neighbourhood branch on a Friday at 09:30, standing still."""
    with running_server(tmp_path) as running:
        yield running


@pytest.fixture(scope="module")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """The same for all tests of a module: for questions that leave nothing behind."""
    with running_server(tmp_path_factory.mktemp("shared")) as running:
        yield running
