"""What the branch server writes is at its stand-in a moment later, and nothing is decided there."""

from pathlib import Path

from shared.store.credentials import ended_sessions
from shared.store.lines import position
from tests.support.two_servers import TWO_AT_ONCE, TwoServers, eventually, two_servers

pytestmark = TWO_AT_ONCE


def is_copied(both: TwoServers) -> bool:
    ends = [position(s.house.database, s.branch) for s in (both.branch, both.stand_in)]
    return ends[0] == ends[1]


def test_copy_follows_and_decides_nothing(tmp_path: Path) -> None:
    with two_servers(tmp_path) as both:
        both.in_contact()
        kiosk = both.branch.client("kiosk")
        assert kiosk.post("tickets", json={"service": "cash"}).status_code == 201
        eventually(lambda: is_copied(both))
        refused = both.stand_in.client("kiosk").post("tickets", json={"service": "cash"})
        assert (refused.status_code, refused.json()["code"]) == (503, "handed_back")
        assert refused.headers["retry-after"] == "1"


def test_config_names_the_stand_in(tmp_path: Path) -> None:
    with two_servers(tmp_path) as both:
        config = both.branch.client("teller").get("config").json()
        assert config["stand_in"] == both.stand_in.base_url
        assert both.branch.client("teller").get("lobby").json()["server"] == "branch"


def test_a_server_by_itself_is_no_stand_in(tmp_path: Path) -> None:
    with two_servers(tmp_path) as both:
        asked = both.branch.client("branch").post("stand-in/beat", json={"beat": "x"})
        assert (asked.status_code, asked.json()["code"]) == (409, "not_stand_in")


def test_credentials_follow(tmp_path: Path) -> None:
    with two_servers(tmp_path) as both:
        both.in_contact()
        both.branch.headers("teller", "t1")  # signs in
        token = both.branch.sessions["teller t1"]
        eventually(lambda: both.stand_in.house.staff.find_session(token) is not None)
        devices = {d.role for d in both.stand_in.house.devices.everything()}
        assert "branch" in devices


def test_a_sign_out_at_the_stand_in_holds_without_a_term(tmp_path: Path) -> None:
    with two_servers(tmp_path) as both:
        both.in_contact()
        both.branch.headers("teller", "t1")
        token = both.branch.sessions["teller t1"]
        here, there = both.branch.house.staff, both.stand_in.house.staff
        eventually(lambda: there.find_session(token) is not None)
        there.end_session(token)
        eventually(lambda: here.find_session(token) is None)
        eventually(lambda: ended_sessions(both.stand_in.house.database) == ())
        assert there.find_session(token) is None
