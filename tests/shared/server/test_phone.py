"""The customer's phone page."""

import re
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from shared.domain.errors import StoreUnavailable
from shared.protocol.lobby import PhoneView
from shared.server.clock import ManualClock
from shared.server.phone import stream
from tests.support.server import RunningServer, local_us, running_server


@pytest.fixture
def address(server: RunningServer) -> str:
    """The page of the second of two waiting customers."""
    kiosk = server.client("kiosk")
    kiosk.post("tickets", json={"service": "cash"})
    url: str = kiosk.post("tickets", json={"service": "cash"}).json()["phone_url"]
    return url


def get(url: str) -> httpx.Response:
    return httpx.get(url, trust_env=False)


def test_page_is_small_whole_and_shows_the_number(address: str) -> None:
    answer = get(address)
    assert (answer.status_code, len(answer.content) < 60_000) == (200, True)
    assert re.findall(r'id="number"[^>]*>([^<]*)<', answer.text) == ["A002"]
    assert re.findall(r'id="ahead">([^<]*)<', answer.text) == ["1"]
    assert re.findall(r"""(?:src|href)=["'](?!\()""", answer.text) == []
    assert "人在前面" in answer.text
    assert "ahead of you" in answer.text


def test_page_lets_nothing_in_from_outside(address: str) -> None:
    headers = get(address).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert (headers["referrer-policy"], headers["cache-control"]) == ("no-referrer", "no-store")


def test_token_has_128_bits_and_leads_nowhere_else(server: RunningServer, address: str) -> None:
    token = address.rsplit("/", 1)[1]
    assert len(token) == 22  # 16 bytes, base 64
    assert b"".join(p.read_bytes() for p in _files(server)).count(token.encode()) == 0


def _files(server: RunningServer) -> list[Path]:
    folder = server.house.database.path.parent
    return [path for path in folder.iterdir() if path.name.startswith("branch.db")]


def test_state_follows_the_ticket(server: RunningServer, address: str) -> None:
    teller = server.client("teller", "t1")
    teller.post("counters/3/open")
    with httpx.stream("GET", f"{address}/events", trust_env=False) as answer:
        data = (line[6:] for line in answer.iter_lines() if line.startswith("data: "))
        seen = [PhoneView.model_validate_json(next(data))]
        for _ in range(2):
            teller.post("counters/3/next")
            seen.append(PhoneView.model_validate_json(next(data)))
    assert [(v.state, v.people_ahead, v.counter) for v in seen] == [
        ("waiting", 1, None),
        ("waiting", 0, None),
        ("called", None, "3"),
    ]
    assert PhoneView.model_validate_json(get(f"{address}/state").content) == seen[-1]


def test_other_customers_do_not_disturb_the_stream(server: RunningServer, address: str) -> None:
    with httpx.stream("GET", f"{address}/events", trust_env=False) as answer:
        data = (line[6:] for line in answer.iter_lines() if line.startswith("data: "))
        next(data)
        server.client("kiosk").post("tickets", json={"service": "wealth"})
        teller = server.client("teller", "t1")
        teller.post("counters/1/open")
        teller.post("counters/1/next")
        assert PhoneView.model_validate_json(next(data)).people_ahead == 0


def test_ticket_is_not_gone_because_the_store_is_away(
    server: RunningServer, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stream ends and the page keeps what it shows until it can connect again."""

    def away(*_: object) -> None:
        raise StoreUnavailable("the cable is cut")

    monkeypatch.setattr(stream, "look", away)
    with httpx.stream("GET", f"{address}/events", trust_env=False) as answer:
        assert [line for line in answer.iter_lines() if line and not line.startswith(":")] == []


@pytest.mark.parametrize("token", ["nonsense", "a" * 22])
def test_unknown_token_has_a_clear_page(shared_server: RunningServer, token: str) -> None:
    page, state = (
        get(f"{shared_server.base_url}/t/{token}"),
        get(f"{shared_server.base_url}/t/{token}/state"),
    )
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "没有找到号票" in page.text
    assert (state.status_code, state.json()["code"]) == (404, "phone_page_unknown")


def test_yesterdays_page_is_gone(server: RunningServer, address: str) -> None:
    assert isinstance(server.clock, ManualClock)
    server.clock.set(local_us("2026-11-21T09:30"))
    page, state = get(address), get(f"{address}/state")
    assert (page.status_code, state.status_code) == (410, 410)
    assert re.findall("<h1>([^<]*)</h1>", page.text) == ["此页已结束"]
    assert state.json()["code"] == "phone_page_ended"


def test_public_address_is_used_when_there_is_one(server: RunningServer) -> None:
    house = server.house
    house.settings = house.settings.model_copy(update={"public_url": "https://lobby.example/"})
    answer = server.client("kiosk").post("tickets", json={"service": "cash"})
    assert answer.json()["phone_url"].startswith("https://lobby.example/t/")


def shown(address: str) -> PhoneView:
    return PhoneView.model_validate_json(get(f"{address}/state").content)


def test_everybody_reads_that_the_place_is_kept_and_that_it_goes_on(
    server: RunningServer, address: str
) -> None:
    lead = server.client("lead", "lead")
    with httpx.stream("GET", f"{address}/events", trust_env=False) as answer:
        data = (line[6:] for line in answer.iter_lines() if line.startswith("data: "))
        seen = [PhoneView.model_validate_json(next(data))]
        lead.post("services/cash/suspend", json={"reason": "system"}).raise_for_status()
        seen.append(PhoneView.model_validate_json(next(data)))
        page = get(address).text
        lead.post("services/cash/resume").raise_for_status()
        seen.append(PhoneView.model_validate_json(next(data)))
    assert [(v.suspended, v.people_ahead) for v in seen] == [(None, 1), ("system", 1), (None, 1)]
    assert re.findall(r'id="state">([^<]*)<', page) == ["暂停办理，您的位置保留"]
    assert "核心系统故障" in page


def test_called_later_and_set_aside(server: RunningServer, address: str) -> None:
    ticket = server.client("kiosk").get("lobby").json()["waiting"][1]["id"]
    server.client("kiosk").post(f"tickets/{ticket}/defer", json={"minutes": 20})
    later = shown(address)
    assert (later.state, later.is_deferred, later.people_ahead) == ("held", True, None)
    assert later.until == later.now + timedelta(minutes=20)
    assert re.findall(r'id="state-other" [^>]*>([^<]*)<', get(address).text) == [
        "You will be called later"
    ]
    lead = server.client("lead", "lead")
    lead.post("counters/1/open")
    lead.post("counters/1/call", json={"ticket": ticket, "reason": "back"}).raise_for_status()
    lead.post(f"tickets/{ticket}/hold", json={"pool": "documents"}).raise_for_status()
    aside = shown(address)
    assert (aside.state, aside.is_deferred) == ("held", False)
    assert re.findall(r'id="state-other" [^>]*>([^<]*)<', get(address).text) == [
        "Set aside. Speak to our staff when you are ready"
    ]


def test_companion_sees_when_the_other_number_is_called(
    server: RunningServer, address: str
) -> None:
    lead = server.client("lead", "lead")
    one, two = (t["id"] for t in lead.get("lobby").json()["waiting"])
    lead.post(f"tickets/{one}/join", json={"companion": two}).raise_for_status()
    along = shown(address)
    assert (along.number, along.joined_to, along.state) == ("A002", "A001", "waiting")
    lead.post("counters/3/open")
    lead.post("counters/3/next")
    assert (shown(address).state, shown(address).counter) == ("called", "3")


def test_needs_left_and_the_present_service(server: RunningServer) -> None:
    body = {"service": "cash", "needs": ["transfer", "wealth"]}
    url = server.client("kiosk").post("tickets", json=body).json()["phone_url"]
    assert (shown(url).service, shown(url).needs_left) == ("cash", ("transfer", "wealth"))


def test_no_table_holds_an_address_and_a_repeated_ticket_has_one_that_opens(
    tmp_path: Path,
) -> None:
    with running_server(tmp_path) as server:
        key = {"Idempotency-Key": "phone-0001"}
        kiosk = server.client("kiosk")
        first, again = (
            kiosk.post("tickets", json={"service": "cash"}, headers=key).raise_for_status()
            for _ in range(2)
        )
        addresses = [answer.json()["phone_url"] for answer in (first, again)]
        assert again.headers["idempotency-replayed"] == "true"
        assert {**first.json(), "phone_url": ""} == {**again.json(), "phone_url": ""}
        for address in addresses:
            assert httpx.get(address, trust_env=False, verify=False).status_code == 200
        kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        assert [address.rpartition("/")[2].encode() in kept for address in addresses] == [False] * 2
