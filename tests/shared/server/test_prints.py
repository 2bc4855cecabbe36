"""Slips over HTTP: what became of each print, who hears of it, one more copy, a lost one found."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from shared.domain import event as kinds
from shared.protocol.event import EventPage, EventView, to_datetime
from shared.protocol.lobby import LobbyView
from shared.protocol.printing import SlipTaken, TicketsFound
from shared.store.verify import verify_branch
from tests.support.server import RunningServer, local_us
from tests.support.two_servers import eventually

AT = to_datetime(local_us("2026-11-20T09:30")).isoformat()


@pytest.fixture
def kiosk(server: RunningServer) -> httpx.Client:
    return server.client("kiosk")


@pytest.fixture
def lead(server: RunningServer) -> httpx.Client:
    return server.client("lead", "lead")


def issued(kiosk: httpx.Client, service: str = "cash") -> Any:
    return kiosk.post("tickets", json={"service": service}).raise_for_status().json()


def tell(kiosk: httpx.Client, ticket: str, fate: str, reason: str = "", copy_no: int = 1) -> int:
    end = {"ticket": ticket, "fate": fate, "reason": reason, "copy_no": copy_no, "at": AT}
    answer = kiosk.post("prints", json={"prints": [end]}).raise_for_status()
    taken: int = answer.json()["taken"]
    return taken


def lobby(client: httpx.Client) -> LobbyView:
    return LobbyView.model_validate_json(client.get("lobby").raise_for_status().content)


def prints(client: httpx.Client) -> list[EventView]:
    page = EventPage.model_validate_json(client.get("log").content)
    return [event for event in page.events if event.kind.startswith("print.")]


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_the_end_of_a_print_is_an_event_once(kiosk: httpx.Client) -> None:
    ticket = issued(kiosk)["id"]
    assert [tell(kiosk, ticket, "done"), tell(kiosk, ticket, "failed", "printer_error")] == [1, 0]
    assert [(e.kind, e.ticket, e.data) for e in prints(kiosk)] == [
        (kinds.PRINT_DONE, ticket, {"device": "kiosk-1", "copy": 1})
    ]


def test_a_ticket_of_another_day_is_passed_over(kiosk: httpx.Client) -> None:
    assert tell(kiosk, "yesterdays", "done") == 0


@pytest.mark.parametrize(
    ("fate", "reason", "is_shown"),
    [
        ("failed", "printer_paper_out", True),
        ("unknown", "printer_silent", True),
        ("unknown", "printer_mute", False),
        ("done", "", False),
    ],
)
def test_staff_see_who_waits_without_a_slip(
    kiosk: httpx.Client, lead: httpx.Client, fate: str, reason: str, is_shown: bool
) -> None:
    ticket = issued(kiosk)
    tell(kiosk, ticket["id"], fate, reason)
    shown = [(p.number, p.fate, p.reason, p.device) for p in lobby(lead).prints]
    assert shown == ([(ticket["number"], fate, reason, "kiosk-1")] if is_shown else [])
    assert lobby(kiosk).prints == ()


def test_who_was_called_needs_no_slip_any_more(
    server: RunningServer, kiosk: httpx.Client, lead: httpx.Client
) -> None:
    tell(kiosk, issued(kiosk)["id"], "failed", "printer_error")
    assert len(lobby(lead).prints) == 1
    server.client("teller", "t1").post("counters/1/open").raise_for_status()
    server.client("teller", "t1").post("counters/1/next").raise_for_status()
    assert lobby(lead).prints == ()


def test_a_copy_is_asked_for_taken_on_and_printed(
    server: RunningServer, kiosk: httpx.Client, lead: httpx.Client
) -> None:
    ticket = issued(kiosk)
    address = f"tickets/{ticket['id']}"
    assert refused(lead.post(f"{address}/reprint")) == (409, "printer_not_named")
    tell(kiosk, ticket["id"], "done")
    for _ in range(2):  # asked again before it has begun it is the same copy
        lead.post(f"{address}/reprint").raise_for_status()
    assert [(p.copy_no, p.fate) for p in lobby(kiosk).prints] == [(2, "requested")]
    assert refused(server.client("admin").post(f"{address}/slip", json={"copy_no": 2})) == (
        409,
        "no_such_print",
    )
    taken = kiosk.post(f"{address}/slip", json={"copy_no": 2}).raise_for_status()
    slip = SlipTaken.model_validate_json(taken.content)
    assert (slip.number, slip.copy_no, slip.people_ahead) == (ticket["number"], 2, 0)
    assert slip.phone_url != ticket["phone_url"]
    for url in (slip.phone_url, ticket["phone_url"]):
        assert httpx.get(f"{url}/state", trust_env=False).json()["number"] == ticket["number"]
    assert refused(kiosk.post(f"{address}/slip", json={"copy_no": 2})) == (409, "no_such_print")
    assert [p.fate for p in lobby(lead).prints] == ["started"]
    tell(kiosk, ticket["id"], "done", copy_no=2)
    assert lobby(lead).prints == ()
    assert [(e.kind, e.data["copy"], e.staff) for e in prints(kiosk)] == [
        (kinds.PRINT_DONE, 1, ""),
        (kinds.PRINT_REQUESTED, 2, "lead"),
        (kinds.PRINT_STARTED, 2, ""),
        (kinds.PRINT_DONE, 2, ""),
    ]
    assert verify_branch(server.house.database, server.branch).sentences == []


def test_no_copy_for_a_visit_that_is_over(kiosk: httpx.Client, lead: httpx.Client) -> None:
    ticket = issued(kiosk)["id"]
    kiosk.post(f"tickets/{ticket}/cancel").raise_for_status()
    answer = lead.post(f"tickets/{ticket}/reprint", json={"device": "kiosk-1"})
    assert refused(answer) == (409, "ticket_state_wrong")


def test_a_lost_slip_is_found_by_what_is_remembered_and_shows_nothing_of_the_customer(
    kiosk: httpx.Client, lead: httpx.Client
) -> None:
    wanted = kiosk.post("tickets", json={"service": "cash", "customer_ref": "6222 0000"}).json()
    other = issued(kiosk, "account")

    def found(**about: Any) -> list[str]:
        answer = lead.get("tickets", params=about).raise_for_status()
        return [each.number for each in TicketsFound.model_validate_json(answer.content).tickets]

    assert found(service="cash") == [wanted["number"]]
    assert found(number=other["number"][-3:].lower(), service="account") == [other["number"]]
    near = to_datetime(local_us("2026-11-20T09:40"))
    assert len(found(arrived=near.isoformat())) == 2
    assert found(arrived=(near + timedelta(hours=1)).isoformat()) == []
    told = lead.get("tickets", params={"service": "cash"}).json()["tickets"][0]
    assert set(told) == {"id", "number", "state", "service", "arrived_at", "counter"}
    assert refused(lead.get("tickets")) == (409, "search_too_wide")


def test_what_a_device_lacks_reaches_staff_and_goes_when_it_is_well_again(
    kiosk: httpx.Client, lead: httpx.Client
) -> None:
    def beat(*problems: str) -> None:
        body = {"program": "kiosk 1", "problems": problems}
        kiosk.post("devices/heartbeat", json=body).raise_for_status()

    def told() -> list[tuple[str, tuple[str, ...]]]:
        return [(each.device, each.problems) for each in lobby(lead).devices]

    beat("printer_paper_out")
    eventually(lambda: told() == [("kiosk-1", ("printer_paper_out",))])
    beat("printer_paper_out")
    beat()
    eventually(lambda: told() == [])
    page = EventPage.model_validate_json(kiosk.get("log").content)
    said = [e.data["problems"] for e in page.events if e.kind == kinds.DEVICE_REPORTED]
    assert said == [["printer_paper_out"], []]
    assert lobby(kiosk).devices == ()
