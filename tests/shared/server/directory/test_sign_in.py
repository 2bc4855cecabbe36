"""The whole way over HTTP: a branch server, a real OpenLDAP and a real OpenID provider."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from shared.protocol.event import to_datetime
from shared.services.ports import StaffRecord
from tests.support.identity_provider import Browser, change_keys, identity_provider
from tests.support.open_ldap import BASE, PEOPLE, SEEKER, SEEKERS_PASSWORD, OpenLdap, needs_slapd
from tests.support.open_ldap import PASSWORD as LDAP_PASSWORD
from tests.support.provider_program import CLIENT, REDIRECT, SECRET
from tests.support.server import PIN, RunningServer, running_server

pytestmark = needs_slapd
FILE = """
pin = "{pin}"
unknown_people = "{unknown}"

[[roles]]
group = "cn=LEADS,ou=groups,{base}"
role = "lead"
[[roles]]
group = "cn=tellers,ou=groups,{base}"
role = "teller"
[[roles]]
group = "leads"
role = "lead"
[[roles]]
group = "tellers"
role = "teller"

[ldap]
url = "{url}"
ca = "{ca}"
base = "{people}"
bind_dn = "{seeker}"
bind_password_file = "seeker"
"""
OIDC = """
[oidc]
issuer = "{issuer}"
client_id = "{client}"
client_secret_file = "secret"
scopes = ["openid", "profile", "groups"]
staff_claim = "sub"
redirect_port = 18123
"""


def written(
    folder: Path,
    directory: OpenLdap,
    issuer: str = "",
    *,
    pin: str = "always",
    unknown: str = "refuse",
    url: str = "",
) -> Path:
    """The file of LOBBY_DIRECTORY, with its secrets beside it."""
    (folder / "seeker").write_text(f"{SEEKERS_PASSWORD}\n", encoding="utf-8")
    (folder / "secret").write_text(f"{SECRET}\n", encoding="utf-8")
    text = FILE.format(
        pin=pin,
        unknown=unknown,
        base=BASE,
        url=url or directory.url,
        ca=directory.ca,
        people=PEOPLE,
        seeker=SEEKER,
    )
    if issuer:
        text += OIDC.format(issuer=issuer, client=CLIENT)
    path = folder / "directory.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with identity_provider() as running:
        yield running


@pytest.fixture(scope="module")
def bank(
    directory: OpenLdap, issuer: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    """A branch with both ways; PINs count as well."""
    folder = tmp_path_factory.mktemp("bank")
    with running_server(folder, directory=written(folder, directory, issuer)) as server:
        yield server


def ask(
    server: RunningServer, path: str, body: dict[str, str], role: str = "teller"
) -> httpx.Response:
    return server.client(role).post(f"sessions{path}", json=body)


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


def begin(server: RunningServer, role: str = "teller") -> tuple[str, str]:
    begun = ask(server, "/browser", {"redirect_uri": REDIRECT}, role)
    assert begun.status_code == 201, begun.text
    return begun.json()["state"], begun.json()["url"]


def finish(
    server: RunningServer, state: str, code: str, role: str = "teller", redirect: str = REDIRECT
) -> httpx.Response:
    body = {"state": state, "code": code, "redirect_uri": redirect, "counter": "3"}
    return ask(server, "/browser/answer", body, role)


def test_ways_are_told_to_the_form(bank: RunningServer) -> None:
    ways = bank.client("teller").get("sessions/ways").json()
    assert ways == {"pin": True, "password": True, "browser": True, "redirect_port": 18123}


def test_password_opens_a_session_with_the_role_of_the_group(bank: RunningServer) -> None:
    answer = ask(bank, "/account", {"account": "lena", "password": LDAP_PASSWORD})
    session = answer.json()
    assert (answer.status_code, session["staff"], session["role"]) == (201, "lead", "lead")
    token = {"X-Staff-Session": session["token"]}
    opened = bank.client("teller").post("counters/3/open", headers=token)
    assert opened.status_code == 200
    assert bank.client("teller").post("counters/3/close", headers=token).status_code == 200


@pytest.mark.parametrize(
    ("account", "password", "wanted"),
    [
        ("boris", "wrong", (401, "account_refused")),
        ("expired", LDAP_PASSWORD, (401, "password_expired")),
        ("locked", LDAP_PASSWORD, (401, "account_locked")),
        ("newcomer", LDAP_PASSWORD, (403, "person_unknown")),
        ("nameless", LDAP_PASSWORD, (401, "no_staff_number")),
    ],
)
def test_wrong_and_expired_passwords(
    bank: RunningServer, account: str, password: str, wanted: tuple[int, str]
) -> None:
    assert told(ask(bank, "/account", {"account": account, "password": password})) == wanted


def test_role_follows_the_directory_whichever_way_one_signs_in(bank: RunningServer) -> None:
    """Anna was a manager on the branch's list; the directory says teller."""
    at = to_datetime(bank.clock.now_us())
    house = bank.house
    pin = house.pins.hash(PIN)
    house.staff.add(StaffRecord("t1", "Anna of before", "manager", pin, ("cash",)), at)
    by_pin = ask(bank, "", {"staff": "t1", "pin": PIN}).json()
    assert by_pin["role"] == "manager"
    signed_in = ask(bank, "/account", {"account": "anna", "password": LDAP_PASSWORD})
    assert signed_in.status_code == 201, signed_in.text
    again = ask(bank, "", {"staff": "t1", "pin": PIN}).json()
    assert (again["name"], again["role"], again["skills"]) == ("Name of anna", "teller", ["cash"])


def test_browser_brings_a_session(bank: RunningServer) -> None:
    state, url = begin(bank)
    brought = Browser.once(url, "lead")
    assert brought["state"] == state
    answer = finish(bank, state, brought["code"])
    session = answer.json()
    assert (answer.status_code, session["staff"], session["role"]) == (201, "lead", "lead")
    assert session["name"] == "Person lead"
    assert told(finish(bank, state, brought["code"])) == (401, "sign_in_code_refused")


def test_answer_is_worth_nothing_elsewhere(bank: RunningServer) -> None:
    state, url = begin(bank)
    code = Browser.once(url, "lead")["code"]
    elsewhere = "http://127.0.0.1:18124/signed-in"
    assert told(finish(bank, state, code, role="lead")) == (401, "sign_in_stale")
    assert told(finish(bank, state, code, redirect=elsewhere)) == (401, "sign_in_stale")
    another, _ = begin(bank)
    assert told(finish(bank, another, code)) == (401, "sign_in_code_refused")
    forged = f"{state.split('.')[0]}.ffffffff.{state.split('.')[2]}"
    assert told(finish(bank, forged, code)) == (401, "sign_in_stale")
    assert finish(bank, state, code).status_code == 201


def test_wrong_password_at_the_provider_brings_nothing(bank: RunningServer) -> None:
    _, url = begin(bank)
    assert Browser.once(url, "lead", "wrong") == {}


def test_who_has_no_role_or_is_not_known(bank: RunningServer) -> None:
    for person, wanted in (("guest", "person_unknown"), ("t88", "person_unknown")):
        state, url = begin(bank)
        code = Browser.once(url, person)["code"]
        assert told(finish(bank, state, code)) == (403, wanted)
    at = to_datetime(bank.clock.now_us())
    bank.house.staff.add(StaffRecord("guest", "Guest", "teller", "", None), at)
    state, url = begin(bank)
    code = Browser.once(url, "guest")["code"]
    assert told(finish(bank, state, code)) == (403, "no_role")


def test_new_keys_of_the_provider_are_taken_up(bank: RunningServer, issuer: str) -> None:
    state, url = begin(bank)
    code = Browser.once(url, "lead")["code"]
    change_keys(issuer)
    oidc = bank.house.staff_directory._oidc
    assert oidc is not None
    assert told(finish(bank, state, code)) == (401, "token_key_unknown")  # asked a moment ago
    oidc._provider.forget_keys()
    state, url = begin(bank)
    assert finish(bank, state, Browser.once(url, "lead")["code"]).status_code == 201


def test_branch_that_adds_people_and_wants_no_pins(directory: OpenLdap, tmp_path: Path) -> None:
    file = written(tmp_path, directory, pin="never", unknown="add")
    with running_server(tmp_path, directory=file) as server:
        ways = server.client("teller").get("sessions/ways").json()
        assert (ways["pin"], ways["browser"]) == (False, False)
        assert told(ask(server, "", {"staff": "t1", "pin": PIN})) == (409, "way_not_offered")
        assert told(ask(server, "/browser", {"redirect_uri": REDIRECT})) == (409, "way_not_offered")
        unlock = {"staff": "lead", "pin": PIN}
        assert told(server.client("kiosk").post("devices/unlock", json=unlock)) == (
            409,
            "way_not_offered",
        )
        added = ask(server, "/account", {"account": "hired", "password": LDAP_PASSWORD}).json()
        assert (added["staff"], added["name"], added["skills"]) == ("t78", "Name of hired", None)
        assert server.house.staff.names()["t78"] == "Name of hired"
        without_pin = server.house.staff.find("t78")
        assert without_pin is not None
        assert not server.house.pins.is_right(without_pin.pin_hash, "")
        refused = ask(server, "/account", {"account": "newcomer", "password": LDAP_PASSWORD})
        assert told(refused) == (403, "no_role")


def test_pins_count_while_the_directory_is_away(directory: OpenLdap, tmp_path: Path) -> None:
    file = written(tmp_path, directory, pin="away")
    with running_server(tmp_path, directory=file) as server:
        assert told(ask(server, "", {"staff": "t1", "pin": PIN})) == (401, "directory_answers")
    gone = written(tmp_path, directory, pin="away", url="ldaps://localhost:1")
    with running_server(tmp_path, directory=gone) as server:
        away = ask(server, "/account", {"account": "anna", "password": LDAP_PASSWORD})
        assert told(away) == (503, "directory_away")
        assert ask(server, "", {"staff": "t1", "pin": PIN}).status_code == 201
