"""Calls for help: somebody goes, once, and how long it took is kept."""

import httpx

from shared.protocol.lobby import LobbyView
from tests.support.server import RunningServer


def calls(client: httpx.Client) -> LobbyView:
    return LobbyView.model_validate_json(client.get("lobby").content)


def test_somebody_goes_once_and_the_wait_is_kept(server: RunningServer) -> None:
    kiosk, lead = server.client("kiosk"), server.client("lead", "lead")
    for screen in ("start", "ticket"):
        kiosk.post("help-requests", json={"device": "kiosk-1", "screen": screen}).raise_for_status()
    first, second = calls(lead).help_calls
    assert (first.device, first.screen, second.screen) == ("kiosk-1", "start", "ticket")
    assert calls(kiosk).help_calls == ()
    server.clock.advance(48_000_000)  # type: ignore[attr-defined]  # tests set this clock by hand
    lead.post(f"help-requests/{first.id}/answer").raise_for_status()
    assert calls(lead).help_calls == (second,)
    again = lead.post(f"help-requests/{first.id}/answer")
    assert (again.status_code, again.json()["code"]) == (409, "help_call_unknown")
    events = lead.get("log", params={"after": second.id}).json()["events"]
    answered = [e for e in events if e["kind"] == "help.answered"]
    assert [(e["data"]["asked"], e["data"]["waited_us"]) for e in answered] == [
        (first.id, 48_000_000)
    ]
