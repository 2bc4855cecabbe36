"""Plans beside doing nothing, and the command."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from simulator.command import sim
from simulator.model.plan import load_plan
from simulator.planning.cost.prices import load_prices
from simulator.planning.tomorrow import judge, search
from simulator.planning.tomorrow.choices import Choices
from simulator.planning.tomorrow.constraints import Constraints
from simulator.planning.tomorrow.people import people_of, without


@pytest.fixture(autouse=True)
def _few_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "RUNGS", (15, 30, 60, 120, 240))


def test_plans_are_ranked_and_the_first_is_better_than_doing_nothing() -> None:
    plan = load_plan("neighbourhood")
    choices = Choices(plan, without(people_of(plan), ["1001"]), Constraints())
    found = search.plans_for(choices, load_prices(), seed=1, fresh_days=300)
    assert found.plans[0].is_better
    assert all(choices.is_feasible(effect.choice) for effect in found.plans)
    costs = [effect.cost_a_day for effect in found.plans]
    assert costs[0] == min(costs)
    assert len({effect.choice for effect in found.plans}) == len(found.plans)


def test_stopping_at_once_gives_doing_nothing() -> None:
    plan = load_plan("neighbourhood")
    choices = Choices(plan, without(people_of(plan), ["1002"]), Constraints(at_least=1))
    found = search.plans_for(choices, load_prices(), 1, 50, should_stop=lambda: True)
    assert found.was_cut_short
    assert [effect.choice for effect in found.plans] == [choices.nothing]
    assert found.plans[0].cost.estimate == 0


def test_without_borrowing_nobody_is_borrowed_and_too_few_people_leave_no_plan() -> None:
    plan = load_plan("neighbourhood")
    people = people_of(plan)
    alone = replace(Constraints(), may_borrow=False)
    choices = Choices(plan, without(people, [p.number for p in people[1:]]), alone)
    found = search.plans_for(choices, load_prices(), 1, 20)
    assert found.plans == ()
    assert not found.is_nothing_feasible


def test_the_command_writes_the_first_plan_as_a_scenario(tmp_path: Path) -> None:
    out, figures = tmp_path / "tomorrow.toml", tmp_path / "tomorrow.json"
    options = ["--absent", "1001", "--fresh-days", "50", "--out", str(out), "--json", str(figures)]
    result = CliRunner().invoke(sim, ["tomorrow", "neighbourhood", *options])
    assert result.exit_code == 0, result.output
    said = json.loads(figures.read_text())
    assert said["in"] == ["1002", "1003", "1004"]
    assert "if nobody does anything" in result.output
    lines = load_plan(out).scenario.staffing
    first = said["plans"][0]["staffing"]
    assert [(line.counter, line.person) for line in lines] == [
        (line["counter"], line["person"]) for line in first
    ]
    unknown = CliRunner().invoke(sim, ["tomorrow", "neighbourhood", "--absent", "9"])
    assert unknown.exit_code != 0


@pytest.mark.parametrize(
    ("language", "says"), [("en", "goes to the cash van at 10:"), ("zh", "去接送款。")]
)
def test_the_cash_van_is_in_every_plan_in_both_languages(
    language: str, says: str, tmp_path: Path
) -> None:
    figures = tmp_path / "tomorrow.json"
    options = ["--van", "10:00-11:00", "--no-borrow", "--fresh-days", "20", "--language", language]
    result = CliRunner().invoke(
        sim, ["tomorrow", "neighbourhood", *options, "--json", str(figures)]
    )
    assert result.exit_code == 0, result.output
    plans = json.loads(figures.read_text())["plans"]
    assert all(sum(says in each for each in plan["what_to_do"][language]) == 1 for plan in plans)
    assert says in result.output
