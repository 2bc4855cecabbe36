"""One key, one outcome, whichever of the two servers is asked, and when."""

from contextlib import ExitStack
from pathlib import Path

import httpx

from shared.store.answers import all_answers
from shared.store.lines import position
from shared.store.staff import StaffTable
from tests.support.counter_program import stop
from tests.support.server import RunningServer, morning
from tests.support.two_servers import TWO_AT_ONCE, TwoServers, eventually, house_of, served

pytestmark = TWO_AT_ONCE


def said(client: httpx.Client, path: str, key: str, body: object = None) -> tuple[int, object]:
    """Status, and the ticket or the code."""
    answer = client.post(path, json=body or {}, headers={"Idempotency-Key": key})
    content = answer.json() if answer.content else {}
    return answer.status_code, content.get("id", content.get("code"))


def answers(server: RunningServer) -> set[tuple[str, str]]:
    found = all_answers(server.house.database, server.branch)
    return {(answer.key, answer.body) for answer in found}


def known(server: RunningServer) -> int:
    return position(server.house.database, server.branch).last


def test_a_key_means_the_same_before_in_and_after_a_term(tmp_path: Path) -> None:
    clock = morning()
    with ExitStack() as stack:
        copy = stack.enter_context(served(house_of(tmp_path, clock, is_stand_in=True)))
        away = ExitStack()
        branch = away.enter_context(served(house_of(tmp_path, clock, stand_in=copy.base_url)))
        both = TwoServers(branch, copy)
        both.in_contact()
        programs = [both.counter(n, f"t{n}").start() for n in ("1", "3")]
        stack.callback(stop, programs)
        programs[0].open()
        headers = branch.headers("teller", "t3")
        token = branch.sessions["teller t3"]
        kiosk, teller = branch.client("kiosk"), branch.client("teller", "t3")
        wish = {"service": "cash"}
        before = said(kiosk, "tickets", "given-before", wish)
        refused = said(teller, "counters/3/next", "refused-before")
        assert (before[0], refused[0]) == (201, 409)
        eventually(lambda: answers(copy) == answers(branch))
        eventually(lambda: copy.house.staff.find_session(token) is not None)
        away.close()
        there = httpx.Client(base_url=copy.url, headers=headers, timeout=10, trust_env=False)
        stack.callback(there.close)
        eventually(lambda: all(program.at == 1 and program.is_held for program in programs))
        lobby = copy.client("kiosk")
        eventually(lambda: said(lobby, "tickets", "given-before", wish) == before)
        assert said(there, "counters/3/open", "opened-there")[0] == 200
        assert said(there, "counters/3/next", "refused-before") == refused
        given = said(lobby, "tickets", "given-there", wish)
        no = said(lobby, "tickets", "refused-there", {"service": "cash", "segment": "nobody"})
        assert (given[0], no[0] // 100) == (201, 4)
        assert said(there, "counters/3/close", "closed-there")[0] == 200
        assert there.delete("sessions/current").status_code == 204
        port = int(branch.base_url.rsplit(":", 1)[1])
        again = stack.enter_context(
            served(house_of(tmp_path, clock, stand_in=copy.base_url), port=port)
        )
        eventually(lambda: again.client("board").get("charge").json()["is_held"])
        back = again.client("kiosk")
        assert said(back, "tickets", "given-before", wish) == before
        assert said(back, "tickets", "given-there", wish) == given
        assert said(back, "tickets", "refused-there", {**wish, "segment": "nobody"}) == no
        assert said(back, "tickets", "given-there", {"service": "account"})[1] == "key_reused"
        assert StaffTable(again.house.database).find_session(token) is None
        log = again.client("board").get("log?limit=1000").json()["events"]
        issued = [event["ticket"] for event in log if event["kind"] == "ticket.issued"]
        assert issued == [before[1], given[1]]
        eventually(lambda: answers(copy) == answers(again))


def test_codes_of_appointments_are_known_where_the_branch_server_is_away(tmp_path: Path) -> None:
    clock = morning()
    with ExitStack() as stack:
        copy = stack.enter_context(served(house_of(tmp_path, clock, is_stand_in=True)))
        away = ExitStack()
        branch = away.enter_context(served(house_of(tmp_path, clock, stand_in=copy.base_url)))
        both = TwoServers(branch, copy)
        both.in_contact()
        program = both.counter("1", "t1").start()
        stack.callback(program.stop)
        program.open()
        lead = branch.client("lead", "lead")
        slots = lead.get("slots", params={"service": "wealth"}).json()["slots"]
        booked = lead.post("appointments", json={"service": "wealth", "at": slots[0]["at"]}).json()
        eventually(lambda: known(copy) == known(branch))
        away.close()
        eventually(lambda: program.at == 1 and program.is_held)
        wish = {"service": "wealth", "appointment_code": booked["code"]}
        answer = copy.client("kiosk").post("tickets", json=wish)
        assert answer.json()["code"] == "appointment_too_early"  # it knows the code
