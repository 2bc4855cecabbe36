"""A branch hands a plan to head office; somebody else decides, once, and the branch sees it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from shared.client.head_office import HeadOffice, OfficeRefused
from shared.domain.errors import LobbyError, ServerUnreachable
from shared.protocol.plan import Predicted, ProposePlan
from shared.server.office.command import app
from tests.support.lobby import BRANCH
from tests.support.office import OTHER, RunningOffice, running_office

PLAN = ProposePlan(
    kind="scenario",
    title="One more teller from 11 to 13",
    text='based_on = "city"\n',
    by="Wang Fang",
    note="Lunch is the worst half-hour.",
    predicted=(
        Predicted(
            name="mean wait, min", before=4.1, after=2.6, difference_low=-1.8, difference_high=-1.2
        ),
    ),
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[RunningOffice]:
    with running_office(tmp_path / "office.db") as running:
        yield running


def branch_of(office: RunningOffice, branch: str = BRANCH) -> HeadOffice:
    return HeadOffice(office.base_url, branch, f"key-of-planner-{branch}")


def decide(office: RunningOffice, plan: str, **how: Any) -> tuple[int, str]:
    answer = office.client("admin").post(f"plans/{plan}/decide", json=how)
    return answer.status_code, answer.json().get("code", answer.json().get("state"))


def test_a_plan_is_handed_in_approved_by_somebody_else_and_seen(office: RunningOffice) -> None:
    branch = branch_of(office)
    made = branch.propose(PLAN, "wish-0001")
    assert (made.state, made.by, made.predicted) == ("proposed", "Wang Fang", PLAN.predicted)
    assert decide(office, made.id, approve=True, by=" wang fang") == (409, "own_plan")
    assert decide(office, made.id, approve=True, by="Li Na") == (200, "approved")
    assert decide(office, made.id, approve=True, by="Li Na") == (200, "approved")
    assert decide(office, made.id, approve=False, by="Li Na") == (409, "plan_decided")
    (seen,) = branch.plans()
    assert (seen.state, seen.decided_by, seen.text) == ("approved", "Li Na", "")
    assert office.client("planner").get(f"plans/{made.id}").json()["text"] == PLAN.text


def test_the_same_wish_is_one_plan_and_another_text_under_it_is_refused(
    office: RunningOffice,
) -> None:
    branch = branch_of(office)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: branch.propose(PLAN, "wish-0001").id, range(8)))
    assert len(set(found)) == 1
    with pytest.raises(OfficeRefused, match="Idempotency-Key"):
        branch.propose(PLAN.model_copy(update={"title": "Another"}), "wish-0001")
    assert len(branch.plans()) == 1


def test_two_who_decide_at_once_decide_once(office: RunningOffice) -> None:
    plan = branch_of(office).propose(PLAN, "wish-0001").id
    ways = [{"approve": True, "by": "Li Na"}, {"approve": False, "by": "Zhao Lei"}]
    with ThreadPoolExecutor(2) as pool:
        found = sorted(pool.map(lambda how: decide(office, plan, **how)[0], ways))
    assert found == [200, 409]


def test_a_branch_takes_back_its_own_plans_and_sees_no_others(office: RunningOffice) -> None:
    mine, theirs = branch_of(office), branch_of(office, OTHER)
    plan = mine.propose(PLAN, "wish-0001").id
    assert theirs.plans() == ()
    with pytest.raises(OfficeRefused, match="no plan"):
        theirs.withdraw(plan)
    assert mine.withdraw(plan).state == "withdrawn"
    assert mine.withdraw(plan).state == "withdrawn"
    assert decide(office, plan, approve=True, by="Li Na") == (409, "plan_decided")


def test_nobody_reads_a_hundred_plans(
    office: RunningOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.store.plan.WAITING_MAX", 3)
    branch = branch_of(office)
    first, *_ = [branch.propose(PLAN, f"wish-{n:04}").id for n in range(3)]
    with pytest.raises(OfficeRefused, match="wait for a decision"):
        branch.propose(PLAN, "one-too-many")
    branch.withdraw(first)
    assert branch.propose(PLAN, "one-too-many").state == "proposed"


def test_refusals_come_in_the_language_of_the_program(office: RunningOffice) -> None:
    with pytest.raises(LobbyError, match="本网点没有方案 2f"):
        branch_of(office).withdraw("2f" * 16, language="zh")
    away = HeadOffice("http://127.0.0.1:9", BRANCH, "k")
    with pytest.raises(ServerUnreachable):
        away.plans()


def test_head_office_decides_at_a_terminal(office: RunningOffice, tmp_path: Path) -> None:
    plan = branch_of(office).propose(PLAN, "wish-0001").id
    database = ["--database", str(office.office.database.address)]

    def run(*words: str) -> str:
        done = CliRunner().invoke(app, ["plans", *words, *database], catch_exceptions=False)
        assert done.exit_code == 0
        return done.output

    assert f"{plan}  {BRANCH}  proposed   scenario  One more teller" in run("list")
    shown = run("show", plan, "--out", str(tmp_path / "plan.toml"))
    assert "mean wait, min: 4.1 -> 2.6 (by -1.8 to -1.2)" in shown
    assert (tmp_path / "plan.toml").read_text() == PLAN.text
    assert run("decline", plan, "--by", "Li Na", "--reason", "No budget") == (
        f"One more teller from 11 to 13 ({BRANCH}) is declined.\n"
    )
    assert branch_of(office).plans()[0].reason == "No budget"
