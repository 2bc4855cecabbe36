"""Why a ticket was called when it was: over HTTP and at the terminal, of any day of the log."""

import json
import re
from collections.abc import Iterator

import pytest

from shared.domain.event_fields import DATA
from shared.protocol.why import Audience, TicketStory
from shared.services.explain import explain
from shared.services.explain_names import Names
from shared.services.storytelling import story
from shared.store.day_log import day_log
from shared.store.engine import Database
from tests.shared.server.test_commands import run
from tests.support.lobby import BRANCH, running_writer
from tests.support.recorded_day import BOOKABLE, DAY, record
from tests.support.server import RunningServer

#: Lines that are about the customer's own companion, whose number the customer knows.
OWN_COMPANY = {"ticket.joined", "ticket.split"}
GROUPS = ("Priority", "Key", "Ordinary", "priority", "优先", "重点", "普通")


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A day with holds, transfers, an outage and another policy from noon on."""
    path = tmp_path_factory.mktemp("why") / "b.db"
    with running_writer(path, profile=BOOKABLE) as running:
        list(record(running, seed=11))
    database = Database(path)
    yield database
    database.close()


def every_story(database: Database, audience: Audience, language: str) -> list[TicketStory]:
    """The stories of all tickets of the day."""
    log = day_log(database, BRANCH, DAY)
    names = Names([log.profile], language)
    told = (story(log.events, e.ticket) for e in log.events if e.kind == "ticket.issued")
    return [explain(each, names, audience, 3) for each in told if each is not None]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_answer_to_a_customer_tells_of_anybody_else(recorded: Database, language: str) -> None:
    found = every_story(recorded, Audience.CUSTOMER, language)
    assert sum(each.overtaken for each in found) > 5
    for each in found:
        said = [line.text for line in each.lines if line.kind not in OWN_COMPANY]
        text = "\n".join([each.summary, *said])
        assert re.findall(r"[A-Z]\d{3}", text) == []
        assert [group for group in GROUPS if group in text] == []
        assert "%" not in text


def test_staff_read_who_it_was_and_counts_agree_with_the_log(recorded: Database) -> None:
    for each in every_story(recorded, Audience.STAFF, "en"):
        passed = [line for line in each.lines if line.kind == "passed_over"]
        assert len(passed) == each.overtaken
        assert all(re.match(r"[A-Z]\d{3} \(", line.text) for line in passed)
        assert each.lines[0].text.startswith("Came for ")


def test_the_schema_of_the_log_knows_everything_that_the_day_wrote(recorded: Database) -> None:
    for event in day_log(recorded, BRANCH, DAY).events:
        fields = DATA.get(event.kind, {})
        required = {name for name, field in fields.items() if field.is_required}
        assert required <= set(event.data) <= set(fields), event.kind


def test_an_auditor_asks_at_the_terminal(
    recorded: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--day", DAY, "--database", recorded.path, "--language", "en")
    code, page, _ = run(capsys, "report", "ticket", "a001", *where)
    first, summary, empty, line, *_ = page.splitlines()
    assert (code, first, empty) == (0, f"A001  {DAY}", "")
    assert summary.startswith("Called after ")
    assert re.match(r"09:3\d  Came for .* \(", line)
    code, text, _ = run(
        capsys, "report", "ticket", "A001", *where, "--audience", "customer", "--json", "-"
    )
    found = json.loads(text)
    assert (code, found["audience"], found["number"]) == (0, "customer", "A001")


def test_what_is_not_there_is_a_sentence(
    recorded: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--database", recorded.path, "--language", "en")
    code, _, said = run(capsys, "report", "ticket", "Z999", "--day", DAY, *where)
    assert (code, said) == (
        1,
        f"lobby report: Branch renmin gave no ticket Z999 on {DAY}. "
        "Check the number and the day.\n",
    )
    code, _, said = run(capsys, "report", "ticket", "A001", "--day", "2025-01-01", *where)
    assert (code, "holds no day" in said) == (1, True)
    wrong = ("--audience", "neighbour")
    code, _, said = run(capsys, "report", "ticket", "A001", "--day", DAY, *where, *wrong)
    assert (code, "“neighbour”. Choose staff or" in said) == (2, True)


def test_staff_ask_over_http_in_their_language(server: RunningServer) -> None:
    issued = server.client("kiosk").post("tickets", json={"service": "cash"}).json()
    teller = server.client("teller", "t1")
    teller.post("counters/1/open", json={})
    teller.post("counters/1/next", json={})
    answer = teller.get(f"tickets/{issued['id']}/why")
    assert answer.status_code == 200
    found = TicketStory.model_validate(answer.json())
    assert [line.text for line in found.lines] == [
        "Came for Cash in or out (Ordinary); 0 people ahead.",
        "Called to counter 1: nobody else waited for this counter; nobody passed over.",
    ]
    chinese = teller.get(
        f"tickets/{issued['id']}/why",
        params={"audience": "customer"},
        headers={"Accept-Language": "zh-CN"},
    ).json()
    assert chinese["lines"][1]["text"] == "您被叫到 1 号柜台：当时没有别人在等该柜台。"


def test_only_staff_may_ask(server: RunningServer) -> None:
    issued = server.client("kiosk").post("tickets", json={"service": "cash"}).json()
    where = f"tickets/{issued['id']}/why"
    assert server.client("kiosk").get(where).json()["code"] == "role_forbidden"
    assert server.client("teller").get(where).json()["code"] == "session_missing"
    found = server.client("teller", "t1").get("tickets/nobody/why")
    assert (found.status_code, found.json()["code"]) == (404, "ticket_unknown")


def test_the_story_of_a_number_of_a_day_over_http(server: RunningServer) -> None:
    issued = server.client("kiosk").post("tickets", json={"service": "cash"}).json()
    desk = server.client("desk", "t1")
    story = desk.get(f"stories/2026-11-20/{issued['number'].lower()}").raise_for_status().json()
    assert (story["ticket"], story["number"]) == (issued["id"], issued["number"])
    nobody = desk.get("stories/2026-11-20/Z999")
    assert (nobody.status_code, nobody.json()["code"]) == (422, "number_unknown")
    never = desk.get(f"stories/2025-01-01/{issued['number']}")
    assert (never.status_code, never.json()["code"]) == (404, "day_missing")
