"""The staff page of a device in the hall: who gets in, how often one may be wrong, what is kept."""

from typing import Any

import httpx

from shared.server.limits import Limits
from tests.support.server import PIN, RunningServer


def unlock(client: httpx.Client, staff: str, pin: str = PIN) -> tuple[int, Any]:
    answer = client.post("devices/unlock", json={"staff": staff, "pin": pin})
    body = answer.json()
    return answer.status_code, body if answer.status_code == 201 else body["code"]


def test_who_is_in_charge_gets_a_short_session_at_this_kiosk(server: RunningServer) -> None:
    kiosk, desk = server.client("kiosk"), server.client("teller", "t1")
    status, session = unlock(kiosk, "lead")
    assert (status, session["name"], session["role"]) == (201, "Lena Lead", "lead")
    said = {"X-Staff-Session": session["token"]}
    ticket = kiosk.post("tickets", json={"service": "cash"}).raise_for_status().json()["id"]
    printed = {"ticket": ticket, "at": ticket_time(kiosk, ticket), "fate": "done"}
    kiosk.post("prints", json={"prints": [printed]}).raise_for_status()
    assert kiosk.post(f"tickets/{ticket}/reprint").json()["code"] == "session_missing"
    assert kiosk.post(f"tickets/{ticket}/reprint", headers=said).status_code == 200
    refused = kiosk.post("counters/1/open", headers=said)
    assert (refused.status_code, refused.json()["code"]) == (403, "role_forbidden")
    assert kiosk.delete("sessions/current", headers=said).status_code == 204
    again = kiosk.post(f"tickets/{ticket}/reprint", headers=said)
    assert again.json()["code"] == "session_missing"
    events = desk.get("log").json()["events"]
    opened = [e for e in events if e["kind"].startswith("device.unlock")]
    assert [(e["kind"], e["staff"], e["data"]) for e in opened] == [
        ("device.unlocked", "lead", {"device": "kiosk-1", "name": "test kiosk", "role": "kiosk"})
    ]


def test_everybody_else_stays_outside_and_is_recorded_without_a_name(
    server: RunningServer,
) -> None:
    server.house.limits = Limits(server.house.settings)
    kiosk = server.client("kiosk")
    assert unlock(kiosk, "t1") == (403, "role_forbidden")
    assert unlock(kiosk, "lead", "9999") == (401, "sign_in_failed")
    assert unlock(kiosk, "nobody") == (401, "sign_in_failed")
    assert unlock(kiosk, "lead")[0] == 201
    assert [unlock(kiosk, "nobody") for _ in range(3)] == [
        *[(401, "sign_in_failed")] * 2,
        (429, "asked_too_often"),
    ]
    assert unlock(kiosk, "lead") == (429, "asked_too_often")
    board = server.client("board").post("devices/unlock", json={"staff": "lead", "pin": PIN})
    assert board.status_code == 403
    refused = [
        (e["staff"], e["data"]["reason"])
        for e in server.client("teller", "t1").get("log").json()["events"]
        if e["kind"] == "device.unlock_refused"
    ]
    assert refused == [("", "role_forbidden"), *[("", "sign_in_failed")] * 4]


def ticket_time(client: httpx.Client, ticket: str) -> str:
    waiting = client.get("lobby").json()["waiting"]
    found: str = next(each["issued_at"] for each in waiting if each["id"] == ticket)
    return found
