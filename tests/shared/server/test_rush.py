"""Rush mode and customers who do not hear well, over HTTP."""

from pathlib import Path

from shared.config.load import load_profile
from shared.config.rush_tables import RushTable
from shared.protocol.lobby import LobbyView
from shared.server.clock import ManualClock
from shared.store.verify import verify_branch
from tests.support.server import RunningServer, running_server


def pass_minutes(server: RunningServer, minutes: int) -> None:
    assert isinstance(server.clock, ManualClock)
    server.clock.advance(minutes * 60_000_000)


def rush_of(server: RunningServer) -> str:
    view = LobbyView.model_validate_json(server.client("kiosk").get("lobby").content)
    return view.rush.cause if view.rush else ""


def test_the_lead_switches_it_on_and_it_ends_by_itself(server: RunningServer) -> None:
    lead = server.client("lead", "lead")
    answer = lead.post("rush")
    assert answer.json()["rush"]["cause"] == "lead"
    assert rush_of(server) == "lead"
    pass_minutes(server, 9)
    assert rush_of(server) == "lead"
    pass_minutes(server, 1)
    assert rush_of(server) == ""


def test_the_lead_ends_it_before_its_time(server: RunningServer) -> None:
    lead = server.client("lead", "lead")
    lead.post("rush", json={"minutes": 60})
    assert lead.post("rush", json={"is_on": False}).json() == {"rush": None}
    assert lead.post("rush", json={"is_on": False}).json() == {"rush": None}
    assert rush_of(server) == ""


def test_the_arrival_rate_switches_it_on(tmp_path: Path) -> None:
    profile = load_profile("neighbourhood")
    busy = profile.model_copy(update={"rush": RushTable(tickets_per_5_min=5, lasts_min=10)})
    with running_server(tmp_path, busy) as server:
        kiosk = server.client("kiosk")
        for minute in range(4):
            kiosk.post("tickets", json={"service": "cash"})
            pass_minutes(server, 1 if minute == 3 else 0)
        assert rush_of(server) == ""
        kiosk.post("tickets", json={"service": "cash"})
        assert rush_of(server) == "rate"
        kinds = [event["kind"] for event in kiosk.get("log").json()["events"]]
        assert kinds.count("rush.changed") == 1
        kiosk.post("tickets", json={"service": "cash"})
        pass_minutes(server, 10)
        assert rush_of(server) == ""
        assert verify_branch(server.house.database, server.branch).sentences == []


def test_off_holds_until_fewer_have_come_once(tmp_path: Path) -> None:
    profile = load_profile("neighbourhood")
    busy = profile.model_copy(update={"rush": RushTable(tickets_per_5_min=5, lasts_min=10)})
    with running_server(tmp_path, busy) as server:
        kiosk = server.client("kiosk")

        def come(people: int) -> str:
            for _ in range(people):
                kiosk.post("tickets", json={"service": "cash"}).raise_for_status()
            return rush_of(server)

        assert come(5) == "rate"
        server.client("lead", "lead").post("rush", json={"is_on": False})
        assert come(6) == ""  # the same crowd
        pass_minutes(server, 4)
        assert come(5) == ""
        pass_minutes(server, 6)
        assert come(4) == ""
        assert come(1) == "rate"  # another one
        assert verify_branch(server.house.database, server.branch).sentences == []


def test_somebody_looks_before_a_deaf_customer_is_marked_absent(server: RunningServer) -> None:
    teller = server.client("teller", "t1")
    teller.post("counters/1/open")
    wish = {"service": "cash", "needs_visual_call": True}
    ticket = server.client("kiosk").post("tickets", json=wish).json()
    assert ticket["needs_visual_call"] is True
    teller.post("counters/1/next")
    calls = server.client("board").get("lobby").json()["recent_calls"]
    assert [call["needs_visual_call"] for call in calls] == [True]
    teller.post(f"tickets/{ticket['id']}/recall")
    refused = teller.post(f"tickets/{ticket['id']}/no-show")
    assert (refused.status_code, refused.json()["code"]) == (409, "nobody_looked")
    absent = teller.post(f"tickets/{ticket['id']}/no-show", json={"has_looked": True})
    assert absent.json()["state"] == "no_show"


def test_the_log_tells_that_somebody_looked(server: RunningServer) -> None:
    teller = server.client("teller", "t1")
    teller.post("counters/1/open")
    ticket = server.client("kiosk").post("tickets", json={"service": "cash"}).json()["id"]
    teller.post("counters/1/next")
    teller.post(f"tickets/{ticket}/recall")
    teller.post(f"tickets/{ticket}/no-show", json={"has_looked": True})
    last = teller.get("log").json()["events"][-1]
    assert last["data"] == {"recalls": 1, "has_looked": True}


def test_a_ticket_is_noted_after_it_was_given(server: RunningServer) -> None:
    kiosk, teller = server.client("kiosk"), server.client("teller", "t1")
    teller.post("counters/1/open")
    ticket = kiosk.post("tickets", json={"service": "cash"}).json()["id"]
    for wish in (True, True, False, True):
        answer = kiosk.post(f"tickets/{ticket}/note", json={"needs_visual_call": wish})
        assert answer.json()["needs_visual_call"] is wish
    teller.post("counters/1/next")
    teller.post(f"tickets/{ticket}/recall")
    assert teller.post(f"tickets/{ticket}/no-show").json()["code"] == "nobody_looked"
    log = kiosk.get("log").json()["events"]
    assert [event["kind"] for event in log].count("ticket.noted") == 3
    assert verify_branch(server.house.database, server.branch).sentences == []
