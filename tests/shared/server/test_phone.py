"""The customer's phone page."""

import re
from pathlib import Path

import httpx
import pytest

from shared.protocol.lobby import PhoneView
from shared.server.clock import ManualClock
from tests.support.server import RunningServer, local_us


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
    assert re.findall(r'id="number">([^<]*)<', answer.text) == ["A002"]
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
    assert get(address).status_code == 404


def test_public_address_is_used_when_there_is_one(server: RunningServer) -> None:
    house = server.house
    house.settings = house.settings.model_copy(update={"public_url": "https://lobby.example/"})
    answer = server.client("kiosk").post("tickets", json={"service": "cash"})
    assert answer.json()["phone_url"].startswith("https://lobby.example/t/")
