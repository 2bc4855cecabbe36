"""Survey campaigns over HTTP: whom they ask, who answers, coverage from the log."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from shared.domain.survey import Campaign
from shared.protocol.event import to_datetime
from shared.server.clock import ManualClock
from shared.services.ports import StaffRecord
from tests.support.server import CHEAP_PINS, PIN, RunningServer, running_server

MARKS = {"wait": 2, "order": 4, "staff": 5}
CAMPAIGN = {"survey": "quarter", "from_day": "2026-11-20", "to_day": "2026-12-31"}


@pytest.fixture(scope="module")
def branch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A branch on a Friday at 09:30 with somebody of quality."""
    with running_server(tmp_path_factory.mktemp("surveys")) as server:
        at = to_datetime(server.clock.now_us())
        record = StaffRecord("qual", "Quan Li", "quality", CHEAP_PINS.hash(PIN))
        server.house.staff.add(record, at)
        server.house.staff.refresh_names()
        server.client("teller", "t1").post("counters/1/open").raise_for_status()
        yield server


@pytest.fixture
def campaign(branch: RunningServer) -> Iterator[str]:
    """Everybody ordinary is asked, nobody else; it is over after the test."""
    quality = branch.client("lead", "qual")
    body = {**CAMPAIGN, "shares": {"ordinary": 1.0, "key": 0.0}}
    started = quality.post("surveys", json=body)
    assert started.status_code == 201, started.text
    found: str = started.json()["id"]
    yield found
    quality.post(f"surveys/{found}/end").raise_for_status()


def served(server: RunningServer, segment: str = "ordinary") -> str:
    """The address of the phone page of a visit that has just ended."""
    body = {"service": "account", "segment": segment}
    issued = server.client("kiosk").post("tickets", json=body).json()
    assert isinstance(server.clock, ManualClock)
    teller = server.client("teller", "t1")
    called = teller.post("counters/1/next").json()["ticket"]["id"]
    assert called == issued["id"]
    server.clock.advance(60_000_000)
    teller.post(f"tickets/{called}/close", json={}).raise_for_status()
    return f"{server.base_url}/t/{issued['phone_url'].rpartition('/')[2]}"


def page(address: str, method: str = "GET", **body: object) -> httpx.Response:
    json = body or None
    return httpx.request(method, address, json=json, trust_env=False)


def report(server: RunningServer, campaign: str) -> dict[str, Any]:
    found: dict[str, Any] = server.client("lead", "qual").get(f"surveys/{campaign}").json()
    return found


def reach(found: dict[str, Any], segment: str) -> tuple[int, int, int, float | None, bool]:
    part = next(each for each in found["segments"] if each["segment"] == segment)
    names = ("customers", "asked", "answered", "coverage", "is_reached")
    one, two, three, four, five = (part[name] for name in names)
    return one, two, three, four, five


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_who_is_asked_answers_once_and_the_coverage_is_of_all_customers(
    branch: RunningServer, campaign: str
) -> None:
    pages = [served(branch) for _ in range(5)]
    keys = served(branch, "key")
    asked = ["survey" in page(f"{each}/state").json()["can"] for each in (*pages, keys)]
    assert asked == [True] * 5 + [False]
    html = page(f"{pages[0]}/survey")
    assert html.status_code == 200
    assert "叫号次序是否公平" in html.text
    assert "Was the order of calls fair?" in html.text
    assert len(html.content) < 60_000
    assert page(f"{keys}/survey").status_code == 410
    assert code(page(f"{keys}/survey", "POST", marks=MARKS)) == (409, "survey_not_asked")

    assert page(f"{pages[0]}/survey", "POST", marks=MARKS).status_code == 200
    assert code(page(f"{pages[0]}/survey", "POST", marks=MARKS)) == (409, "survey_not_asked")
    assert "survey" not in page(f"{pages[0]}/state").json()["can"]
    assert code(page(f"{pages[1]}/survey", "POST", marks={"magic": 3})) == (422, "marks_invalid")
    assert code(page(f"{pages[1]}/survey", "POST", marks={"wait": 9})) == (422, "request_invalid")

    found = report(branch, campaign)
    assert reach(found, "ordinary") == (5, 5, 1, 0.2, False)
    assert reach(found, "key") == (1, 0, 0, 0.0, False)
    assert reach(found, "priority") == (0, 0, 0, None, False)
    assert {q["mean"] for q in found["questions"]} == {None}  # one could tell who said it
    for address in pages[1:]:
        page(f"{address}/survey", "POST", marks={"wait": 4}).raise_for_status()
    found = report(branch, campaign)
    assert reach(found, "ordinary") == (5, 5, 5, 1.0, True)
    whole = found["whole"]
    assert (whole["customers"], whole["answered"], whole["coverage"]) == (6, 5, 5 / 6)
    wait = next(q for q in found["questions"] if q["question"] == "wait")
    assert (wait["answers"], wait["mean"], wait["share_satisfied"]) == (5, 3.6, 0.8)
    assert wait["by_score"] == [0, 1, 0, 4, 0]


def test_staff_enter_what_was_answered_on_paper(branch: RunningServer, campaign: str) -> None:
    teller = branch.client("teller", "t2")
    body = {"segment": "key", "marks": MARKS}
    assert teller.post(f"surveys/{campaign}/answers", json=body).status_code == 201
    assert reach(report(branch, campaign), "key")[1:3] == (1, 1)
    assert code(teller.post("surveys/none/answers", json=body)) == (404, "campaign_unknown")
    assert code(teller.get("surveys")) == (403, "role_forbidden")


def test_one_campaign_at_a_time_and_none_is_due_while_one_runs(
    branch: RunningServer, campaign: str
) -> None:
    quality = branch.client("lead", "qual")
    body = {**CAMPAIGN, "shares": {"ordinary": 0.5}}
    assert code(quality.post("surveys", json=body)) == (409, "campaign_running")
    past = {**body, "from_day": "2026-10-01", "to_day": "2026-11-01"}
    assert code(quality.post("surveys", json=past)) == (422, "campaign_period_invalid")
    other = {**body, "survey": "whim"}
    assert code(quality.post("surveys", json=other)) == (422, "survey_unknown")
    listed = quality.get("surveys").json()
    assert (listed["is_due"], listed["target_share"]) == (False, 0.3)
    newest = listed["campaigns"][0]
    assert (newest["id"], newest["is_running"], newest["by_name"]) == (campaign, True, "Quan Li")


def test_about_the_wished_share_is_asked(branch: RunningServer) -> None:
    made = Campaign("c", "quarter", 0, 1, {"ordinary": 300}, ("wait",), "q")
    asked = sum(made.asks(f"ticket-{n}", "ordinary") for n in range(10_000))
    assert 2860 < asked < 3140  # three standard deviations
    assert not made.asks("ticket-1", "vip")


def test_the_hall_hears_that_somebody_answered_and_nothing_of_it(branch: RunningServer) -> None:
    events = branch.client("board").get("log").json()["events"]
    answers = [event for event in events if event["kind"] == "survey.answered"]
    assert answers
    assert {str(event["data"]) for event in answers} == {"{}"}
