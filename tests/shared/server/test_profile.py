"""Another profile while the branch is open, over HTTP."""

from typing import Any

import httpx
import pytest

from shared.config.fingerprint import profile_hash
from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.protocol.lobby import TicketView
from shared.protocol.profile import ProfilePublished
from shared.server.clock import ManualClock
from shared.store.verify import verify_branch
from tests.support.profiles import NEIGHBOURHOOD, first_come, without_service
from tests.support.server import RunningServer


def sent(profile: Profile) -> Any:
    """The body of POST profile."""
    return profile.model_dump(mode="json")


def refusal(answer: httpx.Response) -> tuple[int, str, str]:
    body = answer.json()
    return answer.status_code, body["code"], body["detail"]


def waiting(server: RunningServer) -> list[TicketView]:
    """Who waits, in the order of calling."""
    view = server.client("board").get("lobby").raise_for_status().json()
    return [TicketView.model_validate(each) for each in view["waiting"]]


def three_come(server: RunningServer) -> None:
    """Two ordinary customers and one with priority, a minute apart."""
    assert isinstance(server.clock, ManualClock)
    kiosk = server.client("kiosk")
    for segment in ("ordinary", "ordinary", "priority"):
        body = {"service": "cash", "segment": segment}
        kiosk.post("tickets", json=body).raise_for_status()
        server.clock.advance(60_000_000)


def test_policy_changes_at_noon_with_people_waiting(server: RunningServer) -> None:
    three_come(server)
    before = waiting(server)
    admin = server.client("admin")
    answer = admin.post("profile", json=sent(first_come()))
    assert answer.status_code == 200
    found = ProfilePublished.model_validate_json(answer.content)
    assert (found.profile, found.version, found.policy, found.sequence) == (
        profile_hash(first_come()),
        "noon",
        "first_come",
        6,
    )
    after = waiting(server)
    assert [t.number for t in before] == ["P001", "A001", "A002"]
    assert [t.number for t in after] == ["A001", "A002", "P001"]
    assert sorted(after, key=lambda t: t.number) == sorted(before, key=lambda t: t.number)
    called = server.client("teller", "t1")
    called.post("counters/1/open").raise_for_status()
    reason = called.post("counters/1/next").json()["reason"]
    assert reason["policy_hash"] == found.policy_hash
    assert verify_branch(server.house.database, server.branch).faults == []


def test_screens_get_the_new_profile(server: RunningServer) -> None:
    admin, board = server.client("admin"), server.client("board")
    before = board.get("config").json()
    admin.post("profile", json=sent(first_come())).raise_for_status()
    after = board.get("config").json()
    assert (before["profile"], after["profile"]) == (sent(NEIGHBOURHOOD), sent(first_come()))
    assert after["profile_hash"] == profile_hash(first_come())
    assert before["policy_hash"] != after["policy_hash"]
    (event,) = board.get("log", params={"after": 1}).json()["events"][-1:]
    assert (event["kind"], event["data"]["profile"]) == (
        "profile.published",
        after["profile_hash"],
    )


def test_new_service_is_offered_at_once_and_shown_on_the_phone(server: RunningServer) -> None:
    admin, kiosk = server.client("admin"), server.client("kiosk")
    admin.post("profile", json=sent(without_service("wealth"))).raise_for_status()
    assert kiosk.post("tickets", json={"service": "wealth"}).json()["code"] == "service_unknown"
    admin.post("profile", json=sent(NEIGHBOURHOOD)).raise_for_status()
    issued = kiosk.post("tickets", json={"service": "wealth"}).raise_for_status().json()
    page = httpx.get(issued["phone_url"], trust_env=False)
    assert (page.status_code, "Loans, investments" in page.text) == (200, True)


def test_same_profile_is_answered_without_an_event(server: RunningServer) -> None:
    admin = server.client("admin")
    first = admin.post("profile", json=sent(NEIGHBOURHOOD)).json()
    again = admin.post("profile", json=sent(NEIGHBOURHOOD)).json()
    assert first == again
    kinds = [e["kind"] for e in admin.get("log").json()["events"]]
    assert kinds == ["profile.published", "day.opened"]


def test_repeated_request_is_answered_alike(server: RunningServer) -> None:
    admin, key = server.client("admin"), {"Idempotency-Key": "key-00000001"}
    first = admin.post("profile", json=sent(first_come()), headers=key)
    admin.post("profile", json=sent(NEIGHBOURHOOD)).raise_for_status()
    again = admin.post("profile", json=sent(first_come()), headers=key)
    assert (again.content, again.headers["idempotency-replayed"]) == (first.content, "true")
    assert admin.get("config").json()["profile"] == sent(NEIGHBOURHOOD)


def test_refused_profiles_leave_no_trace(server: RunningServer) -> None:
    admin = server.client("admin")
    server.client("kiosk").post("tickets", json={"service": "wealth"}).raise_for_status()
    before = admin.get("log").json()
    broken = sent(NEIGHBOURHOOD)
    broken["counters"][0]["services"] = ["bogus"]
    unreadable = {**sent(NEIGHBOURHOOD), "colour": "red"}
    answers = [
        refusal(admin.post("profile", json=body))
        for body in (broken, unreadable, sent(load_profile("city")))
    ]
    assert answers == [
        (
            422,
            "profile_invalid",
            "Profile 2026-12: counters “1”: there is no service “bogus”. Choose one of: cash, "
            "account, transfer, wealth, lost, other.",
        ),
        (
            422,
            "request_invalid",
            "The request cannot be read: body.colour: Extra inputs are not permitted. Correct it "
            "and send it again.",
        ),
        (
            409,
            "branch_differs",
            "This is the profile of branch “zhongshan”, not of “renmin”. Send it to its own "
            "branch.",
        ),
    ]
    kept = refusal(admin.post("profile", json=sent(without_service("wealth"))))
    assert kept[:2] == (422, "profile_invalid")
    assert kept[2].endswith("today's log names “wealth”, which it lacks. Keep it until tomorrow.")
    assert admin.get("log").json() == before


@pytest.mark.parametrize("role", ["kiosk", "board", "rating", "teller", "lead"])
def test_only_an_admin_device_may(shared_server: RunningServer, role: str) -> None:
    answer = shared_server.client(role).post("profile", json=sent(first_come()))
    assert refusal(answer)[:2] == (403, "role_forbidden")


def test_report_of_a_day_with_two_profiles(server: RunningServer) -> None:
    three_come(server)
    server.client("admin").post("profile", json=sent(first_come())).raise_for_status()
    three_come(server)
    teller = server.client("teller", "t1")
    teller.post("counters/1/open").raise_for_status()
    for _ in range(4):
        teller.post("counters/1/next").raise_for_status()
    report = teller.get("reports/day").json()
    assert (report["profile_version"], report["waiting"]["arrived"]) == ("noon", 6)
    assert report["overtakes"]["total"] == 0
