"""Messages to telephones: a real server, a real web hook, and what survives between them."""

import hmac
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest

from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.config.settings import ServerSettings
from shared.domain.errors import StoreUnavailable
from shared.server.clock import ManualClock
from shared.server.house import House
from shared.server.ids import RandomIds
from shared.server.notices import courier
from shared.server.notices.courier import Times
from shared.store.notice import Due
from tests.support.hook import Hook, web_hook
from tests.support.server import (
    CHEAP_PINS,
    RunningServer,
    enrolled_database,
    local_us,
    morning,
    serving_house,
)
from tests.support.waiting import soon

SECRET = "shared with the bank's messenger"
NUMBER = "+86 138 0013 8000"
QUICK = Times(first_pause_s=0.1, longest_pause_s=0.2)


def telling() -> Profile:
    """The neighbourhood branch, whose customers may leave a number."""
    profile = load_profile("neighbourhood").model_dump()
    profile["phone"] |= {"notices": True, "soon_ahead": 1}
    return Profile.model_validate(profile)


@contextmanager
def serving(folder: Path, url: str, profile: Profile | None = None) -> Iterator[RunningServer]:
    """A server that sends messages to this address."""
    database = folder / "branch.db"
    if not database.exists():
        database.write_bytes(enrolled_database())
    settings = ServerSettings(database=database, port=0, notice_url=url, notice_secret=SECRET)
    house = House(settings, profile or telling(), morning(), RandomIds(), CHEAP_PINS)
    house.courier._times = QUICK
    house.open()
    with serving_house(house) as running:
        yield running


@pytest.fixture
def hook() -> Iterator[Hook]:
    with web_hook() as running:
        yield running


def customer(server: RunningServer, before: int = 0) -> dict[str, Any]:
    """A ticket whose customer has left a number; so many others come before."""
    kiosk = server.client("kiosk")
    for _ in range(before):
        kiosk.post("tickets", json={"service": "cash"}).raise_for_status()
    issued: dict[str, Any] = kiosk.post("tickets", json={"service": "cash"}).json()
    httpx.post(
        f"{issued['phone_url']}/notice", json={"number": NUMBER}, trust_env=False
    ).raise_for_status()
    return issued


def call(server: RunningServer, times: int = 1) -> None:
    teller = server.client("teller", "t1")
    teller.post("counters/3/open")
    for _ in range(times):
        teller.post("counters/3/next").raise_for_status()


def log(server: RunningServer) -> list[tuple[str, dict[str, Any]]]:
    """What the log says of messages."""
    page = server.client("lead").get("log", params={"after": 0, "limit": 1000}).json()
    return [(e["kind"], e["data"]) for e in page["events"] if e["kind"].startswith("notice.")]


def test_call_and_the_time_before_are_told_once_each(tmp_path: Path, hook: Hook) -> None:
    with serving(tmp_path, hook.url) as server:
        issued = customer(server, before=2)
        call(server)
        near = hook.wait(1)[0]
        call(server, 2)
        called = hook.wait(2)[1]
        soon(lambda: len(log(server)) == 3)
        kinds = [kind for kind, _ in log(server)]
    assert (near["about"], called["about"], called["counter"]) == ("soon", "called", "3")
    assert called["to"] == NUMBER
    assert called["ticket"] == issued["id"]
    assert called["text"] == "人民路支行：请 A003 号到 3 号窗口办理。"
    assert kinds == ["notice.wanted", "notice.sent", "notice.sent"]
    assert len(hook.taken) == 2


def test_message_is_signed_and_has_a_key_of_its_own(tmp_path: Path, hook: Hook) -> None:
    with serving(tmp_path, hook.url) as server:
        customer(server)
        hook.wait(1)
    headers, body = hook.headers[0], hook.bodies[0]
    signed = headers["Lobby-Timestamp"].encode() + b"." + body
    wanted = hmac.new(SECRET.encode(), signed, sha256).hexdigest()
    assert headers["Lobby-Signature"] == f"v1={wanted}"
    assert headers["Idempotency-Key"] == hook.taken[0]["id"]


def test_failing_target_is_tried_again_under_the_same_key(tmp_path: Path, hook: Hook) -> None:
    hook.answers += [503, 429]
    with serving(tmp_path, hook.url) as server:
        customer(server)
        hook.wait(3)
        soon(lambda: len(log(server)) == 2)
        assert log(server)[1][1]["tries"] == 3
    assert len({message["id"] for message in hook.taken}) == 1


def test_refused_message_is_given_up(tmp_path: Path, hook: Hook) -> None:
    hook.answers += [400]
    with serving(tmp_path, hook.url) as server:
        customer(server)
        soon(lambda: len(log(server)) == 2)
        kind, data = log(server)[1]
    assert (kind, data["reason"], data["tries"]) == ("notice.failed", "refused", 1)


def test_dead_target_slows_no_call(tmp_path: Path) -> None:
    """An address at which nobody listens."""
    with web_hook() as gone:
        url = gone.url
    with serving(tmp_path, url) as server:
        customer(server)
        teller = server.client("teller", "t1")
        teller.post("counters/3/open")
        began_s = time.monotonic()
        teller.post("counters/3/next").raise_for_status()
        assert time.monotonic() - began_s < 1.0


def test_message_outlives_a_killed_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server ends without a word while its target is away: the next one sends it."""
    with web_hook() as gone:
        url, port = gone.url, int(gone.url.rpartition(":")[2].partition("/")[0])
    with monkeypatch.context() as patched:
        patched.setattr(courier.Courier, "_send", lambda self: None)  # killed before it could
        with serving(tmp_path, url) as server:
            customer(server)
            call(server)
    with web_hook(port) as hook, serving(tmp_path, url):
        messages = hook.wait(1)
        assert [(m["about"], m["to"]) for m in messages] == [("called", NUMBER)]


def test_who_was_served_meanwhile_hears_nothing(tmp_path: Path, hook: Hook) -> None:
    hook.answers += [503] * 3
    with serving(tmp_path, hook.url) as server:
        issued = customer(server)
        hook.wait(1)
        call(server)
        server.client("teller", "t1").post(f"tickets/{issued['id']}/start").raise_for_status()
        soon(lambda: [k for k, _ in log(server)].count("notice.failed") == 2)
        reasons = {data["reason"] for kind, data in log(server) if kind == "notice.failed"}
    assert reasons == {"gone"}


def test_number_can_be_taken_back(tmp_path: Path, hook: Hook) -> None:
    with serving(tmp_path, hook.url) as server:
        issued = customer(server, before=3)
        answer = httpx.delete(f"{issued['phone_url']}/notice", trust_env=False)
        assert answer.json() == {"is_wanted": False}
        call(server, 4)
        assert [kind for kind, _ in log(server)] == ["notice.wanted", "notice.dropped"]
    assert hook.taken == []


def test_number_stands_nowhere_in_the_clear_and_goes_with_its_day(
    tmp_path: Path, hook: Hook
) -> None:
    with serving(tmp_path, hook.url) as server:
        customer(server, before=3)
        house = server.house
        kept = b"".join(p.read_bytes() for p in tmp_path.iterdir() if "branch.db" in p.name)
        assert NUMBER.encode() not in kept
        assert house.courier._table.wanted() != {}
        assert isinstance(server.clock, ManualClock)
        server.clock.set(local_us("2026-11-21T09:31"))
        house.courier.sweep()
        assert house.courier._table.wanted() == {}
        with house.database.reading.begin() as connection:
            names = connection.exec_driver_sql("SELECT name FROM secret").scalars().all()
        customer(server)  # the log of before is not read for who comes now
        newest = server.client("kiosk").get("lobby").json()["sequence"]
        with house.database.reading.begin() as connection:
            read = connection.exec_driver_sql("SELECT sequence FROM notice_place").scalar_one()
        assert newest - 3 < read <= newest
    assert [name for name in names if name.startswith("contact:")] == []


def test_companion_hears_of_the_call_of_the_one_they_came_with(tmp_path: Path, hook: Hook) -> None:
    with serving(tmp_path, hook.url) as server:
        kiosk = server.client("kiosk")
        leading = kiosk.post("tickets", json={"service": "cash"}).json()
        issued = customer(server)
        hook.wait(1)  # one person ahead: soon
        body = {"companion": issued["id"]}
        lead = server.client("lead", "lead")
        lead.post(f"tickets/{leading['id']}/join", json=body).raise_for_status()
        call(server)
        called = hook.wait(2)[1]
    assert (called["about"], called["ticket"], called["counter"]) == ("called", issued["id"], "3")
    assert leading["number"] in called["text"]


def test_what_was_claimed_is_given_back_when_a_round_breaks(tmp_path: Path, hook: Hook) -> None:
    with serving(tmp_path, hook.url) as server:
        sender = server.house.courier
        deliver = sender._deliver
        broken: list[str] = []

        def breaking(due: Due) -> bool:
            if not broken:
                broken.append(due.id)
                raise StoreUnavailable("a test")
            return deliver(due)

        sender._deliver = breaking  # type: ignore[method-assign]  # a fault that nobody foresees
        customer(server)
        customer(server)
        hook.wait(1)
        call(server)
        # of the round that broke one stays claimed, since it may have been sent; the rest is told
        soon(lambda: len({message["id"] for message in hook.taken}) >= 2)


def test_branch_that_sends_none_takes_no_number(tmp_path: Path, hook: Hook) -> None:
    silent = replace_phone(telling(), notices=False)
    with serving(tmp_path, hook.url, silent) as server:
        issued = server.client("kiosk").post("tickets", json={"service": "cash"}).json()
        answer = server.client("kiosk").post(
            f"tickets/{issued['id']}/notice", json={"number": NUMBER}
        )
    assert (answer.status_code, answer.json()["code"]) == (409, "notices_off")


def replace_phone(profile: Profile, **changed: object) -> Profile:
    """The profile with other rules of the phone page."""
    return profile.model_copy(update={"phone": profile.phone.model_copy(update=changed)})


def test_plain_http_goes_to_this_machine_only() -> None:
    with pytest.raises(ValueError, match="notice_url"):
        ServerSettings(notice_url="http://messenger.example/")
