"""Down the line: bookings and profiles from head office, confirmed by the branch or not done."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.domain.errors import ServerUnreachable
from shared.services import appointing
from shared.store.errand import WAITING_MAX
from shared.store.lines import position
from shared.store.verify import verify_branch
from tests.support.lobby import BRANCH
from tests.support.office import OTHER, Cable, RunningOffice, branch_of, running_office
from tests.support.server import RunningServer
from tests.support.waiting import soon

TEN_THIRTY = "2026-11-20T10:30:00+08:00"
ELEVEN = "2026-11-20T11:00:00+08:00"
WISH = {"service": "wealth", "at": TEN_THIRTY}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[RunningOffice]:
    with running_office(tmp_path / "office.db") as running:
        running.office.patience_s = 3.0  # of which the branch has one
        yield running


@pytest.fixture
def cable(office: RunningOffice) -> Iterator[Cable]:
    made = Cable(office.base_url)
    yield made
    made.close()


@pytest.fixture
def branch(cable: Cable, office: RunningOffice, tmp_path: Path) -> Iterator[RunningServer]:
    with branch_of(cable.url, tmp_path) as running:
        soon(lambda: position(office.office.database, BRANCH).last > 0)
        yield running


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def free(pages: httpx.Client, at: str = TEN_THIRTY) -> int:
    """Places left at this time."""
    answer = pages.get("slots", params={"service": "wealth", "day": at[:10]}).raise_for_status()
    return int({slot["at"]: slot["free"] for slot in answer.json()["slots"]}[at])


def test_booking_is_confirmed_by_the_branch(office: RunningOffice, branch: RunningServer) -> None:
    pages, kiosk = office.client("booking"), branch.client("kiosk")
    assert free(pages) == 1
    answer = pages.post("appointments", json=WISH)
    assert answer.status_code == 201, answer.text
    code = answer.json()["code"]
    assert kiosk.get(f"appointments/{code}").json()["at"] == TEN_THIRTY
    soon(lambda: free(pages) == 0)
    assert verify_branch(office.office.database, BRANCH).faults == []


def test_what_the_branch_refuses_is_said_in_the_callers_language(
    office: RunningOffice, branch: RunningServer
) -> None:
    pages, kiosk = office.client("booking"), branch.client("kiosk")
    assert pages.post("appointments", json=WISH).status_code == 201
    for language in ("en", "zh"):
        spoken = {"Accept-Language": language}
        remote = pages.post("appointments", json=WISH, headers=spoken)
        assert refusal(remote) == (409, "slot_full")
        assert remote.json() == kiosk.post("appointments", json=WISH, headers=spoken).json()
    wish = {"service": "juggling", "at": TEN_THIRTY}
    assert refusal(pages.post("appointments", json=wish)) == (422, "service_unknown")


def test_repeated_request_gets_the_same_code(office: RunningOffice, branch: RunningServer) -> None:
    pages = office.client("booking")
    key = {"Idempotency-Key": "page-0001"}
    first, again = (pages.post("appointments", json=WISH, headers=key) for _ in range(2))
    assert (first.status_code, first.json()) == (201, again.json())
    other = pages.post("appointments", json={**WISH, "at": ELEVEN}, headers=key)
    assert refusal(other) == (422, "key_reused")
    assert branch.client("kiosk").get(f"appointments/{first.json()['code']}").status_code == 200


def test_nothing_is_booked_while_the_line_is_cut_nor_afterwards(
    office: RunningOffice, branch: RunningServer, cable: Cable
) -> None:
    pages, kiosk = office.client("booking"), branch.client("kiosk")
    key = {"Idempotency-Key": "page-0001"}
    office.office.patience_s = 0.3
    cable.cut()
    answer = pages.post("appointments", json=WISH, headers=key)
    assert refusal(answer) == (503, "branch_out_of_reach")
    assert kiosk.post("tickets", json={"service": "cash"}).status_code == 201
    cable.mend()
    office.office.patience_s = 3.0
    later = pages.post("appointments", json={**WISH, "at": ELEVEN})
    assert later.status_code == 201, later.text
    assert free(kiosk) == 1
    same = pages.post("appointments", json=WISH, headers=key)  # it came to nothing: once more
    assert (same.status_code, free(kiosk)) == (201, 0)


def test_what_was_booked_and_not_confirmed_is_taken_back(
    office: RunningOffice, branch: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line goes between the booking and its confirmation: whoever asked heard of a failure."""
    pages, kiosk = office.client("booking"), branch.client("kiosk")
    runner = branch.house.office._errands
    assert runner is not None
    ask, is_cut = runner._line.ask, [True]

    def patchy(kind: Any, method: str, path: str, *rest: Any, **more: Any) -> Any:
        if is_cut[0] and path.endswith("/report"):
            raise ServerUnreachable("cut")
        return ask(kind, method, path, *rest, **more)

    monkeypatch.setattr(runner._line, "ask", patchy)
    answer = pages.post("appointments", json=WISH)
    assert refusal(answer) == (503, "branch_out_of_reach")
    is_cut[0] = False
    soon(lambda: free(kiosk) == 1)
    events = branch.client("admin").get("log", params={"after": 0}).json()["events"]
    told = [(e["kind"], e["data"].get("by")) for e in events if "appointment" in e["kind"]]
    assert told == [("appointment.booked", None), ("appointment.cancelled", "office")]
    soon(lambda: free(pages) == 1)


def test_errand_that_was_told_and_not_confirmed_has_to_be_taken_back(
    office: RunningOffice,
) -> None:
    """By hand, as a server of a branch that is too slow."""
    server, pages = office.client("branch"), office.client("booking")
    office.office.patience_s = 1.0
    with ThreadPoolExecutor() as pool:
        asked = pool.submit(pages.post, "appointments", json=WISH)
        (told,) = server.get("errands", params={"wait_s": 10}).json()["errands"]
        assert (told["kind"], told["body"]["at"]) == ("appointment", TEN_THIRTY)
        assert 0 < told["valid_ms"] <= 500
        assert refusal(asked.result()) == (503, "branch_out_of_reach")
    place = f"errands/{told['id']}"
    late = server.post(f"{place}/report", json={"answer": {"code": "LATE99"}})
    assert late.json()["state"] == "withdrawing"
    (again,) = server.get("errands").json()["errands"]
    assert (again["kind"], again["id"]) == ("withdraw", told["id"])
    assert server.post(f"{place}/withdrawn").json()["state"] == "withdrawn"
    assert server.get("errands").json()["errands"] == []
    assert office.client("admin").get(place).json()["state"] == "withdrawn"


def test_errand_that_was_never_told_is_over_without_a_trace(office: RunningOffice) -> None:
    office.office.patience_s = 0.3
    answer = office.client("booking").post("appointments", json=WISH)
    assert refusal(answer) == (503, "branch_out_of_reach")
    assert office.client("branch").get("errands").json()["errands"] == []


def test_more_than_a_branch_will_ever_do_in_time_is_not_taken(office: RunningOffice) -> None:
    at = office.office.clock.now_us()
    for _ in range(WAITING_MAX):
        office.office.errands.wish(office.office.wish(BRANCH, "appointment", {}, 60), at)
    answer = office.client("booking").post("appointments", json=WISH)
    assert refusal(answer) == (503, "branch_busy")


def other_opening(profile: Profile, opens: str) -> dict[str, Any]:
    body: dict[str, Any] = profile.model_dump(mode="json")
    body["hours"]["opens"] = opens
    body["version"] = f"from {opens}"
    return body


def test_profile_is_put_in_force_in_the_branch(
    office: RunningOffice, branch: RunningServer
) -> None:
    operator, kiosk = office.client("admin"), branch.client("kiosk")
    body = other_opening(load_profile("neighbourhood"), "08:00")
    answer = operator.post("profile", json=body)
    assert answer.status_code == 200, answer.text
    config = kiosk.get("config").json()
    assert answer.json()["profile"] == config["profile_hash"]
    assert config["profile"]["hours"]["opens"] == "08:00"
    soon(lambda: position(office.office.database, BRANCH).last == answer.json()["sequence"])
    assert verify_branch(office.office.database, BRANCH).faults == []


def test_profile_that_drops_what_today_needs_is_refused_by_the_branch(
    office: RunningOffice, branch: RunningServer
) -> None:
    kiosk = branch.client("kiosk")
    key = {"service": "wealth", "segment": "key"}
    assert kiosk.post("tickets", json=key).status_code == 201
    body = load_profile("neighbourhood").model_dump(mode="json")
    body["segments"] = [s for s in body["segments"] if s["id"] != "key"]
    here = branch.client("admin").post("profile", json=body)
    there = office.client("admin").post("profile", json=body)
    assert (there.status_code, there.json()) == (here.status_code, here.json())
    assert there.status_code == 422
    wrong = office.client("admin", OTHER).post("profile", json=body)
    assert refusal(wrong) == (409, "branch_differs")


def test_profile_waits_for_a_branch_that_is_away_as_long_as_was_said(
    office: RunningOffice, tmp_path: Path
) -> None:
    operator = office.client("admin")
    body = other_opening(load_profile("neighbourhood"), "08:00")
    late = operator.post("profile", json=body, params={"within_s": 1})
    assert refusal(late) == (503, "branch_out_of_reach")
    with branch_of(office.base_url, tmp_path) as running:
        soon(lambda: position(office.office.database, BRANCH).last > 1)
        assert running.client("kiosk").get("config").json()["profile"]["hours"]["opens"] != "08:00"


def test_profile_that_is_to_wait_is_found_by_its_errand(
    office: RunningOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.server.office.routes.wishes.AT_ONCE_S", 0.2)
    operator = office.client("admin")
    body = other_opening(load_profile("neighbourhood"), "08:00")
    answer = operator.post("profile", json=body, params={"within_s": 3600})
    assert (answer.status_code, answer.json()["state"]) == (202, "open")
    place = f"errands/{answer.json()['id']}"
    with branch_of(office.base_url, tmp_path) as running:
        soon(lambda: operator.get(place).json()["state"] == "done")
        config = running.client("kiosk").get("config").json()
        assert config["profile"]["hours"]["opens"] == "08:00"


def test_branch_that_sent_nothing_yet_has_no_times(office: RunningOffice) -> None:
    answer = office.client("booking").get("slots", params={"service": "wealth"})
    assert refusal(answer) == (503, "branch_out_of_reach")


def test_one_bad_errand_does_not_stop_the_next(
    office: RunningOffice, branch: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug is told as one, and the branch goes on asking."""
    book, is_broken = appointing.book, [True]

    def breaking(*given: Any, **more: Any) -> Any:
        if is_broken[0]:
            raise AssertionError("a bug")
        return book(*given, **more)

    monkeypatch.setattr(appointing, "book", breaking)
    pages = office.client("booking")
    assert refusal(pages.post("appointments", json=WISH)) == (500, "internal_fault")
    is_broken[0] = False
    assert pages.post("appointments", json=WISH).status_code == 201
