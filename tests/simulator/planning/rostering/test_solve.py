"""On weeks that can be gone through one roster after another the search finds the best."""

import random
from collections.abc import Mapping, Sequence

import pytest

from simulator.planning.rostering.broken import Rule
from simulator.planning.rostering.check import check
from simulator.planning.rostering.model import Wanted
from simulator.planning.rostering.month import Month
from simulator.planning.rostering.need import DayNeed
from simulator.planning.rostering.roster import NOBODY, Duty, Roster, changes, roster_of
from simulator.planning.rostering.score import score
from simulator.planning.rostering.solve import TooFewChanges
from simulator.planning.rostering.weeks import Search, best_roster
from tests.simulator.planning.rostering.every_roster import every_roster, least_cost
from tests.simulator.planning.rostering.small import FILE, WEEK, good, small

NAME = {"zh": "名", "en": "Name"}
HALF_DAYS = [
    {"id": "morning", "name": NAME, "begins": "08:30", "ends": "13:00"},
    {"id": "afternoon", "name": NAME, "begins": "12:30", "ends": "18:00"},
]
LUNCHED = [
    {
        "id": "day",
        "name": NAME,
        "begins": "09:00",
        "ends": "17:00",
        "breaks": [{"minutes": 60, "begins": "12:00", "ends": "14:00"}],
    },
]


def tiny(seed: int, people: int, days: int, shifts: Sequence[Mapping[str, object]]) -> Month:
    """Random contracts, rules and wishes for a few people and days."""
    draw = random.Random(seed)
    contract = {
        "id": "full",
        "hours_week_least": draw.choice([0, 4, 8]),
        "hours_week_most": draw.choice([8, 10, 40]),
        "days_week_most": draw.choice([1, 2, 5]),
        "days_in_a_row_most": draw.choice([1, 2]),
        "rest_h": draw.choice([10, 15, 20]),
    }
    who = [
        {
            "id": "ABC"[number],
            "name": "ABC"[number],
            "contract": "full",
            "skills": ["teller", "keys"] if draw.random() < 0.7 else ["teller"],
            "cash_limit": draw.choice([0, 100]),
            "leave": [{"first": WEEK[draw.randrange(days)]}] if draw.random() < 0.3 else [],
            "wishes": [{"first": WEEK[draw.randrange(days)], "weight": draw.randint(1, 3)}],
        }
        for number in range(people)
    ]
    presence = [
        {"id": "two", "name": NAME, "when": "open", "people": draw.choice([1, 2])},
        {"id": "keys", "name": NAME, "when": "cash", "people": 1, "skill": "keys"},
        {"id": "limit", "name": NAME, "when": "cash", "people": 1, "cash_limit": 50},
        {"id": "opens", "name": NAME, "when": "opening", "people": 1},
    ]
    fair = {"id": "f", "name": NAME, "apart_most": draw.choice([0, 1])}
    first, *_ = shifts
    return small(
        days=days,
        contracts=[contract],
        people=who,
        shifts=shifts,
        presence=draw.sample(presence, 2),
        lunch_away_most=draw.choice([1, 2]),
        needs=[{"skill": "teller", "begins": "10:00", "ends": "14:00", "people": 2}],
        fairness=[{**fair, "shifts": [first["id"]]}] if draw.random() < 0.6 else [],
        cash_counters=["1", "2", "3"],
        skills=[
            {"id": "teller", "name": NAME, "counters": ["1", "2", "3"]},
            {"id": "keys", "name": NAME},
        ],
        absent=draw.choice([0.0, 0.2]),
    )


def holds(month: Month, found: Roster) -> None:
    """Nothing is broken that has no price."""
    priced = {Rule.PRESENCE, Rule.NEED, Rule.HOURS_LEAST, Rule.BREAKS_AT_ONCE, Rule.FAIR}
    assert [b for b in check(found, month) if b.rule not in priced] == []


@pytest.mark.parametrize("seed", range(6))
def test_half_days_of_three_people(seed: int) -> None:
    month = tiny(seed, people=3, days=2, shifts=HALF_DAYS)
    found = best_roster(month, Wanted(), Search(seed=seed))
    holds(month, found.roster)
    assert found.cost == pytest.approx(least_cost(month))
    assert found.bound <= found.cost + 0.5


@pytest.mark.parametrize("seed", range(8, 14))
def test_lunches_of_two_people(seed: int) -> None:
    month = tiny(seed, people=2, days=2, shifts=LUNCHED)
    found = best_roster(month, Wanted(), Search(seed=seed))
    holds(month, found.roster)
    assert found.cost == pytest.approx(least_cost(month))


@pytest.mark.parametrize("seed", range(20, 24))
def test_few_changes_of_a_present_roster(seed: int) -> None:
    month = tiny(seed, people=3, days=2, shifts=HALF_DAYS)
    draw = random.Random(seed)
    present = draw.choice(
        [r for r in every_roster(month) if {b.rule for b in check(r, month)} <= {Rule.NEED}]
        or [NOBODY]
    )
    needs = (DayNeed(WEEK[1], "teller", 720, 900, 3),)
    for most in (0, 1, 2):
        found = best_roster(month, Wanted(needs, present, most), Search(seed=seed))
        holds(month, found.roster)
        assert len(changes(present, found.roster)) <= most
        mine = score(found.roster, month, needs).total
        assert mine == pytest.approx(least_cost(month, needs, present, most))
    free = best_roster(month, Wanted(needs, present), Search(seed=seed))
    assert free.cost == pytest.approx(least_cost(month, needs, present))


def test_too_few_changes_are_refused_with_how_many_it_takes() -> None:
    month = small(
        people=[
            {**person, "leave": [{"first": WEEK[1], "last": WEEK[2]}]}
            if person["id"] == "A"
            else person
            for person in FILE["people"]  # type: ignore[attr-defined]  # the table as TOML has it
        ]
    )
    with pytest.raises(TooFewChanges, match="At least 2 are needed"):
        best_roster(month, Wanted(present=good(), changes_most=1), Search())
    found = best_roster(month, Wanted(present=good(), changes_most=2), Search())
    assert len(changes(good(), found.roster)) == 2


def test_the_same_seed_gives_the_same_roster() -> None:
    month = small()
    one, other = (best_roster(month, Wanted(), Search(seed=3)) for _ in range(2))
    assert one == other
    assert check(one.roster, month) == ()


def test_an_impossible_week_is_answered_with_what_is_missing() -> None:
    month = small(needs=[{"skill": "teller", "begins": "09:00", "ends": "10:00", "people": 9}])
    found = best_roster(month, Wanted(), Search())
    holds(month, found.roster)
    broken = check(found.roster, month)
    assert {b.day for b in broken if b.rule is Rule.NEED} == set(WEEK[:6])
    assert min(b.missing for b in broken if b.rule is Rule.NEED) >= 6


def test_when_it_is_to_stop_there_is_still_an_answer() -> None:
    found = best_roster(small(), Wanted(), Search(should_stop=lambda: True))
    holds(small(), found.roster)


def test_what_was_worked_before_the_period_is_heeded() -> None:
    """Who worked three days before has the first day off: three in a row are the most."""
    before = [
        Duty(day, who, 510, 1020, "teller", "1", ((690, 750),))
        for day in ("2026-10-30", "2026-10-31", "2026-11-01")
        for who in "BCD"
    ]
    found = best_roster(small(), Wanted(fixed=roster_of(before)), Search())
    assert found.roster.on(WEEK[0]) == ()  # and A is on leave
    assert check(roster_of([*before, *found.roster.duties]), small()) != ()
    holds(small(), roster_of([*before, *found.roster.duties]))
