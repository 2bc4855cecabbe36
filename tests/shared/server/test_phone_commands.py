"""What a customer does on the phone page: delay, come back, cancel, rate, as HTTP."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.protocol.lobby import PhoneView
from shared.server.clock import ManualClock
from tests.support.profiles import NEIGHBOURHOOD
from tests.support.server import RunningServer, local_us, running_server


@dataclass
class Visit:
    """A ticket, its phone page, and those who call it."""

    id: str
    page: str
    lead: httpx.Client

    def ask(self, command: str, **body: object) -> httpx.Response:
        """What the page sends."""
        headers = {"Accept-Language": "en", "Sec-Fetch-Site": "same-origin"}
        url = f"{self.page}/{command}"
        return httpx.post(url, json=body or None, headers=headers, trust_env=False)

    def done(self, command: str, **body: object) -> PhoneView:
        """The state after a command that was taken."""
        answer = self.ask(command, **body).raise_for_status()
        return PhoneView.model_validate_json(answer.content)

    def staff(self, command: str, **body: object) -> None:
        """What the lead does with the ticket."""
        self.lead.post(f"tickets/{self.id}/{command}", json=body).raise_for_status()

    def call(self) -> None:
        """The lead's counter calls it."""
        self.lead.post("counters/3/open")
        self.lead.post("counters/3/next").raise_for_status()


@pytest.fixture
def visit(server: RunningServer) -> Visit:
    """The only customer waits."""
    issued = server.client("kiosk").post("tickets", json={"service": "cash"}).json()
    return Visit(issued["id"], issued["phone_url"], server.client("lead", "lead"))


def seen(view: PhoneView) -> tuple[str, tuple[str, ...]]:
    return view.state, view.can


def test_delay_and_come_back_to_the_old_place(visit: Visit, server: RunningServer) -> None:
    server.client("kiosk").post("tickets", json={"service": "cash"})
    later = visit.done("defer", minutes=20)
    assert seen(later) == ("held", ("resume", "cancel"))
    assert later.until == later.now + timedelta(minutes=20)
    back = visit.done("resume")
    assert (*seen(back), back.people_ahead) == ("waiting", ("defer", "cancel"), 0)


def test_called_and_cannot_make_it(visit: Visit) -> None:
    visit.call()
    assert seen(visit.done("defer", minutes=10)) == ("held", ("resume", "cancel"))


def test_delay_is_offered_as_often_as_the_profile_says(visit: Visit) -> None:
    for _ in range(2):
        visit.done("defer", minutes=10)
        last = visit.done("resume")
    assert seen(last) == ("waiting", ("cancel",))
    assert visit.ask("defer", minutes=10).json()["code"] == "defer_too_often"


def test_cancelled_for_good(visit: Visit) -> None:
    assert seen(visit.done("cancel")) == ("cancelled", ())
    again = visit.ask("cancel")
    assert (again.status_code, again.json()["code"]) == (409, "ticket_state_wrong")


def missed(visit: Visit) -> None:
    """It is called and nobody comes, twice, as the rule about recalls wants it."""
    visit.call()
    visit.staff("recall")
    visit.staff("no-show")


def test_missed_the_call_and_queues_again_once(visit: Visit) -> None:
    missed(visit)
    assert seen(visit.done("return")) == ("waiting", ("defer", "cancel"))
    missed(visit)
    assert visit.ask("return").json()["code"] == "ticket_state_wrong"


def test_bank_may_keep_returns_for_its_staff(tmp_path: Path) -> None:
    stern = load_profile("neighbourhood").model_dump()
    stern["phone"]["may_return"] = False
    with running_server(tmp_path, Profile.model_validate(stern)) as server:
        issued = server.client("kiosk").post("tickets", json={"service": "cash"}).json()
        visit = Visit(issued["id"], issued["phone_url"], server.client("lead", "lead"))
        missed(visit)
        assert visit.ask("return").json()["code"] == "ticket_state_wrong"


def test_mark_for_the_visit_once(visit: Visit) -> None:
    visit.call()
    assert visit.ask("rating", score=5).json()["code"] == "ticket_state_wrong"
    visit.staff("start")
    visit.staff("close")
    rated = visit.done("rating", score=5)
    assert (*seen(rated), rated.rating) == ("closed", (), 5)
    assert visit.ask("rating", score=1).json()["code"] == "already_rated"


def test_what_our_staff_have_set_aside_is_not_resumed_from_a_phone(visit: Visit) -> None:
    visit.call()
    visit.staff("start")
    visit.staff("hold", pool="documents")
    assert visit.ask("resume").json()["code"] == "ticket_state_wrong"
    assert seen(visit.done("cancel")) == ("cancelled", ())


def test_companion_only_looks(visit: Visit, server: RunningServer) -> None:
    other = server.client("kiosk").post("tickets", json={"service": "cash"}).json()
    visit.staff("join", companion=other["id"])
    along = Visit(other["id"], other["phone_url"], visit.lead)
    assert along.ask("cancel").json()["code"] == "ticket_state_wrong"


def test_repeated_request_is_done_once(visit: Visit) -> None:
    headers = {"Idempotency-Key": "0123456789abcdef", "Accept-Language": "en"}
    first, again = (
        httpx.post(f"{visit.page}/defer", json={"minutes": 10}, headers=headers, trust_env=False)
        for _ in range(2)
    )
    assert (first.content, again.headers["idempotency-replayed"]) == (again.content, "true")


def test_other_web_site_is_refused(visit: Visit) -> None:
    answer = httpx.post(
        f"{visit.page}/cancel", headers={"Sec-Fetch-Site": "cross-site"}, trust_env=False
    )
    assert (answer.status_code, answer.json()["code"]) == (403, "other_site")


def test_another_persons_token_is_refused(visit: Visit) -> None:
    place, _, token = visit.page.rpartition("/")
    guessed = f"{place}/{token[:-1]}{'A' if token[-1] != 'A' else 'B'}"
    answers = [
        httpx.request(method, guessed + path, trust_env=False).status_code
        for method, path in (
            ("GET", ""),
            ("GET", "/state"),
            ("GET", "/events"),
            ("POST", "/cancel"),
        )
    ]
    assert answers == [404] * 4


def test_page_ends_some_time_after_the_visit(visit: Visit, server: RunningServer) -> None:
    visit.done("cancel")
    assert isinstance(server.clock, ManualClock)
    minutes = NEIGHBOURHOOD.phone.ends_after_min
    server.clock.set(local_us("2026-11-20T09:30") + minutes * 60_000_000)
    assert httpx.get(visit.page, trust_env=False).status_code == 200
    server.clock.set(server.clock.now_us() + 1)
    codes = [httpx.get(visit.page, trust_env=False).status_code, visit.ask("cancel").status_code]
    assert codes == [410, 410]
