"""Formulas against the exact figures of the reference, to 1e-6."""

import json
from typing import Any

import pytest

from simulator.experiment import theory
from tests.simulator.golden import FOLDER

EXACT: dict[str, Any] = json.loads((FOLDER / "exact.json").read_text(encoding="utf-8"))


def near(value: float) -> object:
    return pytest.approx(value, rel=1e-6)


@pytest.mark.parametrize("case", EXACT["erlang_c"])
def test_erlang_c(case: dict[str, float]) -> None:
    found = theory.erlang_c(case["lam"], case["mu"], int(case["c"]))
    assert found.p_wait == near(case["P_wait"])
    assert found.mean_wait_min == near(case["Wq"])
    assert found.mean_queue == near(case["Lq"])
    assert found.occupancy == near(case["rho"])
    for key, value in case.items():
        if key.startswith("P_wait_gt_"):
            assert found.p_wait_over(float(key.removeprefix("P_wait_gt_"))) == near(value)


@pytest.mark.parametrize("case", EXACT["erlang_a"])
def test_erlang_a(case: dict[str, float]) -> None:
    found = theory.erlang_a(case["lam"], case["mu"], int(case["c"]), case["theta"])
    assert found.p_wait == near(case["P_wait"])
    assert found.p_abandon == near(case["P_ab"])
    assert found.mean_wait_min == near(case["E_W"])
    assert found.mean_queue == near(case["Lq"])
    assert found.occupancy == near(case["occupancy"])


@pytest.mark.parametrize("case", EXACT["cobham"])
def test_cobham(case: dict[str, Any]) -> None:
    found = theory.cobham(case["lams"], case["mu"], case["c"])
    assert found == [near(wait) for wait in case["Wq"]]


@pytest.mark.parametrize("case", EXACT["pollaczek_khinchine"])
def test_pollaczek_khinchine(case: dict[str, float]) -> None:
    found = theory.pollaczek_khinchine(case["lam"], case["mean"], case["cv"])
    assert found == near(case["Wq"])


def test_an_overloaded_queue_has_no_steady_state() -> None:
    with pytest.raises(theory.Unstable):
        theory.erlang_c(5.0, 1.0, 5)
    with pytest.raises(theory.Unstable):
        theory.pollaczek_khinchine(0.2, 6, 1)


def test_erlang_a_without_impatience_is_erlang_c() -> None:
    patient = theory.erlang_c(0.7, 1 / 6, 6)
    nearly = theory.erlang_a(0.7, 1 / 6, 6, 1e-9)
    assert nearly.p_wait == pytest.approx(patient.p_wait, rel=1e-6)
    assert nearly.mean_wait_min == pytest.approx(patient.mean_wait_min, rel=1e-6)
