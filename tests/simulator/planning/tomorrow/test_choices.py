"""What may be chosen for tomorrow, and what may not."""

from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest

from shared.config.rules import clock_us
from shared.domain.errors import FileUnreadable
from simulator.model.plan import Plan, load_plan
from simulator.planning.tomorrow.choices import Choices, Constraints, constraints_of
from simulator.planning.tomorrow.people import PeopleInvalid, away, people_of, without
from simulator.planning.trial import staffed

T = TypeVar("T")


@pytest.fixture(scope="module")
def city() -> Plan:
    return load_plan("city")


def choices_without(plan: Plan, *absent: str, **kept: Any) -> Choices:
    inside = without(people_of(plan), absent)
    return Choices(plan, inside, replace(Constraints(), **kept))


def test_doing_nothing_is_the_staffing_without_who_is_away(city: Plan) -> None:
    found = choices_without(city, "1003")
    lines = found.lines(found.nothing)
    planned = [line for line in city.scenario.staffing if line.counter != "3"]
    assert [(x.counter, x.opens, x.closes, x.pauses) for x in lines] == [
        (x.counter, x.opens, x.closes, x.pauses) for x in planned
    ]
    assert [x.person for x in lines] == [f"100{n}" for n in (1, 2, 4, 5, 6, 7, 8, 9)]
    assert found.is_feasible(found.nothing)
    assert found.free(found.nothing) == ["3"]


def test_random_choices_keep_every_rule(city: Plan) -> None:
    found = choices_without(city, "1003", dual=frozenset({"cash"}))
    source = np.random.default_rng(3)
    for _ in range(25):
        choice = found.any_one(source)
        assert choice is not None
        lines = staffed(city, found.lines(choice)).scenario.staffing
        assert len({line.counter for line in lines}) == len(lines)
        for minute in range(9 * 60, 17 * 60, 5):
            there = [x for x in lines if not any(_in(p, minute) for p in x.pauses)]
            assert len(there) >= 2
        for line in lines:
            for pause in line.pauses:
                assert "11:30" <= pause.begins < pause.ends <= "13:40"


def test_nobody_does_what_they_cannot_nor_sits_where_somebody_sits(city: Plan) -> None:
    found = choices_without(city, "1003")
    adviser = [p.number for p in found.people].index("1008")
    nothing = found.nothing
    moved = replace(nothing, counters=_with(nothing.counters, adviser, "3"))
    assert not found.is_feasible(moved)  # investments and loans: nothing of counter 3
    taken = replace(nothing, counters=_with(nothing.counters, adviser, "1"))
    assert not found.is_feasible(taken)
    late = replace(nothing, lunches=_with(nothing.lunches, adviser, 15 * 60))
    assert not found.is_feasible(late)


def test_who_served_only_there_is_not_left_without_anybody(city: Plan) -> None:
    found = choices_without(city, "1003")
    company = [p.number for p in found.people].index("1005")
    moved = replace(found.nothing, counters=_with(found.nothing.counters, company, "3"))
    assert not found.is_feasible(moved)  # nobody would open accounts for companies


def test_names_that_nobody_has_are_refused(city: Plan, tmp_path: Path) -> None:
    people = people_of(city)
    with pytest.raises(PeopleInvalid, match="“77”"):
        without(people, ["77"])
    with pytest.raises(PeopleInvalid, match="Nobody is left"):
        without(people, [p.number for p in people])
    with pytest.raises(PeopleInvalid, match="“gold”"):
        constraints_of(city, 2, "gold", may_borrow=True)
    with pytest.raises(FileUnreadable):
        away(people, None, tmp_path / "none.csv")


def test_who_is_in_may_come_as_a_file(city: Plan, tmp_path: Path) -> None:
    people = people_of(city)
    file = tmp_path / "in.csv"
    file.write_text("person\n" + "\n".join(p.number for p in people[2:]), encoding="utf-8")
    assert away(people, None, file) == ("1001", "1002")
    assert away(people, "1005, 1001", file) == ("1005", "1001", "1002")
    file.write_text("who\n1001\n", encoding="utf-8")
    with pytest.raises(PeopleInvalid, match="person"):
        away(people, None, file)


def _with(items: tuple[T, ...], place: int, item: T) -> tuple[T, ...]:
    return (*items[:place], item, *items[place + 1 :])


def _in(pause: object, minute: int) -> bool:
    begins, ends = (clock_us(getattr(pause, name)) // 60_000_000 for name in ("begins", "ends"))
    return begins <= minute < ends
