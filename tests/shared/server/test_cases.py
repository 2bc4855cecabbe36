"""Cases over HTTP: a complaint from its arrival to its end, and who may not do what."""

import base64
from datetime import timedelta
from typing import Any

import httpx
import pytest

from shared.protocol.event import to_datetime
from shared.server.clock import ManualClock
from shared.services.ports import StaffRecord
from shared.store.retention import retain
from shared.store.verify import verify_branch
from tests.support.server import CHEAP_PINS, PIN, RunningServer, running_server

SAID = "Somebody who came after me was called first."
DAY_US = 24 * 3600 * 1_000_000


@pytest.fixture
def people(server: RunningServer) -> dict[str, httpx.Client]:
    """A lead, a supervisor, a manager, somebody of quality, an auditor and a teller, signed in."""
    at = to_datetime(server.clock.now_us())
    for role in ("supervisor", "quality", "auditor"):
        record = StaffRecord(role, role.title(), role, CHEAP_PINS.hash(PIN))
        server.house.staff.add(record, at)
    server.house.staff.refresh_names()
    return signed_in(server)


def signed_in(server: RunningServer) -> dict[str, httpx.Client]:
    """Sessions last a working day."""
    server.sessions.clear()
    named = {name: name for name in ("lead", "supervisor", "quality", "auditor")}
    return {
        name: server.client("lead", staff)
        for name, staff in {**named, "manager": "boss", "teller": "t1"}.items()
    }


def wait(server: RunningServer, us: int) -> None:
    assert isinstance(server.clock, ManualClock)
    server.clock.advance(us)


def opened(client: httpx.Client, **more: object) -> dict[str, Any]:
    body = {"kind": "complaint", "channel": "telephone", "text": SAID, "contact": "138…", **more}
    answer = client.post("cases", json=body)
    assert answer.status_code == 201, answer.text
    view: dict[str, Any] = answer.json()
    return view


def step(client: httpx.Client, case: str, name: str, **body: object) -> httpx.Response:
    return client.post(f"cases/{case}/{name}", json=body)


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_a_complaint_from_its_arrival_to_its_end(
    server: RunningServer, people: dict[str, httpx.Client]
) -> None:
    ticket = server.client("kiosk").post("tickets", json={"service": "cash"}).json()["id"]
    case = opened(people["teller"], ticket=ticket, about=["t2"], category="order")["id"]
    lead, boss = people["lead"], people["supervisor"]
    wait(server, 3600 * 1_000_000)
    assert code(step(lead, case, "assign", owner="t2")) == (409, "handler_involved")
    for client, name, body in (
        (lead, "assign", {}),
        (lead, "first-answer", {"text": "We look into it."}),
        (lead, "propose", {"text": "Explain the rule, apologise."}),
        (boss, "decision/send-back", {"text": "Say why the cap did not hold."}),
        (lead, "propose", {"text": "The cap held: three times is what the rule allows."}),
        (boss, "decision/approve", {}),
        (lead, "carry-out", {"text": "Telephoned."}),
        (lead, "answer", {"text": "The rule was explained."}),
        (lead, "classify", {"root_cause": "communication"}),
        (lead, "close", {"is_content": True}),
    ):
        answer = step(client, case, name, **body)
        assert answer.status_code == 200, (name, answer.text)
    story = people["auditor"].get(f"cases/{case}").json()
    assert (story["case"]["state"], story["case"]["ticket"]) == ("closed", ticket)
    assert [(e["kind"].removeprefix("case."), e["by_name"]) for e in story["entries"]] == [
        ("opened", "Teller 1"),
        ("assigned", "Lena Lead"),
        ("first_answered", "Lena Lead"),
        ("proposed", "Lena Lead"),
        ("sent_back", "Supervisor"),
        ("proposed", "Lena Lead"),
        ("approved", "Supervisor"),
        ("carried_out", "Lena Lead"),
        ("answered", "Lena Lead"),
        ("classified", "Lena Lead"),
        ("closed", "Lena Lead"),
    ]
    assert (story["entries"][0]["text"], story["entries"][0]["contact"]) == (SAID, "138…")
    assert verify_branch(server.house.database, server.branch).sentences == []


def test_what_was_written_stands_in_no_log_and_can_be_destroyed(
    server: RunningServer, people: dict[str, httpx.Client]
) -> None:
    case = opened(people["teller"])["id"]
    with server.house.database.reading.begin() as connection:
        lines = connection.exec_driver_sql("SELECT data FROM event").fetchall()
        (sealed,) = connection.exec_driver_sql("SELECT sealed FROM case_text").one()
    assert not [line for line in lines if "came after me" in line[0]]
    assert b"came after me" not in sealed
    wait(server, 60 * DAY_US)
    today = to_datetime(server.clock.now_us()).date()
    assert retain(server.house.database, today, today).months == ("2026-11",)
    lead = signed_in(server)["lead"]
    (entry,) = [
        entry
        for entry in lead.get(f"cases/{case}").json()["entries"]
        if entry["kind"] == "case.opened"
    ]
    assert (entry["text"], entry["contact"], entry["is_erased"]) == (None, None, True)
    assert verify_branch(server.house.database, server.branch).sentences == []


def test_forbidden_paths_are_refused_by_role(people: dict[str, httpx.Client]) -> None:
    case = opened(people["teller"])["number"]
    assert code(people["teller"].get("cases")) == (403, "role_forbidden")
    assert code(step(people["teller"], case, "assign")) == (403, "role_forbidden")
    assert code(step(people["auditor"], case, "assign")) == (403, "role_forbidden")
    body = {"kind": "praise", "channel": "form", "text": "Thank you"}
    assert code(people["auditor"].post("cases", json=body)) == (403, "role_forbidden")
    step(people["quality"], case, "assign").raise_for_status()
    step(people["quality"], case, "propose", text="A letter").raise_for_status()
    for role in ("quality", "lead"):
        assert code(step(people[role], case, "decision/approve")) == (403, "role_forbidden")
        answer = step(people[role], case, "extend", to="complex", text="Holidays")
        assert code(answer) == (403, "role_forbidden")
    step(people["manager"], case, "decision/approve").raise_for_status()
    assert code(step(people["lead"], case, "carry-out", text="Done")) == (
        409,
        "case_of_somebody_else",
    )


def test_a_supervisor_does_not_approve_their_own_proposal(people: dict[str, httpx.Client]) -> None:
    case = opened(people["lead"])["id"]
    boss = people["supervisor"]
    step(boss, case, "assign").raise_for_status()
    step(boss, case, "propose", text="A letter").raise_for_status()
    assert code(step(boss, case, "decision/approve")) == (409, "approver_involved")
    step(people["manager"], case, "decision/approve").raise_for_status()


def test_late_cases_stand_first_and_escalate(
    server: RunningServer, people: dict[str, httpx.Client]
) -> None:
    first = opened(people["lead"])
    opened(people["lead"], kind="suggestion")
    wait(server, 25 * 3600 * 1_000_000)
    server.client("board").get("lobby").raise_for_status()  # the clock is looked at
    people = signed_in(server)
    third = opened(people["lead"])
    listed = people["lead"].get("cases", params={"is_open": True}).json()
    assert (listed["in_all"], listed["open"], listed["late"]) == (3, 3, 2)
    assert [case["number"][-4:] for case in listed["cases"]] == ["0001", "0002", "0003"]
    assert listed["cases"][0]["late"] == ["first_answer"]
    late = people["lead"].get("cases", params={"is_late": True, "kind": "complaint"}).json()
    assert [case["id"] for case in late["cases"]] == [first["id"]]
    step(people["lead"], first["id"], "merge", into=third["number"]).raise_for_status()
    assert people["lead"].get("cases").json()["handled_share"] == pytest.approx(1 / 3)


def test_a_low_mark_opens_a_case_that_its_teller_does_not_handle(
    server: RunningServer, people: dict[str, httpx.Client]
) -> None:
    teller = server.client("teller", "t1")
    ticket = server.client("kiosk").post("tickets", json={"service": "cash"}).json()["id"]
    teller.post("counters/1/open").raise_for_status()
    teller.post("counters/1/next").raise_for_status()
    teller.post(f"tickets/{ticket}/close", json={}).raise_for_status()
    pad = server.client("rating")
    pad.post(f"tickets/{ticket}/rating", json={"score": 1}).raise_for_status()
    (case,) = people["lead"].get("cases").json()["cases"]
    assert (case["kind"], case["ticket"], case["about"]) == ("low_mark", ticket, ["t1"])
    answer_by = to_datetime(server.clock.now_us()) + timedelta(minutes=15)
    assert case["first_answer_by"] == answer_by.isoformat().replace("+00:00", "Z")


def test_cases_are_there_after_a_restart_on_a_later_day(tmp_path: Any) -> None:
    with running_server(tmp_path) as server:
        case = opened(server.client("lead", "lead"))["number"]
        later_us = server.clock.now_us() + 3 * DAY_US
    with running_server(tmp_path, clock=ManualClock(later_us)) as server:
        lead = server.client("lead", "lead")
        assert lead.get(f"cases/{case}").json()["entries"][0]["text"] == SAID
        assert opened(lead)["number"][-4:] == "0002"
        assert step(lead, case, "assign").status_code == 200
        assert lead.get("reports/day").status_code == 200  # the case began before this day
        assert verify_branch(server.house.database, server.branch).sentences == []


def test_the_same_request_twice_is_one_case(people: dict[str, httpx.Client]) -> None:
    body = {"kind": "praise", "channel": "email", "text": "Thank you", "language": "en"}
    key = {"Idempotency-Key": "the-same-letter"}
    numbers = {
        people["lead"].post("cases", json=body, headers=key).json()["number"] for _ in range(2)
    }
    assert len(numbers) == 1
    assert people["lead"].get("cases").json()["in_all"] == 1


def test_what_makes_no_sense_is_refused(people: dict[str, httpx.Client]) -> None:
    lead = people["lead"]
    assert code(lead.get("cases/2026-0099")) == (404, "case_unknown")
    body = {"kind": "complaint", "channel": "letter", "text": "…"}
    for more, expected in (
        ({"category": "weather"}, "case_word_unknown"),
        ({"received_at": "2027-01-01T09:00:00+08:00"}, "received_invalid"),
        ({"about": ["nobody"]}, "staff_unknown"),
        ({"kind": "revenge"}, "request_invalid"),
    ):
        assert lead.post("cases", json={**body, **more}).json()["code"] == expected


def test_devices_in_the_hall_hear_that_there_is_a_case_and_nothing_of_it(
    server: RunningServer, people: dict[str, httpx.Client]
) -> None:
    opened(people["lead"], about=["t1"])
    for client in (server.client("board"), people["teller"]):
        (event,) = [e for e in client.get("log").json()["events"] if e["kind"] == "case.opened"]
        assert (event["data"], event["staff"]) == ({}, "")


def allowed(client: httpx.Client, case: str) -> dict[str, str | None]:
    steps = client.get(f"cases/{case}").raise_for_status().json()["steps"]
    return {each["name"]: each["code"] for each in steps}


def test_the_story_names_the_next_steps_and_only_these(people: dict[str, httpx.Client]) -> None:
    lead, boss, auditor = people["lead"], people["supervisor"], people["auditor"]
    case = opened(people["teller"])["id"]
    always = dict.fromkeys(("classify", "merge", "note", "hand-over", "attach"))
    assert allowed(lead, case) == {"assign": None, "first-answer": None, **always}
    assert allowed(auditor, case) == {}
    step(lead, case, "assign").raise_for_status()
    step(lead, case, "first-answer", text="We look into it.").raise_for_status()
    assert allowed(lead, case) == {"propose": None, **always}
    assert allowed(people["quality"], case) == {
        "assign": None,
        "propose": "case_of_somebody_else",
        **always,
    }
    step(lead, case, "propose", text="A letter").raise_for_status()
    assert allowed(lead, case) == always
    deciding = {"approve": None, "send-back": None, "extend": None}
    assert allowed(boss, case) == {"assign": None, **always, **deciding}
    step(boss, case, "decision/approve").raise_for_status()
    step(lead, case, "carry-out", text="Sent").raise_for_status()
    step(lead, case, "answer", text="It was sent.").raise_for_status()
    ended = {"close": "case_not_classified", "reopen": None, "classify": None, "note": None}
    assert allowed(lead, case) == ended


def test_only_who_is_not_involved_is_offered_the_case(people: dict[str, httpx.Client]) -> None:
    case = opened(people["teller"], about=["lead", "t2"])["id"]
    story = people["quality"].get(f"cases/{case}").json()
    assert [each["staff"] for each in story["handlers"]] == ["boss", "quality", "supervisor"]
    assert set(allowed(people["lead"], case).values()) == {"handler_involved", None}


def test_cases_are_found_by_words_that_were_written_about_them(
    people: dict[str, httpx.Client],
) -> None:
    first = opened(people["teller"])
    second = opened(people["teller"], text="The pen at counter 3 is dry.", category="facilities")
    step(people["lead"], second["id"], "note", text="A new Pen was bought.").raise_for_status()

    def found(text: str, role: str = "auditor") -> list[str]:
        answer = people[role].post("cases/find", json={"text": text})
        return [each["id"] for each in answer.raise_for_status().json()["cases"]]

    assert found("CAME AFTER ME") == [first["id"]]
    assert found("pen was") == [second["id"]]
    assert found("facilities") == [second["id"]]
    assert found(second["number"][-3:]) == [second["id"]]
    assert found("138…") == [first["id"], second["id"]]
    assert found("umbrella") == []
    assert code(people["teller"].post("cases/find", json={"text": "pen"})) == (
        403,
        "role_forbidden",
    )


def attached(client: httpx.Client, case: str, name: str, content: bytes) -> httpx.Response:
    body = {"name": name, "content": base64.b64encode(content).decode()}
    return client.post(f"cases/{case}/files", json=body)


def test_files_are_what_their_content_says_and_sealed_like_words(
    server: RunningServer, people: dict[str, httpx.Client]
) -> None:
    case, other = opened(people["teller"])["id"], opened(people["teller"])["id"]
    lead, auditor = people["lead"], people["auditor"]
    letter = b"%PDF-1.7\n" + b"x" * 600_000
    attached(lead, case, "letter.pdf", letter).raise_for_status()
    attached(lead, case, "note.exe", "您好\n".encode()).raise_for_status()
    first, second = auditor.get(f"cases/{case}").json()["entries"][1:]
    assert (first["text"], first["data"]["media"]) == ("letter.pdf", "application/pdf")
    assert (second["data"]["media"], second["data"]["bytes"]) == ("text/plain", "7")
    file = first["data"]["file"]
    got = auditor.get(f"cases/{case}/files/{file}").raise_for_status().json()
    assert (got["name"], base64.b64decode(got["content"])) == ("letter.pdf", letter)
    assert code(auditor.get(f"cases/{other}/files/{file}")) == (404, "case_unknown")
    assert code(people["teller"].get(f"cases/{case}/files/{file}")) == (403, "role_forbidden")
    for content in (b"MZ\x90\x00", b"PK\x03\x04", b"\xff\xfe\x00", b"%PDF-" + b"x" * (3 << 20)):
        assert code(attached(lead, case, "letter.pdf", content)) == (409, "file_not_allowed")
    for words in ("您好您好", "ab=c"):
        body = {"name": "letter.pdf", "content": words}
        assert code(lead.post(f"cases/{case}/files", json=body)) == (409, "file_not_allowed")
    assert code(attached(auditor, case, "letter.pdf", letter)) == (403, "role_forbidden")
    with server.house.database.reading.begin() as connection:
        rows = connection.exec_driver_sql("SELECT sealed FROM case_text").fetchall()
    assert not any(b"letter.pdf" in row[0] for row in rows)
    found = auditor.post("cases/find", json={"text": "letter.pdf"}).json()["cases"]
    assert [each["id"] for each in found] == [case]
    assert verify_branch(server.house.database, server.branch).sentences == []
