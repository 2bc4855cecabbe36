"""More machines and fewer: who finds one, the same in both engines, and what is refused."""

from pathlib import Path

import pytest

from shared.domain.errors import ScenarioInvalid
from simulator.experiment.engine import Engine
from simulator.experiment.replicate import replicate
from simulator.model.machine_count import counts_of, kinds, with_machines
from simulator.model.plan import Plan, load_plan, to_plan
from simulator.planning.cost.bill import equipment_of
from tests.simulator.same_days import assert_same

FULL = load_plan("city-full")


def written(folder: Path, lines: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(f'based_on = "city-full"\nmachines = [{lines}]\n', encoding="utf-8")
    return path


def plan_of(folder: Path, lines: str) -> Plan:
    return load_plan(written(folder, lines))


def machines(plan: Plan) -> list[str]:
    return [machine.id for machine in plan.profile.machines]


def test_more_of_one_are_like_it_and_one_less_is_gone(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, '{ machine = "atm-1", count = 0 }, { machine = "stm-1", count = 3 }')
    assert machines(plan) == ["atm-2", "stm-1", "stm-1-more-1", "stm-1-more-2", "print-1"]
    assert equipment_of(plan) == (2, 5)
    assert to_plan(plan.scenario, plan.profile) == plan


def test_machines_of_a_kind_are_counted_together() -> None:
    cash = kinds(FULL.profile)[0]
    assert [machine.id for machine in cash] == ["atm-1", "atm-2"]
    for count in range(5):
        changed = with_machines(FULL.profile, counts_of(cash, count))
        assert len(changed.machines) == 2 + count
    assert counts_of(cash, 2) == ()


@pytest.mark.parametrize("count", [0, 2])
def test_both_engines_know_the_machines_that_there_are(tmp_path: Path, count: int) -> None:
    names = ("atm-1", "atm-2", "stm-1", "print-1")
    lines = ", ".join(f'{{ machine = "{name}", count = {count} }}' for name in names)
    plan = plan_of(tmp_path, lines)
    quick, slow = replicate(plan, 3, 5), replicate(plan, 3, 5, engine=Engine.SIMPY)
    assert quick.chosen.engine is Engine.COMPILED
    for one, other in zip(slow.days, quick.days, strict=True):
        assert_same(one, other)
    halls = [day.hall for day in quick.days]
    usual = [day.hall for day in replicate(FULL, 3, 5).days]
    taken, before = (sum(hall.diverted for hall in of if hall) for of in (halls, usual))
    assert taken > before if count else taken == 0


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ('{ machine = "atm-3", count = 2 }', "machines.1.machine: there is no “atm-3”."),
        (
            '{ machine = "atm-1", count = 2 }, { machine = "atm-1", count = 1 }',
            "machines.2: “atm-1” stands there twice. Join the two.",
        ),
    ],
)
def test_refusals_name_the_place(tmp_path: Path, lines: str, sentence: str) -> None:
    with pytest.raises(ScenarioInvalid) as refused:
        plan_of(tmp_path, lines)
    assert sentence in str(refused.value)
