"""A tiny server and a client on it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from shared.client.rest import RestClient
from shared.client.timing import Timing
from tests.shared.client.tiny_server import TinyServer

QUICK = Timing(
    silence_ms=400,
    backoff_first_ms=20,
    backoff_last_ms=80,
    request_ms=300,
    patience_ms=600,
    retry_ms=30,
    snapshot_ms=50,
    refresh_ms=2000,
)


@pytest.fixture
def server() -> Iterator[TinyServer]:
    """A running server; killed at the end."""
    tiny = TinyServer()
    tiny.start()
    yield tiny
    tiny.is_frozen = False
    tiny.kill()


@pytest.fixture
def client(server: TinyServer, qtbot: QtBot) -> Iterator[RestClient]:
    """A client that is not started yet, with little patience."""
    made = RestClient(server.address, "device-key", timing=QUICK)
    yield made
    made.stop()


@pytest.fixture
def online(client: RestClient, qtbot: QtBot) -> RestClient:
    """The client, in contact."""
    client.start()
    qtbot.waitUntil(lambda: client.is_online)
    return client
