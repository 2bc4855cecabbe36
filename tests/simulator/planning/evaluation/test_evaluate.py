"""What came of a change: verdicts are right as often as they say, and refusals are sentences."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from shared.config.load import load_profile
from shared.reports.event_log import save_log
from simulator.command import sim
from simulator.experiment.compare import compare, groups_of_day
from simulator.experiment.compare_result import comparison_json
from simulator.experiment.engine import choose
from simulator.experiment.replicate import lived
from simulator.experiment.variant import Variant
from simulator.model.plan import Plan, load_plan
from simulator.model.run import run_day
from simulator.model.scenario_staff import Staffing
from simulator.planning.evaluation.evaluate import (
    Evaluation,
    Prediction,
    PredictionUnusable,
    TooFewDays,
    Verdict,
    evaluate,
    read_prediction,
)
from simulator.planning.evaluation.recorded import Days, Sums, recorded_days
from simulator.planning.trial import staffed


@pytest.fixture(scope="module")
def plans() -> tuple[Plan, Plan]:
    """The neighbourhood branch with its staff, and with two counters only."""
    plan = load_plan("neighbourhood")
    return plan, staffed(plan, [Staffing(counter=c.id) for c in plan.rules.counters[:2]])


@pytest.fixture(scope="module")
def said(plans: tuple[Plan, Plan], tmp_path_factory: pytest.TempPathFactory) -> Prediction:
    variants = [Variant("as it is", plans[0]), Variant("two counters", plans[1])]
    found = compare(plans[0], "scenario", "as it is", variants, 300, seed=1)
    path = tmp_path_factory.mktemp("said") / "prediction.json"
    path.write_text(json.dumps(comparison_json(found, 1)))
    return read_prediction(path, None)


def came(plan: Plan, seed: int, days: Sequence[int]) -> Days:
    """Days that "came": simulated ones."""
    results = lived(plan, choose(plan), range(days[0], days[-1] + 1), seed)
    found: Days = {}
    for number, result in zip(days, results, strict=True):
        groups = groups_of_day(plan, result.table)
        found[f"day-{number:03}"] = {
            name: Sums(
                g.arrived,
                len(g.waits_s),
                g.left,
                float(g.waits_s.sum()),
                list(g.over),
                list(g.counted),
            )
            for name, g in groups.items()
        }
    return found


def wait_of(found: Evaluation) -> Verdict:
    """The verdict on everybody's mean wait."""
    return next(
        c.verdict for c in found.changes if (c.group, c.figure) == ("everybody", "mean_wait_s")
    )


def test_a_change_that_does_as_was_said_and_one_that_does_not(
    plans: tuple[Plan, Plan], said: Prediction
) -> None:
    before, after = came(plans[0], 8, range(30)), came(plans[1], 9, range(30))
    assert wait_of(evaluate(said, before, after)) is Verdict.CAME_TRUE
    nothing_changed = evaluate(said, before, came(plans[0], 9, range(30)))
    assert wait_of(nothing_changed) is Verdict.BETTER


def test_true_predictions_are_called_untrue_seldom(
    plans: tuple[Plan, Plan], said: Prediction
) -> None:
    """On 50 branches with two weeks on each side; intervals are a little wide by construction."""
    verdicts = [
        wait_of(
            evaluate(said, came(plans[0], 100 + n, range(10)), came(plans[1], 300 + n, range(10)))
        )
        for n in range(50)
    ]
    untrue = sum(v in (Verdict.BETTER, Verdict.WORSE) for v in verdicts)
    assert untrue <= 7  # 2.5 in 50 expected; more than 7 has a probability of 0.3 %


def test_a_small_change_needs_more_days(plans: tuple[Plan, Plan], said: Prediction) -> None:
    """Said: next to nothing. Ten days cannot tell that from nothing, and the answer says so."""
    wait = said.variant["everybody"]["mean_wait_difference_s"]
    little = {**said.variant, "everybody": {**said.variant["everybody"]}}
    little["everybody"]["mean_wait_difference_s"] = {"estimate": 3.0, "half_width": 0.5}
    changed = Prediction(**{f: getattr(said, f) for f in said.__slots__} | {"variant": little})
    assert wait["estimate"] > 3.0
    found = evaluate(changed, came(plans[0], 8, range(40)), came(plans[0], 9, range(10)))
    assert wait_of(found) is Verdict.TOO_EARLY
    first = found.changes[0]
    assert first.days_needed is None or first.days_needed > 10


def test_the_command_on_event_logs(
    plans: tuple[Plan, Plan], said: Prediction, tmp_path: Path
) -> None:
    """Real logs: the same days by their events."""
    prediction = tmp_path / "prediction.json"
    names = {"as it is": plans[0], "two counters": plans[1]}
    variants = [Variant(name, plan) for name, plan in names.items()]
    found = compare(plans[0], "scenario", "as it is", variants, 30, seed=1)
    prediction.write_text(json.dumps(comparison_json(found, 1)))
    files: dict[str, list[str]] = {"--before": [], "--after": []}
    for option, plan in zip(files, plans, strict=True):
        for number in range(7):
            path = tmp_path / f"{option}{number}.csv"
            day = f"2026-03-{2 + number + 14 * (option == '--after'):02}"
            dated = plan.scenario.model_copy(update={"date": day})
            one = type(plan)(**{**vars(plan), "scenario": dated, "day": day})
            save_log(path, run_day(one, 5, number).events)
            files[option].append(str(path))
    words = [word for option, paths in files.items() for path in paths for word in (option, path)]
    done = CliRunner().invoke(sim, ["evaluate", str(prediction), *words, "--json", "-"])
    assert done.exit_code == 0, done.output
    told = json.loads(done.output)
    assert told["variant"] == "two counters"
    assert min(told["days_before"], told["days_after"]) >= 5
    assert told["changes"][0]["figure"] == "mean_wait_s"
    shown = CliRunner().invoke(sim, ["evaluate", str(prediction), *words])
    assert "“two counters” instead of “as it is”" in shown.output


def test_what_is_no_prediction_is_refused(said: Prediction, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    for text, why in (("no", "not JSON"), ("{}", "'variants' is missing"), ("[1]", "missing")):
        path.write_text(text)
        with pytest.raises(PredictionUnusable, match=why):
            read_prediction(path, None)
    with pytest.raises(TooFewDays, match="only 0 days"):
        evaluate(said, {}, {})


def test_a_day_of_another_type_does_not_count(tmp_path: Path) -> None:
    head = "day,service,arrived,called,ended\n"
    lines = [f"2026-03-{day:02},cash,09:00:00,09:04:00,09:09:00\n" for day in range(2, 17)]
    path = tmp_path / "month.csv"
    path.write_text(head + "".join(lines))
    found = recorded_days([path], load_profile("city"), "pay-day", [180.0])
    assert list(found) == ["2026-03-10", "2026-03-15"]
    assert found["2026-03-10"]["everybody"].over == [1]
