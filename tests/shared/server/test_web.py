"""What every server of ours begins with."""

from pathlib import Path

import pytest

from tests.support.server import running_server


def test_no_route_is_read_while_a_customer_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running_server(tmp_path) as server:

        def read(**_: object) -> None:
            raise AssertionError("a route was read at a request")

        monkeypatch.setattr("fastapi.routing.get_dependant", read)
        assert server.client("kiosk").get("lobby").status_code == 200
