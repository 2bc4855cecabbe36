"""The checker finds nothing wrong in a good roster, and everything that is done to it."""

from collections.abc import Callable
from dataclasses import replace
from time import process_time

from hypothesis import assume, given
from hypothesis import strategies as st

from simulator.planning.rostering.broken import Broken, Rule, sentence
from simulator.planning.rostering.check import check, shortages
from simulator.planning.rostering.month import load_month
from simulator.planning.rostering.need import DayNeed
from simulator.planning.rostering.roster import Duty, Roster, changes, roster_of
from tests.simulator.planning.rostering.small import WEEK, good, small

GOOD = good()
MONTH = small()
Mutation = Callable[[list[Duty], int], list[Duty]]


def changed(duties: list[Duty], place: int, **what: object) -> list[Duty]:
    """One duty different in something."""
    return [*duties[:place], replace(duties[place], **what), *duties[place + 1 :]]  # type: ignore[arg-type]  # names of fields


def without(duties: list[Duty], *, day: str = "", person: str = "") -> list[Duty]:
    """Nobody on that day, or of that name, or both."""
    return [d for d in duties if (day and d.day != day) or (person and d.person != person)]


def added(duties: list[Duty], day: str, person: str, counter: str = "9") -> list[Duty]:
    """One duty more."""
    return [*duties, Duty(day, person, 510, 1020, "teller", counter, ((690, 750),))]


def other_times(duties: list[Duty], place: int, begins: int) -> list[Duty]:
    """A duty that begins at another time and is as long."""
    return changed(duties, place, begins_min=begins, ends_min=begins + 510)


def same_counter(duties: list[Duty], place: int) -> list[Duty]:
    """At the counter of a colleague of that day."""
    other = next(d for d in duties if d.day == duties[place].day and d != duties[place])
    return changed(duties, place, counter=other.counter)


def same_lunch(duties: list[Duty], place: int) -> list[Duty]:
    """Away together with a colleague of that day."""
    other = next(d for d in duties if d.day == duties[place].day and d != duties[place])
    return changed(duties, place, breaks=other.breaks)


def seated(duties: list[Duty], place: int) -> list[Duty]:
    """Two of a day without a counter."""
    day = duties[place].day
    return [replace(d, skill="lead", counter="") if d.day == day else d for d in duties]


def late_early(duties: list[Duty], place: int) -> list[Duty]:
    """Somebody who works the next day too ends late and begins early."""
    one = duties[place]
    nexts = [n for n, d in enumerate(duties) if d.person == one.person and d.day > one.day]
    assume(nexts and WEEK.index(duties[nexts[0]].day) == WEEK.index(one.day) + 1)
    return other_times(other_times(duties, place, 570), nexts[0], 510)


def long_stretch(duties: list[Duty], place: int) -> list[Duty]:
    """Five and a half hours before lunch."""
    noon = duties[place].begins_min + 330
    return changed(duties, place, breaks=((noon, noon + 60),))


def few(duties: list[Duty], place: int) -> list[Duty]:
    """One alone on that day."""
    day = duties[place].day
    return [d for d in duties if d.day != day or d == duties[place]]


MUTATIONS: dict[Rule, Mutation] = {
    Rule.PERSON: lambda duties, n: changed(duties, n, person="X"),
    Rule.CLOSED: lambda duties, n: added(duties, WEEK[6], duties[n].person),
    Rule.LEAVE: lambda duties, _: added(duties, WEEK[0], "A"),
    Rule.TWICE: lambda duties, n: added(duties, duties[n].day, duties[n].person),
    Rule.SHIFT: lambda duties, n: other_times(duties, n, 540),
    Rule.BREAKS: lambda duties, n: changed(duties, n, breaks=()),
    Rule.STRETCH: long_stretch,
    Rule.SKILL: lambda duties, n: changed(duties, n, skill="keys"),
    Rule.COUNTER: same_counter,
    Rule.SEATS: seated,
    Rule.HOURS_MOST: lambda duties, _: added(duties, WEEK[2], "C"),
    Rule.HOURS_LEAST: lambda duties, n: [
        d for d in duties if d.person != duties[n].person or d.day < WEEK[3]
    ],
    Rule.DAYS_MOST: lambda duties, _: added(duties, WEEK[2], "C"),
    Rule.IN_A_ROW: lambda duties, _: added(duties, WEEK[3], "D"),
    Rule.REST: late_early,
    Rule.PRESENCE: lambda duties, n: without(duties, day=duties[n].day),
    Rule.NEED: few,
    Rule.BREAKS_AT_ONCE: same_lunch,
    Rule.FAIR: lambda duties, n: [d for d in duties if d.person != "CD"[n % 2] or d.day < WEEK[2]],
}


def test_a_good_roster_breaks_nothing() -> None:
    assert check(GOOD, MONTH) == ()


@given(st.sampled_from(sorted(MUTATIONS)), st.integers(0, len(GOOD.duties) - 1))
def test_whatever_is_done_to_it_is_found(rule: Rule, place: int) -> None:
    duties = MUTATIONS[rule](list(GOOD.duties), place)
    found = check(roster_of(duties), MONTH)
    assert rule in {broken.rule for broken in found}
    assert all("%" not in sentence(broken, code) for broken in found for code in ("zh", "en"))


def test_every_rule_is_broken_by_one_of_them() -> None:
    assert set(MUTATIONS) == set(Rule)


def test_a_shortage_names_day_time_skill_and_how_many() -> None:
    needs = [DayNeed(WEEK[1], "teller", 540, 600, 5)]
    short = shortages(check(GOOD, MONTH, needs))
    assert [(b.day, b.begins_min, b.ends_min, b.what, b.missing) for b in short] == [
        (WEEK[1], 540, 570, "teller", 4),
        (WEEK[1], 570, 600, "teller", 2),
    ]
    assert sentence(short[0]) == f"{WEEK[1]} 09:00-09:30: 1 at work as teller, 5 needed"


def test_cash_wants_somebody_who_may_approve_only_while_it_is_open() -> None:
    limit = {"id": "big", "name": {"zh": "大额", "en": "Big"}, "when": "cash", "people": 1}
    month = small(presence=[{**limit, "cash_limit": 100}])
    found = {(b.day, b.begins_min, b.ends_min) for b in check(GOOD, month)}
    assert (WEEK[2], 540, 1020) in found  # C is off on that day
    elsewhere = roster_of(replace(d, counter="3") for d in GOOD.duties if d.counter == "3")
    assert Rule.PRESENCE not in {b.rule for b in check(elsewhere, month)}


def test_what_was_worked_before_the_period_counts_for_rest_and_days_in_a_row() -> None:
    before = [
        Duty(day, "B", 570, 1080, "teller", "1", ((690, 750),))
        for day in ("2026-10-30", "2026-10-31", "2026-11-01")
    ]
    found = check(roster_of([*GOOD.duties, *before]), MONTH)
    assert {(b.rule, b.day, b.person) for b in found} == {
        (Rule.REST, WEEK[0], "B"),
        (Rule.IN_A_ROW, WEEK[0], "B"),
    }


def test_leave_and_holidays_lessen_the_least_hours() -> None:
    one_less = roster_of(d for d in GOOD.duties if (d.person, d.day) != ("A", WEEK[5]))
    found = {b.rule for b in check(one_less, MONTH)}  # A: 22.5 h, and a day of leave
    assert Rule.HOURS_LEAST not in found
    other = roster_of(d for d in GOOD.duties if (d.person, d.day) != ("B", WEEK[0]))
    assert Broken(Rule.HOURS_LEAST, WEEK[0], "B", found=22.5, wanted=30) in check(other, MONTH)


def test_a_change_is_a_day_of_a_person_that_differs_in_anything() -> None:
    moved = changed(list(GOOD.duties), 0, breaks=((900, 960),))
    assert [(c.day, c.person) for c in changes(GOOD, roster_of(moved))] == [(WEEK[0], "B")]
    assert changes(GOOD, GOOD) == ()
    assert len(changes(GOOD, Roster(()))) == len(GOOD.duties)


def test_twelve_people_and_four_weeks_are_checked_at_once() -> None:
    month = load_month("city-staff")
    skills = {skill.id: skill for skill in month.file.skills}
    duties = []
    for day in month.days:
        free = {name: list(skill.counters) for name, skill in skills.items()}
        for person in month.file.people:
            name = next((s for s in person.skills if free.get(s)), None)
            if day.is_open and name:
                counter = free[name].pop(0)
                duties.append(Duty(day.iso, person.id, 510, 1020, name, counter, ((720, 780),)))
    roster = roster_of(duties)
    check(roster, month)
    took = []
    for _ in range(5):
        begun = process_time()
        check(roster, month)
        took.append(process_time() - begun)
    assert min(took) < 0.02
