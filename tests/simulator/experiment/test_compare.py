"""Comparing variants on the same days, and what the overload rule is for."""

import io
from dataclasses import asdict, replace
from typing import Any

import pytest
from rich.console import Console

from simulator.experiment.compare import APPOINTMENT, EVERYBODY, Comparison, compare
from simulator.experiment.compare_result import comparison_json
from simulator.experiment.compare_table import print_comparison
from simulator.experiment.engine import Choice, Engine
from simulator.experiment.precision import FEWEST_DAYS, compare_until
from simulator.experiment.variant import Variant, overloads, presets
from simulator.model.other_policy import OVERLOADS, VariantInvalid, VariantUnknown
from simulator.model.plan import load_plan

SALARY_DAY = load_plan("payday120")
SEED, DAYS = 1, 5


@pytest.fixture(scope="module")
def overload() -> Comparison:
    """The salary day at 120 % load under each overload rule, always the same days."""
    variants = overloads(SALARY_DAY, ["all"])
    return compare(SALARY_DAY, "overload rule", "alternate", variants, DAYS, SEED)


def mean_min(found: Comparison, rule: str, group: str) -> float:
    """Mean wait in minutes."""
    return found.outcome(rule).figures(group).mean_wait_s.estimate / 60


def p90_min(found: Comparison, rule: str, group: str) -> float:
    """The wait that nine in ten stay under, in minutes."""
    return found.outcome(rule).figures(group).p90_wait_s.estimate / 60


def test_everybody_is_over_the_limit(overload: Comparison) -> None:
    """Otherwise the day would prove nothing: half of ordinary customers wait over 30 minutes."""
    limits = [limit.within_s for limit in SALARY_DAY.limits]
    assert limits == [900, 1500, 1800]
    for rule in OVERLOADS:
        assert overload.outcome(rule).figures("ordinary").share_over[-1].estimate > 0.5


def test_longest_first_leaves_priority_need_no_meaning(overload: Comparison) -> None:
    """One in ten of them waits as long as one in ten of the others, within a tenth."""
    waits = [p90_min(overload, "longest_first", group) for group in ("priority", "ordinary")]
    assert waits[0] >= 0.9 * waits[1]


def test_alternating_keeps_priority_need_and_appointments(overload: Comparison) -> None:
    """Priority waits half as long as ordinary; ordinary's p90 grows by a fifth at most."""
    for group in ("priority", APPOINTMENT):
        assert p90_min(overload, "alternate", group) <= 0.55 * p90_min(
            overload, "alternate", "ordinary"
        )
        assert mean_min(overload, "alternate", group) <= 22
    for rule in ("none", "longest_first"):
        before = p90_min(overload, rule, "ordinary")
        assert p90_min(overload, "alternate", "ordinary") <= 1.2 * before
        assert mean_min(overload, "alternate", "priority") < mean_min(overload, rule, "priority")
    longest = [mean_min(overload, rule, APPOINTMENT) for rule in ("alternate", "longest_first")]
    assert longest[0] < longest[1]


def test_going_by_score_overtakes_more(overload: Comparison) -> None:
    """What alternating is there for: by score alone ordinary customers are passed more often."""
    passed = {rule: overload.outcome(rule).figures("ordinary").overtaken_most for rule in OVERLOADS}
    assert passed["longest_first"] <= passed["none"] < passed["alternate"] < passed["by_score"]


def test_every_variant_meets_the_same_customers(overload: Comparison) -> None:
    arrived = {o.figures(EVERYBODY).arrived_a_day.estimate for o in overload.outcomes}
    assert len(arrived) == 1
    assert overload.groups == [
        EVERYBODY,
        "ordinary",
        "priority",
        "key",
        "vip",
        "corporate",
        APPOINTMENT,
    ]


def test_the_base_differs_from_itself_by_nothing(overload: Comparison) -> None:
    same = overload.wait_difference_s("alternate", "priority")
    assert (same.estimate, same.half_width) == (0.0, 0.0)
    other = overload.wait_difference_s("longest_first", "priority")
    means = [mean_min(overload, rule, "priority") for rule in ("longest_first", "alternate")]
    assert other.estimate / 60 == pytest.approx(means[0] - means[1])


def test_both_engines_give_the_same_comparison() -> None:
    """Every figure of every group; the result names the engine that lived the days."""
    variants = presets(SALARY_DAY, ["strict", "capped"])
    quick, slow = (
        compare(SALARY_DAY, "preset", "capped", variants, 2, SEED, engine=engine)
        for engine in (None, Engine.SIMPY)
    )
    assert quick.engine == Choice(Engine.COMPILED)
    assert slow.engine == Choice(Engine.SIMPY, "asked for")
    one, other = (comparison_json(found, SEED) for found in (quick, slow))
    assert (one["engine"], other["engine"]) == ("compiled", "simpy")
    for variant in ("strict", "capped"):
        for group in quick.groups:
            mine, theirs = (f.outcome(variant).figures(group) for f in (quick, slow))
            assert asdict(mine) == approx(asdict(theirs))


def test_a_comparison_goes_on_until_its_differences_are_known() -> None:
    """To a twentieth of the base's mean wait, and no further; or as far as it may."""
    plan = load_plan("neighbourhood")
    for wanted_0_1, most_days, is_reached in ((0.05, 5000, True), (0.001, 30, False)):
        found = compare(plan, "preset", "capped", presets(plan, ["strict", "capped"]), 0, SEED)
        told: list[tuple[int, int]] = []

        def tell(done: int, aim: int, told: list[tuple[int, int]] = told) -> None:
            told.append((done, aim))

        reached = compare_until(found, wanted_0_1, SEED, most_days, tell)
        assert reached.is_reached is is_reached
        base = found.outcome("capped").figures(EVERYBODY).mean_wait_s.estimate
        half_width = found.wait_difference_s("strict", EVERYBODY).half_width
        assert reached.reached_0_1 == pytest.approx(half_width / base)
        assert FEWEST_DAYS <= found.days <= most_days
        assert told[-1] == (2 * found.days, 2 * found.days)


def approx(figures: dict[str, Any]) -> dict[str, Any]:
    """The same figures up to rounding, NaN for NaN."""
    return {
        key: approx(value)
        if isinstance(value, dict)
        else tuple(map(approx, value))
        if isinstance(value, tuple)
        else value
        if isinstance(value, str)
        else pytest.approx(value, nan_ok=True)
        for key, value in figures.items()
    }


def test_figures_as_json(overload: Comparison) -> None:
    told = comparison_json(overload, SEED)
    assert (told["day"], told["day_type"], told["base"]) == ("2026-01-15", "pay-day", "alternate")
    assert told["offered_load_0_1"] == pytest.approx(1.2, abs=0.005)
    variants = told["variants"]
    assert isinstance(variants, list)
    assert [v["name"] for v in variants] == list(OVERLOADS)
    assert len({v["policy_hash"] for v in variants}) == len(OVERLOADS)
    assert set(variants[0]["groups"]["priority"]) == {
        "arrived_a_day",
        "mean_wait_s",
        "p90_wait_s",
        "share_over_0_1",
        "overtaken_most",
        "overtaken_most_of_a_day",
        "share_left_0_1",
        "mean_wait_difference_s",
    }


def test_tables_fit_a_terminal(overload: Comparison) -> None:
    page = io.StringIO()
    print_comparison(Console(file=page, width=80), overload)
    lines = page.getvalue().splitlines()
    assert [line for line in lines if "…" in line or len(line) > 80] == []
    assert lines[2] == "Offered load: 120% of all counters together."
    assert " ".join(lines[4].split()) == "mean p90 > 15 min > 30 min passed left"


# ------------------------------------------------------------ variants


def test_all_presets_in_their_order() -> None:
    names = [variant.name for variant in presets(SALARY_DAY, ["all"])]
    assert names == ["first_come", "strict", "growing", "capped", "cost_weighted"]


def test_a_variant_changes_the_policy_and_nothing_else() -> None:
    (same,) = presets(SALARY_DAY, ["capped"])
    assert same == Variant("capped", replace(SALARY_DAY, profile=same.plan.profile))
    assert same.plan.policy_hash == SALARY_DAY.policy_hash
    (other,) = presets(SALARY_DAY, ["strict", "strict"])
    assert other.plan.shifts == SALARY_DAY.shifts
    assert other.plan.policy_hash != SALARY_DAY.policy_hash


def test_a_preset_that_is_not_there() -> None:
    with pytest.raises(VariantUnknown) as refused:
        presets(SALARY_DAY, ["caped"])
    assert str(refused.value) == "There is no preset “caped”. Did you mean “capped”?"


def test_a_preset_that_the_profile_cannot_use() -> None:
    segments = tuple(s.model_copy(update={"rank": 4}) for s in SALARY_DAY.profile.segments)
    profile = SALARY_DAY.profile.model_copy(update={"segments": segments})
    with pytest.raises(VariantInvalid) as refused:
        presets(replace(SALARY_DAY, profile=profile), ["strict"])
    assert str(refused.value) == (
        "With preset “strict” the profile does not fit together: segments: all have rank 4, so "
        "“strict” would call by arrival alone. Give the segment that goes first rank 0, or write "
        "preset = “first_come”."
    )
