"""Plain days have machine code of their own: what it lives is what the code for all days lives."""

from dataclasses import replace

import numpy as np
import pytest

from shared.rollout import run
from shared.rollout.day import ALL, NONE, Day, Ints
from shared.rollout.floor import PLAIN
from shared.rollout.run import Hall, Sums, live_many, live_one
from simulator.model.arrays import to_hall, to_people
from tests.simulator.agreement.branches import DAY, Case, random_case

MINUTE_US = 60_000_000
pytestmark = pytest.mark.timeout(400)  # where nothing is compiled yet, and others compile too


def plain_case(seed: int) -> Case:
    """A random branch without whatever plain days do not have."""
    case = random_case(seed, 60)
    discipline = replace(case.rules.discipline, ratios=())
    customers = tuple(each._replace(acts=(), machine=0) for each in case.customers)
    return replace(
        case, rules=replace(case.rules, discipline=discipline), customers=customers, floor=PLAIN
    )


def arrays(case: Case) -> tuple[Hall, Ints]:
    hall = to_hall(case.rules, case.shifts, case.kiosks, DAY, recall_after_us=case.recall_us)
    return hall, to_people(case.rules, case.customers)


def several(hall: Hall, people: Ints) -> Sums:
    """The same day twice."""
    first = np.array([0, len(people), 2 * len(people)], dtype=np.int64)
    limits_us = (5 * MINUTE_US, 3)
    twice = np.concatenate([people, people])
    return live_many(hall, twice, first, limits_us=limits_us, keeps_outcomes=True)


def test_plain_days_are_lived_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    choose, taken = run._extras, []

    def noted(*given: object) -> object:
        taken.append(choose(*given))  # type: ignore[arg-type]  # passes on what it is given
        return taken[-1]

    for seed in range(120):
        hall, people = arrays(plain_case(seed))
        monkeypatch.setattr(run, "_extras", noted)
        plain = several(hall, people)
        monkeypatch.setattr(run, "_extras", lambda *_: ALL)
        full = several(hall, people)
        for name in ("figures", "desks", "days", "worked", "served", "blocked", "out"):
            assert np.array_equal(getattr(plain, name), getattr(full, name)), (seed, name)
    assert taken == [NONE] * 120


def test_days_with_a_trace_are_no_plain_days() -> None:
    hall, people = arrays(plain_case(1))
    day: Day = live_one(hall, people)
    assert len(day.trace) > 0
    assert np.array_equal(day.out, several(hall, people).out[: len(people)])
