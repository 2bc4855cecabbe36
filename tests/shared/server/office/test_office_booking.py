"""The booking page of head office: a stranger books in a branch that may be away."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from shared.config.pace import Pace
from shared.server.limits import Limits
from shared.store.errand import ERRAND
from shared.store.lines import position
from tests.support.lobby import BRANCH
from tests.support.office import OTHER, Cable, RunningOffice, branch_of, running_office
from tests.support.server import RunningServer
from tests.support.waiting import soon

TEN = "2026-11-23T10:00:00+08:00"
HALF_PAST = "2026-11-23T10:30:00+08:00"


class Afar:
    """A stranger with a browser, at head office's address."""

    def __init__(self, office: RunningOffice) -> None:
        """Nothing is asked yet."""
        self._office = office

    def ask(self, method: str, path: str = "", **asked: Any) -> httpx.Response:
        """What the page sends."""
        headers = {"Accept-Language": "en", "Sec-Fetch-Site": "same-origin"}
        url = f"{self._office.base_url}/book/{BRANCH}{path}"
        return httpx.request(method, url, headers=headers, trust_env=False, timeout=30, **asked)

    def book(self, at: str = TEN) -> httpx.Response:
        """A time with an adviser."""
        return self.ask("POST", "/appointments", json={"service": "wealth", "at": at})

    def free(self, at: str = TEN) -> int:
        """Places left, as far as the copy knows."""
        found = self.ask("GET", "/slots", params={"service": "wealth", "day": at[:10]})
        return int({slot["at"]: slot["free"] for slot in found.json()["slots"]}[at])


def patient(running: RunningOffice) -> None:
    """As long as it takes on a busy machine: the branch is there."""
    running.office.patience_s = running.office.presence.near_s = 20.0


def hasty(running: RunningOffice) -> None:
    """Nothing is to be waited for: the branch is away."""
    running.office.patience_s = running.office.presence.near_s = 0.5


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningOffice]:
    with running_office(tmp_path_factory.mktemp("office") / "office.db") as running:
        patient(running)
        yield running


@pytest.fixture(scope="module")
def cable(office: RunningOffice) -> Iterator[Cable]:
    made = Cable(office.base_url)
    yield made
    made.close()


@pytest.fixture(scope="module")
def branch(
    cable: Cable, office: RunningOffice, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    with branch_of(cable.url, tmp_path_factory.mktemp("branch")) as running:
        soon(lambda: position(office.office.database, BRANCH).last > 0)
        soon(lambda: not office.office.presence.is_away(BRANCH))
        yield running


@pytest.fixture
def afar(office: RunningOffice, branch: RunningServer) -> Afar:
    return Afar(office)


def codes_kept(office: RunningOffice) -> int:
    """Errands that still hold a customer's code."""
    with office.office.database.reading.begin() as connection:
        found = connection.exec_driver_sql(
            f"SELECT count(*) FROM {ERRAND.name} "
            "WHERE kind IN ('find', 'move', 'cancel') AND body <> '{}'"
        )
        return int(found.scalar_one())


def test_booked_found_moved_and_cancelled_through_the_line(
    office: RunningOffice, branch: RunningServer, afar: Afar
) -> None:
    page = afar.ask("GET")
    assert (page.status_code, len(page.content) < 60_000) == (200, True)
    assert 'data-t="away"' not in page.text
    days = afar.ask("GET", "/days", params={"service": "wealth"}).json()["days"]
    assert {"day": "2026-11-23", "slots": 14, "free": 14} in days
    booked = afar.book()
    assert (booked.status_code, booked.json()["at"]) == (201, TEN)
    code = booked.json()["code"]
    assert branch.client("kiosk").get(f"appointments/{code}").json()["state"] == "booked"
    soon(lambda: afar.free() == 0)
    assert afar.book().json()["code"] == "slot_full"
    place = f"/appointments/{code.lower()}"
    assert afar.ask("GET", place).json()["state"] == "booked"
    calendar = afar.ask("GET", f"/appointments/{code}/calendar.ics").text
    assert f"DESCRIPTION:预约码: {code}\\n" in calendar
    assert afar.ask("PATCH", place, json={"at": HALF_PAST}).json()["at"] == HALF_PAST
    assert afar.ask("DELETE", place).json()["state"] == "cancelled"
    assert afar.ask("DELETE", place).json()["code"] == "appointment_state_wrong"
    assert afar.ask("GET", "/appointments/AAAAAA").json()["code"] == "appointment_unknown"
    assert codes_kept(office) == 0


def test_line_is_cut_and_mended_and_nothing_is_booked_twice(
    office: RunningOffice, branch: RunningServer, cable: Cable, afar: Afar
) -> None:
    at = "2026-11-23T14:00:00+08:00"
    code = afar.book("2026-11-24T14:00:00+08:00").json()["code"]
    cable.cut()
    hasty(office)
    answer = afar.book(at)
    assert (answer.status_code, answer.json()["code"]) == (503, "branch_out_of_reach")
    assert answer.json()["params"] == ["Renmin Road branch"]
    moved = afar.ask("PATCH", f"/appointments/{code}", json={"at": at})
    assert moved.json()["code"] in ("branch_out_of_reach", "branch_unsure")
    assert codes_kept(office) == 0
    presence = office.office.presence
    soon(lambda: presence.is_away(BRANCH))
    assert 'data-t="away"' in afar.ask("GET").text
    cable.mend()
    patient(office)
    soon(lambda: not presence.is_away(BRANCH))
    assert afar.ask("GET", f"/appointments/{code}").json()["at"] != at
    assert afar.book(at).status_code == 201
    assert afar.book(at).json()["code"] == "slot_full"
    lobby = branch.client("kiosk").get("slots", params={"service": "wealth", "day": at[:10]}).json()
    assert {slot["at"]: slot["free"] for slot in lobby["slots"]}[at] == 0


def test_each_asks_the_branch_seldom(office: RunningOffice, afar: Afar) -> None:
    counted = office.office.settings.model_copy(update={"limit_bookings": Pace(0.05, 2)})
    unlimited, office.office.limits = office.office.limits, Limits(counted, monotonic=lambda: 0.0)
    found = [afar.ask("GET", "/appointments/AAAAAA").status_code for _ in range(3)]
    office.office.limits = unlimited
    assert found == [404, 404, 429]


def test_server_of_a_branch_is_counted_too(office: RunningOffice) -> None:
    counted = office.office.settings.model_copy(update={"limit_servers": Pace(0.05, 2)})
    unlimited, office.office.limits = office.office.limits, Limits(counted, monotonic=lambda: 0.0)
    server = office.client("branch", OTHER)
    found = [server.get("errands").status_code for _ in range(3)]
    office.office.limits = unlimited
    assert found == [200, 200, 429]


def test_other_web_site_books_nothing(office: RunningOffice, afar: Afar) -> None:
    answer = httpx.post(
        f"{office.base_url}/book/{BRANCH}/appointments",
        json={"service": "wealth", "at": TEN},
        headers={"Sec-Fetch-Site": "cross-site"},
        trust_env=False,
    )
    assert answer.json()["code"] == "other_site"
