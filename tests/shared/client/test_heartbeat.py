"""What a program says of itself reaches the list of devices when it changes, not a minute later."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from pytestqt.qtbot import QtBot

from shared.client.heartbeat import Pulse
from shared.client.rest import RestClient
from shared.config.fingerprint import profile_hash
from shared.protocol.device import HeartbeatTaken
from tests.shared.client.conftest import QUICK
from tests.support.profiles import NEIGHBOURHOOD, first_come
from tests.support.server import RunningServer, running_server

pytestmark = pytest.mark.end2end


def test_a_new_profile_is_acknowledged_and_problems_are_told_at_once(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with running_server(tmp_path) as server:
        client = RestClient(server.base_url, server.keys["kiosk"], timing=QUICK)
        Pulse(client, "kiosk")
        client.start()
        try:
            before, after = profile_hash(NEIGHBOURHOOD), profile_hash(first_come())
            qtbot.waitUntil(lambda: listed(server)["profile"] == before)
            body = first_come().model_dump(mode="json")
            server.client("admin").post("profile", json=body).raise_for_status()
            qtbot.waitUntil(lambda: listed(server)["profile"] == after)
            assert listed(server)["is_behind"] is False
            client.problems = lambda: ("printer_paper_out",)
            client.problemsChanged.emit()
            qtbot.waitUntil(lambda: listed(server)["problems"] == ["printer_paper_out"])
        finally:
            client.stop()


@pytest.mark.parametrize("name", ["beat", "term"])
def test_what_could_not_be_repeated_is_no_answer(name: str) -> None:
    """A wild server's words would stop every heartbeat after it."""
    said = {"beat": "b", "term": "t"}
    HeartbeatTaken.model_validate(said)
    with pytest.raises(ValidationError):
        HeartbeatTaken.model_validate({**said, name: "x" * 65})


def listed(server: RunningServer) -> dict[str, Any]:
    devices = server.client("admin").get("devices").json()["devices"]
    return next(device for device in devices if device["id"] == "kiosk-1")
