"""Every route against every caller: who may ask what, from one table that is read by people.

The table is written by hand and knows nothing of shared/server/permission.py. A caller who is let
in may still be told that something does not exist: the requests below name nothing that does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from shared.protocol.event import to_datetime
from shared.services.ports import SessionRecord, StaffRecord
from tests.support.server import RunningServer, running_server

TABLE: Final = """
route                                      devices    people
GET    /api/v1/branches                    public     nobody
GET    /healthz                            public     nobody
GET    /readyz                             public     nobody
GET    /metrics                            public     nobody
GET    /lead                               public     nobody
GET    /lead/{branch}                      public     nobody
GET    /t/{token}                          public     nobody
GET    /t/{token}/state                    public     nobody
GET    /t/{token}/events                   public     nobody
POST   /t/{token}/defer                    public     nobody
POST   /t/{token}/resume                   public     nobody
POST   /t/{token}/return                   public     nobody
POST   /t/{token}/cancel                   public     nobody
POST   /t/{token}/rating                   public     nobody
POST   /t/{token}/feedback                 public     nobody
POST   /t/{token}/notice                   public     nobody
GET    /t/{token}/survey                   public     nobody
POST   /t/{token}/survey                   public     nobody
DELETE /t/{token}/notice                   public     nobody
GET    /book/{branch}                      public     nobody
GET    /book/{branch}/days                 public     nobody
GET    /book/{branch}/slots                public     nobody
POST   /book/{branch}/appointments         public     nobody
GET    /book/{branch}/appointments/{code}  public     nobody
PATCH  /book/{branch}/appointments/{code}  public     nobody
DELETE /book/{branch}/appointments/{code}  public     nobody
POST   /book/{branch}/appointments/{code}/check-in      public     nobody
GET    /book/{branch}/appointments/{code}/calendar.ics  public     nobody
GET    /book/{branch}/appointments/{code}/code.svg      public     nobody
PUT    /api/v1/practice/clock              admin      nobody
GET    /api/v1/clock                       admin      nobody
POST   /api/v1/clock/accept                admin      nobody

GET    lobby                               enrolled   nobody
GET    log                                 enrolled   nobody
GET    events                              enrolled   nobody
GET    config                              enrolled   nobody
GET    triage                              enrolled   nobody
GET    forecast                            enrolled   nobody
GET    incidents                           enrolled   nobody
GET    tickets/{ticket}                    enrolled   nobody

POST   tickets                             hall       nobody
POST   tickets/{ticket}/cancel             hall       nobody
POST   tickets/{ticket}/defer              hall       nobody
POST   tickets/{ticket}/notice             hall       nobody
POST   tickets/{ticket}/note               hall       nobody
GET    slots                               hall       nobody
POST   appointments                        hall       nobody
GET    appointments/{code}                 hall       nobody
PATCH  appointments/{code}                 hall       nobody
DELETE appointments/{code}                 hall       nobody
POST   appointments/{code}/check-in        hall       nobody
POST   appointments/check-in               hall       nobody
POST   help-requests                       hall       nobody
POST   advice                              hall       nobody
POST   customers/find                      hall       nobody
POST   number-leases                       hall       nobody
POST   journals                            hall       nobody
POST   tickets/{ticket}/rating             rating     nobody
POST   tickets/{ticket}/rating/reasons     rating     nobody
POST   tickets/{ticket}/talk               rating     nobody
POST   prints                              printing   nobody
POST   tickets/{ticket}/slip               printing   nobody
POST   devices/unlock                      printing   nobody

POST   sessions                            office     nobody
DELETE sessions/current                    signing    anybody
GET    reports/day                         office     nobody
GET    reports/windows                     office     nobody
GET    tickets/{ticket}/why                office     anybody
GET    stories/{day}/{number}              office     anybody
GET    sessions/ways                       office     nobody
POST   sessions/account                    office     nobody
POST   sessions/browser                    office     nobody
POST   sessions/browser/answer             office     nobody

GET    tickets                             desk       serving
POST   tickets/{ticket}/reprint            hall       serving
POST   help-requests/{asked}/answer        desk       serving
POST   enquiries                           desk       serving
POST   enquiries/{asked}/answer            desk       serving
POST   tickets/{ticket}/looked             desk       serving
POST   tickets/{ticket}/recall             desk       serving
POST   tickets/{ticket}/start              desk       serving
POST   tickets/{ticket}/close              desk       serving
POST   tickets/{ticket}/no-show            desk       serving
POST   tickets/{ticket}/return             desk       serving
POST   tickets/{ticket}/hold               desk       serving
POST   tickets/{ticket}/resume             desk       serving
POST   tickets/{ticket}/transfer           desk       serving
POST   tickets/{ticket}/next-need          desk       serving
POST   tickets/{ticket}/reclassify         desk       serving
POST   tickets/{ticket}/join               desk       serving
POST   tickets/{ticket}/split              desk       serving
POST   counters/{counter}/open             desk       serving
POST   counters/{counter}/pause            desk       serving
POST   counters/{counter}/plan             desk       serving
POST   counters/{counter}/services         desk       serving
POST   counters/{counter}/close            desk       serving
POST   counters/{counter}/next             desk       serving
POST   counters/{counter}/call             desk       serving

POST   tickets/{ticket}/divert             desk       in_charge
POST   incidents                           desk       in_charge
POST   incidents/{incident}/end            desk       in_charge
POST   services/{service}/suspend          desk       in_charge
POST   services/{service}/resume           desk       in_charge
POST   rush                                desk       in_charge
POST   what-if                             desk       in_charge
POST   notices                             desk       in_charge
POST   counters/{counter}/ask              desk       in_charge

POST   cases                               office     entering
GET    cases                               office     looking
GET    floor                               office     looking
GET    cases/{case}                        office     looking
POST   cases/find                          office     looking
POST   cases/{case}/assign                 office     answering
POST   cases/{case}/files                  office     answering
GET    cases/{case}/files/{file}           office     looking
POST   cases/{case}/close                  office     answering
POST   cases/{case}/classify               office     answering
POST   cases/{case}/merge                  office     answering
POST   cases/{case}/{step}                 office     answering
POST   cases/{case}/extend                 office     deciding
POST   cases/{case}/decision/{step}        office     deciding

GET    staff                               office     keeping
GET    staff/{person}/day                  office     keeping
POST   staff/{person}/certificates         office     deciding
POST   staff/{person}/certificates/{certificate}/withdraw  office  deciding
POST   staff/{person}/trainings            office     deciding
GET    surveys                             office     looking
POST   surveys                             office     asking
GET    surveys/{campaign}                  office     looking
POST   surveys/{campaign}/end              office     asking
POST   surveys/{campaign}/answers          office     entering

POST   profile                             admin      nobody
PUT    practice/pace                       office     anybody
POST   practice/reset                      office     anybody
POST   profile/check                       office     in_charge
GET    profile/drafts                      office     overseeing
GET    profile/drafts/{draft}              office     overseeing
PUT    profile/drafts/{draft}              office     in_charge
POST   profile/drafts/{draft}/hand-in      office     in_charge
POST   profile/drafts/{draft}/withdraw     office     in_charge
POST   profile/drafts/{draft}/decision/{step}  office     deciding
POST   profile/drafts/{draft}/preview      office     overseeing
GET    profile/drafts/{draft}/preview      office     overseeing
DELETE profile/drafts/{draft}/preview      office     overseeing
POST   profile/drafts/{draft}/publish      office     in_charge
GET    profile/versions                    office     overseeing
GET    profile/versions/{version}          office     overseeing
POST   profile/restore                     office     deciding

GET    charge                              enrolled   nobody
POST   charge                              desk       managing
PUT    copy                                branch     nobody
POST   copy/lines                          branch     nobody
PUT    copy/credentials                    branch     nobody
POST   stand-in/beat                       branch     nobody
POST   stand-in/hand-back                  branch     nobody
POST   stand-in/heard                      desk       nobody

POST   devices/enrol                       public     nobody
POST   devices/heartbeat                   enrolled   nobody
GET    devices                             admin      nobody
"""
DEVICES: Final = {
    "enrolled": {"kiosk", "board", "rating", "teller", "lead", "desk", "admin"},
    "hall": {"kiosk", "teller", "lead", "admin"},
    "desk": {"teller", "lead", "admin"},
    "office": {"teller", "lead", "desk", "admin"},
    "signing": {"kiosk", "teller", "lead", "desk", "admin"},
    "rating": {"rating", "admin"},
    "printing": {"kiosk", "admin"},
    "admin": {"admin"},
    "branch": {"branch"},
}
PEOPLE: Final = {
    "anybody": {
        *("teller", "lead", "supervisor", "adviser"),
        *("manager", "quality", "auditor", "admin"),
    },
    "serving": {"teller", "lead", "supervisor", "adviser", "manager", "admin"},
    "in_charge": {"lead", "supervisor", "manager", "admin"},
    "managing": {"supervisor", "manager", "admin"},
    "entering": {"teller", "lead", "supervisor", "adviser", "manager", "quality", "admin"},
    "answering": {"lead", "supervisor", "manager", "quality"},
    "looking": {"lead", "supervisor", "manager", "quality", "auditor"},
    "deciding": {"supervisor", "manager"},
    "asking": {"supervisor", "manager", "quality"},
    "keeping": {"lead", "supervisor", "manager", "quality", "auditor", "admin"},
    "overseeing": {"lead", "supervisor", "manager", "admin", "quality", "auditor"},
}
BRANCH: Final = "/api/v1/branches/{branch}/"
NO_DEVICE: Final = (401, "device_unknown")
NO_PERSON: Final = (401, "session_missing")
NO_RIGHT: Final = (403, "role_forbidden")
NO_BRANCH: Final = (403, "device_elsewhere")
NOT_ALL: Final = (403, "device_of_one_branch")
LET_IN: Final = None
#: Values that are allowed in an address and belong to nothing.
NOTHING: Final = {"branch": "renmin", "token": "0" * 22}


@dataclass(frozen=True)
class Caller:
    """Who asks. A session is good, or of another device, or at its end."""

    device: str = ""
    person: str = ""
    key: str = ""
    session: str = "good"

    def __str__(self) -> str:
        """As it reads in a failure."""
        who = f"{self.session} session of {self.person}" if self.person else "nobody signed in"
        return f"{self.device or 'no device'} {self.key}, {who}"


STRANGERS: Final = (
    Caller(),
    Caller(key="wrong"),
    Caller(key="revoked"),
    Caller(key="revoked", person="admin"),
)
#: Good for everything, in another branch of the same database.
FOREIGN: Final = Caller("admin", "admin", key="foreign")
CALLERS: Final = (
    *(Caller(device) for device in sorted(DEVICES["enrolled"])),
    *(Caller(device) for device in ("branch", "booking")),  # of head office and stand-ins
    *(Caller("teller", person) for person in sorted(PEOPLE["anybody"])),
    Caller("board", "admin"),
    Caller("kiosk", "teller"),
    Caller("admin", "teller"),
    Caller("admin", "auditor"),
    Caller("admin", "admin", session="foreign"),
    Caller("admin", "admin", session="ended"),
)


@dataclass(frozen=True)
class Rule:
    """One line of the table."""

    method: str
    path: str
    devices: str
    people: str

    def refusal(self, caller: Caller) -> tuple[int, str] | None:
        """What this caller has to hear; None when it is let in."""
        if self.devices == "public":
            return LET_IN
        if not caller.device:
            return NO_DEVICE
        if caller is FOREIGN:
            return NO_BRANCH if self.path.startswith(BRANCH) else NOT_ALL
        if caller.device not in DEVICES[self.devices]:
            return NO_RIGHT
        if self.people == "nobody":
            return LET_IN
        if not caller.person or caller.session != "good":
            return NO_PERSON
        return LET_IN if caller.person in PEOPLE[self.people] else NO_RIGHT


def rules() -> Iterator[Rule]:
    """The lines of the table."""
    for line in TABLE.strip().splitlines()[1:]:
        if line.strip():
            method, path, devices, people = line.split()
            yield Rule(method, path if path[0] == "/" else BRANCH + path, devices, people)


RULES: Final = {f"{rule.method} {rule.path.removeprefix(BRANCH)}": rule for rule in rules()}


class Hall:
    """A server with every device, every person, and what opens no door any more."""

    def __init__(self, server: RunningServer) -> None:
        """Devices are enrolled; sessions are opened for each question."""
        self._server, self._house = server, server.house
        self.api: dict[str, Any] = httpx.get(
            f"{server.base_url}/api/v1/openapi.json", trust_env=False, timeout=60
        ).json()
        self._client = httpx.Client(base_url=server.base_url, trust_env=False, timeout=10)
        server.clients.append(self._client)
        at = to_datetime(server.clock.now_us())
        self._house.devices.enrol("lost", "stolen", "admin", "key-of-revoked", at)
        self._house.devices.revoke("lost", at)
        self._house.devices.enrol("afar", "afar", "admin", "key-of-foreign", at, "elsewhere")
        for person in PEOPLE["anybody"]:
            self._house.staff.add(StaffRecord(f"the-{person}", person, person, ""), at)
            for device in ("teller-1", "admin-1", "board-1", "kiosk-1"):
                self._open(f"{person}@{device}", person, device)
        self._open("admin@foreign", "admin", "afar")
        self._open("admin@elsewhere", "admin", "lead-1")
        self._open("admin@ended", "admin", "admin-1", until_us=server.clock.now_us())

    def ask(self, rule: Rule, caller: Caller) -> tuple[int, str, str]:
        """Status, code of the problem and its declared type; a stream is left at once."""
        headers = {"Accept-Language": "en"}
        if key := (caller.key or caller.device):
            headers["Authorization"] = f"Bearer key-of-{key}"
        if caller.person:
            headers["X-Staff-Session"] = self._token(caller)
        path = re.sub(r"{(\w+)}", lambda found: NOTHING.get(found[1], "none"), rule.path)
        body: dict[str, str] | None = {} if rule.method in ("POST", "PUT", "PATCH") else None
        with self._client.stream(rule.method, path, headers=headers, json=body) as answer:
            media = answer.headers.get("content-type", "").partition(";")[0]
            is_problem = media == "application/problem+json"
            code = httpx.Response(200, content=answer.read()).json()["code"] if is_problem else ""
            return answer.status_code, code, media

    def reopen(self) -> None:
        """The sessions that signing out has ended."""
        for person in PEOPLE["anybody"]:
            for device in ("teller-1", "admin-1", "kiosk-1"):
                token = f"{person}@{device}"
                if self._house.staff.find_session(token) is None:
                    self._open(token, person, device)

    def _token(self, caller: Caller) -> str:
        if caller is FOREIGN:
            return "admin@foreign"
        if caller.session == "foreign":
            return "admin@elsewhere"
        if caller.session == "ended":
            return "admin@ended"
        return f"{caller.person}@{caller.device or 'admin'}-1"

    def _open(self, token: str, role: str, device: str, until_us: int | None = None) -> None:
        now_us = self._server.clock.now_us()
        ends_us = now_us + 3_600_000_000 if until_us is None else until_us
        record = SessionRecord(f"the-{role}", role, role, None, device, "", ends_us)
        self._house.staff.open_session(token, record, now_us)


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with running_server(tmp_path_factory.mktemp("roles")) as server:
        yield Hall(server)


def test_table_names_every_route(hall: Hall) -> None:
    routes = {
        f"{method.upper()} {path.removeprefix(BRANCH)}"
        for path, methods in hall.api["paths"].items()
        for method in methods
    }
    assert set(RULES) == routes


def test_no_route_hides_from_the_description() -> None:
    sources = Path("shared/server").rglob("*.py")
    assert [p.name for p in sources if "include_in_schema" in p.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("route", sorted(RULES))
def test_route_lets_in_whom_the_table_names(hall: Hall, route: str) -> None:
    rule = RULES[route]
    wrong = []
    for caller in (*STRANGERS, FOREIGN, *CALLERS):
        status, code, media = hall.ask(rule, caller)
        expected = rule.refusal(caller)
        is_let_in = status not in (401, 403)
        if (is_let_in, expected) != (True, None) and (status, code) != expected:
            wrong.append(f"{caller}: {status} {code}, expected {expected or 'to be let in'}")
        declared = hall.api["paths"][rule.path][rule.method.lower()]["responses"]
        if media and media not in declared[str(status)].get("content", {}):
            wrong.append(f"{caller}: {status} {media} is not declared")
    if route == "DELETE sessions/current":
        hall.reopen()
    assert wrong == []
