"""What may be chosen for tomorrow, and what may not."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from shared.config.rules import clock_us
from shared.domain.errors import FileUnreadable
from simulator.model.plan import Plan, load_plan
from simulator.model.scenario_staff import Pause, Staffing
from simulator.planning.tomorrow.choice import Own, Trip, joined
from simulator.planning.tomorrow.choices import Choices
from simulator.planning.tomorrow.constraints import Constraints, constraints_of, errands_of
from simulator.planning.tomorrow.people import PeopleInvalid, away, people_of, without
from simulator.planning.trial import staffed


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
    own = nothing.people[adviser]
    moved = nothing.with_own({adviser: replace(own, counters=("3",))})
    assert not found.is_feasible(moved)  # investments and loans: nothing of counter 3
    taken = nothing.with_own({adviser: replace(own, counters=("1",))})
    assert not found.is_feasible(taken)
    late = nothing.with_own({adviser: replace(own, lunch=15 * 60)})
    assert not found.is_feasible(late)


def test_who_served_only_there_is_not_left_without_anybody(city: Plan) -> None:
    found = choices_without(city, "1003")
    company = [p.number for p in found.people].index("1005")
    own = found.nothing.people[company]
    moved = found.nothing.with_own({company: replace(own, counters=("3",))})
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


def with_van(plan: Plan, window: str, by: str | None = None, **kept: Any) -> Choices:
    people = people_of(plan)
    errands = errands_of(plan, people, [window], 20, by, "cash")
    return Choices(plan, people, replace(Constraints(), **kept), errands)


def test_somebody_who_can_goes_to_the_cash_van_within_its_time(city: Plan) -> None:
    found = with_van(city, "11:30-13:00")
    assert found.nothing.trips == (Trip(1, 11 * 60 + 30),)  # the first who is not at lunch
    source = np.random.default_rng(5)
    for _ in range(15):
        choice = found.any_one(source)
        assert choice is not None
        person = found.people[choice.trips[0].person]
        assert "cash" in person.skills
        lines = [line for line in found.lines(choice) if line.person == person.number]
        trips = [p for line in lines for p in line.pauses if p.reason == "cash"]
        assert [(clock_us(p.ends) - clock_us(p.begins)) // 60_000_000 for p in trips] == [20]
        assert "11:30" <= trips[0].begins < trips[0].ends <= "13:00"
        lunch = next(p for line in lines for p in line.pauses if p.reason == "lunch")
        assert trips[0].ends < lunch.begins or lunch.ends < trips[0].begins
    named = with_van(city, "10:00-10:30", by="1003")
    assert {choice.trips[0].person for choice in named.other_times(named.nothing)} == {2}


def test_dual_control_holds_while_somebody_is_at_the_cash_van(city: Plan) -> None:
    found = with_van(city, "10:00-10:30", dual=frozenset({"exchange"}))
    goes = Trip(1, 10 * 60)  # only counter 2 and the VIP counter exchange money
    assert found.nothing.trips == (Trip(0, 10 * 60),)
    assert not found.is_feasible(replace(found.nothing, trips=(goes,)))


@pytest.mark.parametrize(
    ("window", "by", "skill", "says"),
    [
        ("at ten", None, "cash", "“at ten” is no time"),
        ("10:00-10:15", None, "cash", "too short for a cash van of 20 minutes"),
        ("10:00-11:00", "1999", "cash", "number “1999”"),
        ("10:00-11:00", None, "gold", "no service “gold”"),
        ("07:00-08:00", None, "cash", "between 07:00 and 08:00"),
    ],
)
def test_a_van_that_nobody_can_see_to_is_refused(
    city: Plan, window: str, by: str | None, skill: str, says: str
) -> None:
    people = people_of(city)

    def first() -> Trip:
        errands = errands_of(city, people, [window], 20, by, skill)
        return Choices(city, people, Constraints(), errands).nothing.trips[0]

    with pytest.raises(PeopleInvalid, match=says):
        first()


@pytest.fixture(scope="module")
def moving(city: Plan) -> Plan:
    """1003 is at counter 3 until noon and at counter 4 from then on, where nobody sits before."""
    staffing = tuple(x for x in city.scenario.staffing if x.counter not in ("3", "4"))
    lunch = (Pause(begins="12:15", ends="12:55", reason="lunch"),)
    two = (
        Staffing(counter="3", closes="12:00", person="1003"),
        Staffing(counter="4", opens="12:00", person="1003", pauses=lunch),
    )
    return staffed(city, (*staffing, *two))


def test_who_works_at_two_counters_is_one_person_who_moves(moving: Plan) -> None:
    found = choices_without(moving)
    place = [p.number for p in found.people].index("1003")
    assert len(found.people[place].lines) == 2
    own = found.nothing.people[place]
    assert own == Own(("3", "4"), 12 * 60 + 15)
    later = found.nothing.with_own({place: replace(own, later_min=60, lunch=12 * 60)})
    lines = [line for line in found.lines(later) if line.person == "1003"]
    assert [(x.counter, x.opens, x.closes, len(x.pauses)) for x in lines] == [
        ("3", None, "13:00", 1),
        ("4", "13:00", None, 0),
    ]
    between = found.nothing.with_own({place: replace(own, lunch=11 * 60 + 30)})
    assert not found.is_feasible(between)  # at noon somebody moves who is at lunch


def test_moves_lunches_and_counters_of_who_moves_are_all_near(moving: Plan) -> None:
    found = choices_without(moving)
    place = [p.number for p in found.people].index("1003")
    near = [c.people[place] for c in found.other_times(found.nothing)]
    assert {own.later_min for own in near} == {-60, -30, 0, 30, 60}
    places = [c.people[place].counters for c in found.other_counters(found.nothing)]
    assert ("4", "4") in places  # counter 4 is free in the morning: then nobody moves
    assert ("4", "3") in places  # the other way round
    source = np.random.default_rng(2)
    drawn = [c.people[place] for c in (found.any_one(source) for _ in range(30)) if c is not None]
    assert any(own.later_min for own in drawn)
    assert any(own.counters != ("3", "4") for own in drawn)


def test_changes_of_different_people_are_joined(city: Plan) -> None:
    found = with_van(city, "10:00-11:00")
    base = found.nothing
    one = base.with_own({0: replace(base.people[0], lunch=720)})
    same = base.with_own({0: replace(base.people[0], lunch=735)})
    other = base.with_trip(0, Trip(3, 615))
    assert list(joined(base, [one, same, other])) == [one, one.with_trip(0, Trip(3, 615))]


def _in(pause: object, minute: int) -> bool:
    begins, ends = (clock_us(getattr(pause, name)) // 60_000_000 for name in ("begins", "ends"))
    return begins <= minute < ends
