"""Certificates over HTTP: what ends takes its service away from the next call, and says so."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from shared.config.base_tables import Text
from shared.config.staff_tables import CertificateTable
from shared.protocol.event import to_datetime, to_us
from shared.server.clock import ManualClock
from shared.services.ports import StaffRecord
from shared.store.log import whole_log
from shared.store.verify import verify_branch
from simulator.replaying.prove import prove
from simulator.replaying.recorded_day import recorded_day
from tests.support.profiles import NEIGHBOURHOOD
from tests.support.server import CHEAP_PINS, PIN, RunningServer, running_server

ZONE = ZoneInfo("Asia/Shanghai")
CASH = CertificateTable(
    id="cash-handling", name=Text(zh="现金业务资格", en="Cash handling"), services=("cash",)
)
PROFILE = NEIGHBOURHOOD.model_copy(update={"certificates": (CASH,), "version": "papers"})


@pytest.fixture(scope="module")
def branch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A branch where cash needs a certificate; ``sup`` is a supervisor."""
    with running_server(tmp_path_factory.mktemp("papers"), PROFILE) as server:
        at = to_datetime(server.clock.now_us())
        server.house.staff.add(StaffRecord("sup", "Su Per", "supervisor", CHEAP_PINS.hash(PIN)), at)
        server.house.staff.refresh_names()
        yield server


@pytest.fixture
def papers(branch: RunningServer) -> RunningServer:
    """The next weekday at 09:30: every counter is closed, nobody holds a certificate."""
    at = noon(branch) + timedelta(days=1, hours=-2, minutes=-30)
    while at.weekday() > 4:
        at += timedelta(days=1)
    wait_until(branch, at)
    branch.sessions.clear()  # they last a working day
    boss = branch.client("lead", "sup")
    for person in boss.get("staff").json()["people"]:
        for held in person["certificates"]:
            path = f"staff/{person['staff']}/certificates/{held['certificate']}/withdraw"
            boss.post(path).raise_for_status()
    return branch


def noon(server: RunningServer) -> datetime:
    now = to_datetime(server.clock.now_us()).astimezone(ZONE)
    return now.replace(hour=12, minute=0, second=0, microsecond=0)


def certify(server: RunningServer, person: str, until: datetime) -> httpx.Response:
    body = {"certificate": CASH.id, "valid_until": until.isoformat()}
    return server.client("lead", "sup").post(f"staff/{person}/certificates", json=body)


def wait_until(server: RunningServer, at: datetime) -> None:
    assert isinstance(server.clock, ManualClock)
    server.clock.advance(to_us(at) - server.clock.now_us())


def desk(server: RunningServer) -> dict[str, Any]:
    """Counter 1, and what is said about its papers."""
    view = server.client("lead", "sup").get("lobby").json()
    counter = next(each for each in view["counters"] if each["id"] == "1")
    return {**counter, "said": view["certificates"]}


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def day(server: RunningServer, days: int) -> str:
    return (noon(server) + timedelta(days=days)).date().isoformat()


def test_expiry_at_noon_takes_cash_away_from_the_next_call_and_renewal_brings_it_back(
    papers: RunningServer,
) -> None:
    assert certify(papers, "t1", noon(papers)).status_code == 200
    teller, kiosk = papers.client("teller", "t1"), papers.client("kiosk")
    assert "cash" in teller.post("counters/1/open").json()["services"]
    wait_until(papers, noon(papers) - timedelta(minutes=1))
    first = kiosk.post("tickets", json={"service": "cash"}).json()
    second = kiosk.post("tickets", json={"service": "cash"}).json()
    assert teller.post("counters/1/next").json()["ticket"]["id"] == first["id"]
    (soon,) = desk(papers)["said"]
    assert (soon["counter"], soon["services"], soon["is_over"]) == ("1", ["cash"], False)

    wait_until(papers, noon(papers))
    assert teller.post("counters/1/next").status_code == 204  # served to the end; nobody is called
    after = desk(papers)
    (said,) = after["said"]
    assert "cash" not in after["services"]
    assert after["switched_off"] == []
    assert (said["certificate"], said["is_over"]) == ("cash-handling", True)
    picked = {"ticket": second["id"], "reason": "lead"}
    boss = papers.client("lead", "sup")
    assert code(boss.post("counters/1/call", json=picked)) == (409, "not_certified")

    assert certify(papers, "t1", noon(papers) + timedelta(days=365)).status_code == 200
    assert isinstance(papers.clock, ManualClock)
    papers.clock.advance(1_000_000)  # the branch looks at the clock at least this often
    assert desk(papers)["ticket"]["id"] == second["id"]  # the counter stood by
    assert desk(papers)["said"] == []


def test_every_call_is_reproduced_from_the_log_and_the_log_verifies(papers: RunningServer) -> None:
    ours = int(papers.client("board").get("lobby").json()["sequence"])
    certify(papers, "t1", noon(papers))
    teller, kiosk = papers.client("teller", "t1"), papers.client("kiosk")
    teller.post("counters/1/open")
    wait_until(papers, noon(papers) - timedelta(minutes=10))
    for service in ("cash", "account", "cash", "account"):
        kiosk.post("tickets", json={"service": service})
    called = [teller.post("counters/1/next").json()["ticket"]["service"]]
    wait_until(papers, noon(papers))
    called += [teller.post("counters/1/next").json()["ticket"]["service"] for _ in range(2)]
    assert called == ["cash", "account", "account"]
    events = [view.to_event() for view in whole_log(papers.house.database, papers.branch)]
    kinds = [event.kind for event in events]
    mine = papers.client("lead", "sup").get("staff/t1/day").json()
    assert (mine["served"], mine["by_service"]) == (2, {"cash": 1, "account": 1})
    assert mine["mean_s"] == mine["same_mix_s"]  # nobody else served anything
    assert mine["share_satisfied"] is None
    assert kinds[kinds.index("staff.certified", ours) :].count("staff.certificate_expired") == 1
    published = [str(e.data["profile"]) for e in events if e.kind == "profile.published"]
    proof = prove(recorded_day(events, PROFILE, dict.fromkeys(published, PROFILE), "log"))
    assert (proof.calls, proof.wrong) == (3, [])
    assert verify_branch(papers.house.database, papers.branch).faults == []


def test_who_never_had_one_is_not_called_cash_and_a_trainee_works_on_the_mentors(
    papers: RunningServer,
) -> None:
    certify(papers, "t2", noon(papers))
    opened = papers.client("teller", "t1").post("counters/1/open").json()
    assert "cash" not in opened["services"]
    beside = papers.client("teller", "t3").post("counters/2/open", json={"mentor": "t2"}).json()
    assert "cash" in beside["services"]
    kiosk, boss = papers.client("kiosk"), papers.client("lead", "sup")
    ticket = kiosk.post("tickets", json={"service": "cash"}).json()["id"]
    sent = boss.post(f"tickets/{ticket}/transfer", json={"person": "t1"})
    assert code(sent) == (409, "not_certified")


def test_what_was_switched_off_by_hand_stays_off_after_a_renewal(papers: RunningServer) -> None:
    certify(papers, "t1", noon(papers))
    teller = papers.client("teller", "t1")
    services = teller.post("counters/1/open").json()["services"]
    kept = [each for each in services if each != "cash"]
    teller.post("counters/1/services", json={"services": kept})
    wait_until(papers, noon(papers))
    assert desk(papers)["switched_off"] == []  # not even able
    certify(papers, "t1", noon(papers) + timedelta(days=30))
    assert isinstance(papers.clock, ManualClock)
    papers.clock.advance(1_000_000)
    assert desk(papers)["switched_off"] == ["cash"]


def test_list_of_staff_refusals_and_courses(papers: RunningServer) -> None:
    boss, teller = papers.client("lead", "sup"), papers.client("teller", "t1")
    assert code(certify(papers, "nobody", noon(papers))) == (404, "staff_unknown")
    assert code(certify(papers, "sup", noon(papers))) == (409, "own_certificate")
    yesterday = noon(papers) - timedelta(days=1)
    assert code(certify(papers, "t1", yesterday)) == (422, "certificate_end_invalid")
    body = {"certificate": "magic", "valid_until": noon(papers).isoformat()}
    answer = boss.post("staff/t1/certificates", json=body)
    assert code(answer) == (422, "certificate_unknown")
    withdrawal = "staff/t1/certificates/cash-handling/withdraw"
    assert code(boss.post(withdrawal)) == (409, "certificate_not_held")
    assert code(teller.get("staff")) == (403, "role_forbidden")

    certify(papers, "t1", noon(papers) + timedelta(days=90))
    certify(papers, "t2", noon(papers) + timedelta(days=3))
    certify(papers, "t3", noon(papers))
    assert boss.post("staff/t3/certificates/cash-handling/withdraw").json()["certificates"] == []
    for person, is_passed, score in (("t1", True, 92), ("t2", False, 40), ("t2", True, 81)):
        course = {"course": "service", "held_on": day(papers, -2), "is_passed": is_passed}
        boss.post(f"staff/{person}/trainings", json={**course, "score": score}).raise_for_status()
    course = {"course": "service", "held_on": day(papers, 1), "is_passed": True}
    assert code(boss.post("staff/t1/trainings", json=course)) == (422, "course_day_invalid")

    found = boss.get("staff").json()
    people = {person["staff"]: person for person in found["people"]}
    standing = {who: [c["standing"] for c in people[who]["certificates"]] for who in people}
    assert (standing["t1"], standing["t2"], standing["t3"]) == (["valid"], ["ending"], [])
    assert [t["score"] for t in people["t2"]["trainings"]] == [81]
    training = found["training"]
    assert (training["begins_on"], training["ends_on"]) == ("2026-07-01", "2026-12-31")
    assert (training["taken"], training["pass_share"], training["target_share"]) == (2, 1.0, 0.8)
    assert "t3" in training["due"]
    assert "t1" not in training["due"]


def test_the_hall_hears_nothing_of_papers(papers: RunningServer) -> None:
    certify(papers, "t1", noon(papers))
    board = papers.client("board")
    events = board.get("log").json()["events"]
    event = [each for each in events if each["kind"] == "staff.certified"][-1]
    assert (event["staff"], event["data"]) == ("", {})
    assert board.get("lobby").json()["certificates"] == []
