"""Every route of head office against every caller, from one table that is read by people.

The table is written by hand and knows nothing of shared/server/permission.py.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

import httpx
import pytest

from tests.support.lobby import BRANCH
from tests.support.office import OTHER, RunningOffice, running_office

TABLE: Final = """
GET    /healthz                    public
GET    /readyz                     public
GET    /metrics                    public

GET    /book/{branch}                                   public
GET    /book/{branch}/days                              public
GET    /book/{branch}/slots                             public
POST   /book/{branch}/appointments                      public
GET    /book/{branch}/appointments/{code}               public
PATCH  /book/{branch}/appointments/{code}               public
DELETE /book/{branch}/appointments/{code}               public
GET    /book/{branch}/appointments/{code}/calendar.ics  public
GET    /book/{branch}/appointments/{code}/code.svg      public

GET    position                    branch admin
GET    lines                       branch admin
POST   lines                       branch
GET    log                         branch admin

GET    errands                     branch
POST   errands/{errand}/report     branch
POST   errands/{errand}/withdrawn  branch
GET    errands/{errand}            admin

GET    slots                       booking admin
POST   appointments                booking admin
POST   profile                     admin

POST   plans                       planner admin
GET    plans                       planner admin
GET    plans/{plan}                planner admin
POST   plans/{plan}/withdraw       planner admin
POST   plans/{plan}/decide         admin

POST   devices/enrol               public
GET    devices                     admin
"""
ROLES: Final = ("branch", "booking", "planner", "admin")
PREFIX: Final = "/api/v1/branches/{branch}/"
RULES: Final = {
    f"{words[0]} {words[1]}": frozenset(words[2:])
    for words in (line.split() for line in TABLE.splitlines())
    if words
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningOffice]:
    with running_office(tmp_path_factory.mktemp("office") / "office.db") as running:
        running.office.patience_s = 0.2
        running.office.devices.enrol(
            "kiosk", "lost", "kiosk", f"key-of-kiosk-{BRANCH}", running.office_time(), BRANCH
        )
        yield running


@pytest.fixture(scope="module")
def api(office: RunningOffice) -> dict[str, Any]:
    answer = httpx.get(f"{office.base_url}/api/v1/openapi.json", trust_env=False)
    found: dict[str, Any] = answer.json()
    return found


def ask(
    office: RunningOffice, route: str, role: str, of: str = BRANCH, key: str | None = None
) -> tuple[int, str]:
    """Status, and the code of the problem. The requests name nothing that exists."""
    method, _, place = route.partition(" ")
    place = re.sub(r"{\w+}", "0" * 32, place)
    client = office.client(role, BRANCH, of)
    if key is not None:
        client.headers["Authorization"] = f"Bearer {key}"
    body: dict[str, Any] | None = {} if method == "POST" else None
    answer = client.request(method, place, json=body)
    code = answer.json()["code"] if "problem" in answer.headers["content-type"] else ""
    return answer.status_code, code


def test_table_names_every_route(api: dict[str, Any]) -> None:
    routes = {
        f"{method.upper()} {path.removeprefix(PREFIX)}"
        for path, methods in api["paths"].items()
        for method in methods
    }
    assert set(RULES) == routes


@pytest.mark.parametrize("route", sorted(RULES))
def test_route_lets_in_whom_the_table_names(office: RunningOffice, route: str) -> None:
    roles = RULES[route]
    for role in (*ROLES, "kiosk"):
        status, code = ask(office, route, role)
        if roles & {role, "public"}:
            assert (status == 401, code == "role_forbidden") == (False, False), role
        else:
            assert (status, code) == (403, "role_forbidden"), role
    if "public" not in roles:
        assert ask(office, route, "branch", key="wrong") == (401, "device_unknown")
        assert ask(office, route, "branch", of=OTHER) == (403, "device_elsewhere")
        assert ask(office, route, "booking", of=OTHER) == (403, "device_elsewhere")


def test_refusals_are_declared(api: dict[str, Any]) -> None:
    undeclared = [
        f"{method} {path}"
        for path, methods in api["paths"].items()
        for method, operation in methods.items()
        if path.startswith(PREFIX)
        and not {"401", "403", "404", "413", "422", "429", "500", "503"}
        <= set(operation["responses"])
    ]
    assert undeclared == []


def test_branch_that_was_not_admitted(office: RunningOffice) -> None:
    answer = office.client("branch", "nowhere", BRANCH).get("position")
    assert (answer.status_code, answer.json()["code"]) == (404, "branch_unknown")
    assert BRANCH not in answer.text  # which others there are is nobody's business


def test_code_makes_the_server_of_one_branch(office: RunningOffice) -> None:
    code = "ACDEFGHJ"
    digest = office.office.pseudonyms.invitation(code)
    at = office.office_time()
    office.office.invitations.invite(digest, "branch", "server", at, BRANCH)
    elsewhere = office.client("branch", OTHER).post("devices/enrol", json={"code": code})
    assert elsewhere.json()["code"] == "enrolment_code_unknown"
    made = office.client("branch").post("devices/enrol", json={"code": code}).json()
    assert made["role"] == "branch"
    assert ask(office, "GET position", "branch", key=made["key"])[0] == 200
    other = office.client("branch", OTHER)
    other.headers["Authorization"] = f"Bearer {made['key']}"
    assert other.post("lines", json={}).json()["code"] == "device_elsewhere"


def test_figures_name_copies_and_nobody(office: RunningOffice) -> None:
    text = httpx.get(f"{office.base_url}/metrics", trust_env=False).text
    assert f'lobby_copy_sequence{{branch="{BRANCH}"}} 0' in text
