"""One process serves several branches: apart from one another, each read when it is asked for."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from shared.config.shelf import ProfileShelf
from shared.services.ports import StaffRecord
from shared.store.branch import branches
from shared.store.log import read_page
from shared.store.verify import verify_branch
from tests.support.branch_houses import NORTH, SOUTH, enrol_in, house_of, renamed, two_branches
from tests.support.lobby import Address
from tests.support.postgres import PostgresServer
from tests.support.server import CHEAP_PINS, PIN, RunningServer, morning, serving_house

CASH = {"service": "cash"}


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    if request.param == "sqlite":
        return tmp_path / "b.db"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.with_tables()


@pytest.fixture
def north(place: Address) -> Iterator[RunningServer]:
    """Two branches, seen from the first one."""
    with serving_house(house_of(place, two_branches())) as server:
        yield server


def at(
    server: RunningServer, branch: str, role: str = "kiosk", of: str | None = None
) -> httpx.Client:
    """Somebody with a key of the branch ``of`` who asks in ``branch``."""
    key = enrol_in(server.house, branch if of is None else of, role)
    return replace(server, branch=branch, keys={role: key}).client(role)


def test_nothing_is_read_before_it_is_asked_for(north: RunningServer) -> None:
    assert branches(north.house.database) == [NORTH, SOUTH]
    assert read_page(north.house.database, NORTH, 0, 1).last == 0
    assert at(north, NORTH).get("lobby").json()["branch"] == NORTH
    kinds = [event.kind for event in read_page(north.house.database, NORTH, 0, 9).events]
    assert kinds == ["profile.published", "day.opened"]
    assert read_page(north.house.database, SOUTH, 0, 1).last == 0


def test_each_branch_has_numbers_and_a_log_of_its_own(north: RunningServer) -> None:
    kiosks = [at(north, NORTH), at(north, SOUTH)]
    given = [kiosk.post("tickets", json=CASH).json() for kiosk in kiosks * 2]
    assert [ticket["number"] for ticket in given] == ["A001", "A001", "A002", "A002"]
    elsewhere = kiosks[1].get(f"tickets/{given[0]['id']}")
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (404, "ticket_unknown")
    for branch in (NORTH, SOUTH):
        assert verify_branch(north.house.database, branch).sentences == []


def test_same_key_of_a_request_in_two_branches_means_two_requests(north: RunningServer) -> None:
    once = {"Idempotency-Key": "the-same-key"}
    answers = [
        at(north, branch).post("tickets", json=CASH, headers=once) for branch in (NORTH, SOUTH)
    ]
    assert [a.status_code for a in answers] == [201, 201]
    assert answers[0].json()["id"] != answers[1].json()["id"]


def test_key_of_one_branch_opens_no_other(north: RunningServer) -> None:
    foreign = at(north, NORTH, "teller", of=SOUTH)
    for answer in (
        foreign.get("lobby"),
        foreign.post("tickets", json=CASH),
        foreign.post("sessions", json={"staff": "anna", "pin": PIN}),
        foreign.get("events"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "device_elsewhere")


def test_device_without_a_branch_is_the_banks_or_none(north: RunningServer) -> None:
    admin, kiosk = at(north, NORTH, "admin", of=""), at(north, NORTH, of="")
    assert admin.get("lobby").status_code == 200
    assert kiosk.get("lobby").json()["code"] == "device_elsewhere"


def test_session_is_worth_nothing_in_another_branch(north: RunningServer) -> None:
    record = StaffRecord("anna", "Anna", "teller", CHEAP_PINS.hash(PIN))
    north.house.staff.add(record, datetime.now(UTC))
    here, there = at(north, NORTH, "teller"), at(north, SOUTH, "teller")
    token = here.post("sessions", json={"staff": "anna", "pin": PIN}).json()["token"]
    signed = {"X-Staff-Session": token}
    assert here.post("counters/1/open", headers=signed).status_code == 200
    assert there.post("counters/1/open", headers=signed).json()["code"] == "session_missing"


def test_what_touches_every_branch_needs_a_device_of_all(north: RunningServer) -> None:
    address = f"{north.base_url}/api/v1/clock"
    answers = [at(north, NORTH, "admin", of=of).get(address) for of in (NORTH, "")]
    assert [answer.status_code for answer in answers] == [403, 200]
    assert answers[0].json()["code"] == "device_of_one_branch"


def test_list_of_branches_is_everybodys_and_a_device_finds_its_own(north: RunningServer) -> None:
    address = f"{north.base_url}/api/v1/branches"

    def listed(client: httpx.Client) -> list[str]:
        return [branch["id"] for branch in client.get(address).json()["branches"]]

    with httpx.Client(trust_env=False) as stranger:
        assert listed(stranger) == [NORTH, SOUTH]
    assert listed(at(north, SOUTH)) == [SOUTH]


def test_devices_of_a_branch_are_listed_there(north: RunningServer) -> None:
    for branch in (NORTH, SOUTH):
        enrol_in(north.house, branch, "board")
    listed = at(north, NORTH, "admin", of="").get("devices").json()["devices"]
    assert [device["id"] for device in listed] == ["board-north", "admin-all"]


def test_code_opens_the_door_of_its_own_branch(north: RunningServer) -> None:
    digest = north.house.pseudonyms.invitation("ACDEFGHJ")
    north.house.invitations.invite(digest, "kiosk", "door", datetime.now(UTC), SOUTH)
    address = f"{north.base_url}/api/v1/branches"
    with httpx.Client(trust_env=False) as stranger:
        answers = [
            stranger.post(f"{address}/{branch}/devices/enrol", json={"code": "ACDEFGHJ"})
            for branch in (NORTH, SOUTH)
        ]
        assert [answer.status_code for answer in answers] == [403, 201]
        key = {"Authorization": f"Bearer {answers[1].json()['key']}"}
        found = [
            stranger.get(f"{address}/{branch}/lobby", headers=key).status_code
            for branch in (NORTH, SOUTH)
        ]
    assert found == [403, 200]


def test_stream_hears_what_another_process_writes_to_a_branch_not_used_here(
    postgres: PostgresServer,
) -> None:
    place = postgres.with_tables()
    clock = morning()
    houses = [house_of(place, two_branches(), clock) for _ in range(2)]
    with serving_house(houses[0]) as one, serving_house(houses[1]) as other:
        key = enrol_in(one.house, SOUTH)
        there, here = (
            replace(server, branch=SOUTH, keys={"kiosk": key}).client("kiosk")
            for server in (one, other)
        )
        with here.stream("GET", "events?after=0") as stream:
            there.post("tickets", json=CASH).raise_for_status()
            lines = (line for line in stream.iter_lines() if line.startswith("event: "))
            heard = [next(lines) for _ in range(3)]
    assert heard == ["event: profile.published", "event: day.opened", "event: ticket.issued"]


def test_branch_with_a_wrong_profile_harms_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    good = two_branches()
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "west.toml").write_text("nonsense", encoding="utf-8")
    wrong = ProfileShelf.in_folder(tmp_path / "profiles")
    shelf = ProfileShelf({NORTH: lambda: good[NORTH], "west": lambda: wrong["west"]})
    with serving_house(house_of(tmp_path / "b.db", shelf)) as server:
        caplog.set_level(logging.CRITICAL)
        refused = at(server, "west").post("tickets", json=CASH)
        assert (refused.status_code, refused.json()["code"]) == (503, "branch_unusable")
        assert at(server, NORTH).post("tickets", json=CASH).status_code == 201
        listed = httpx.get(f"{server.base_url}/api/v1/branches", trust_env=False).json()
        assert [branch["id"] for branch in listed["branches"]] == [NORTH]


def test_figures_are_those_of_branches_in_use(north: RunningServer) -> None:
    at(north, SOUTH).post("tickets", json=CASH).raise_for_status()
    told = httpx.get(f"{north.base_url}/metrics", trust_env=False).text.splitlines()
    assert [line for line in told if line.startswith("lobby_waiting")] == [
        'lobby_waiting{branch="south"} 1'
    ]


def test_unknown_branch_is_told_a_few_names(tmp_path: Path) -> None:
    shelf = ProfileShelf.of(renamed(f"b{n:02}") for n in range(12))
    with serving_house(house_of(tmp_path / "b.db", shelf)) as server:
        answer = replace(server, branch="none", keys={"kiosk": "any"}).client("kiosk").get("lobby")
    names = ", ".join(f"b{n:02}" for n in range(10))
    assert answer.json()["params"] == ["none", f"{names}, …"]
