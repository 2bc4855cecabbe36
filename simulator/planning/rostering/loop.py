"""A roster that keeps the standard: program and simulation in turns.

The simulation says how many are needed with each skill in each half-hour of each sort of day; the
program makes the roster; every day of it is lived with its own people, breaks and counters. A day
that does not keep its standard becomes urgent where it lacks some of its needs; where it has all of
them they are raised where customers wait too long (a cut). Then the roster is made again. The best
roster seen is the answer, always; what it is short of has names.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from simulator.planning.journal import Journal
from simulator.planning.rostering.broken import Broken, Rule
from simulator.planning.rostering.check import check
from simulator.planning.rostering.demand import Alike, alike
from simulator.planning.rostering.judge import Judge, Standard, over_limit
from simulator.planning.rostering.model import Wanted
from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.need import DayNeed
from simulator.planning.rostering.need_search import (
    HALF_HOUR_MIN,
    Needs,
    Sort,
    day_needs,
    find_needs,
    needs_of,
)
from simulator.planning.rostering.roster import Roster, roster_of
from simulator.planning.rostering.solve import Answer
from simulator.planning.rostering.weeks import Search, best_roster

#: How often the roster is made again with raised needs.
ROUNDS: Final = 4
#: So many cuts for each day that does not keep its standard.
CUTS: Final = 2
#: What days have to reach, unless somebody says otherwise.
USUAL: Final = Standard()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted of a search for a roster."""

    present: Roster | None = None
    changes_most: int | None = None
    standard: Standard = USUAL
    effort: float = 4.0
    seed: int = 1
    rounds: int = ROUNDS


@dataclass(frozen=True, slots=True)
class Planned:
    """The roster that was found, with what it keeps and what it lacks.

    ``broken`` is the checker's. The ``needs`` that the simulation found are a means: they count as
    missing on days only that do not keep their standard on the days of the search. ``shortfalls``
    is how far each open day is below it there, margin included; <= 0 keeps it.
    """

    answer: Answer
    needs: tuple[DayNeed, ...]
    broken: tuple[Broken, ...]
    shortfalls: dict[str, float]
    rounds: int
    is_cut_short: bool

    @property
    def roster(self) -> Roster:
        """The roster."""
        return self.answer.roster

    @property
    def order(self) -> tuple[int, float, float]:
        """Smaller is better: rules that are broken, then days below the standard, then cost."""
        below = sum(max(0.0, short) for short in self.shortfalls.values())
        rules = sum(broken.rule is not Rule.NEED for broken in self.broken)
        return rules, below, self.answer.cost


OnStep = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class State:
    """Where the search stands: needs of each day, days that lacked some, number of the round."""

    judge: Judge
    needs: dict[str, Needs]
    urgent: frozenset[str]
    round: int


def plan_roster(
    month: Month,
    asked: Asked,
    on_step: OnStep = lambda _what, _done, _of: None,
    should_stop: Callable[[], bool] = lambda: False,
    journal: Journal | None = None,
) -> Planned:
    """The best roster of a month: it keeps rules and standard, or names what it lacks.

    ``on_step(what, done, of)`` hears of "needs" (sorts of days) and "roster" (weeks, all rounds).
    ``journal`` keeps the needs and each week's roster.

    Raises:
        NotPlayed: the compiled kernel does not play a scenario of the month.
        TooFewChanges: the present roster cannot be mended with so few.
    """
    judge, kept = Judge(month, asked.standard), journal or Journal(None, {})
    sorts = _needs_of_sorts(month, judge, kept, on_step, should_stop)
    by_day = {day.iso: dict(sorts[alike(day)]) for day in month.days if day.is_open}
    urgent: set[str] = set()
    best: Planned | None = None
    for number in range(asked.rounds):
        state = State(judge, by_day, frozenset(urgent), number)
        found = _one(month, asked, state, kept, on_step, should_stop)
        if best is None or found.order < best.order:
            best = found
        below = [day for day in month.days if found.shortfalls.get(day.iso, 0.0) > 0]
        if not below or should_stop():
            break
        _press(state, below, found, urgent)
    assert best is not None
    return replace(best, is_cut_short=should_stop())


def _needs_of_sorts(
    month: Month,
    judge: Judge,
    journal: Journal,
    on_step: OnStep,
    should_stop: Callable[[], bool],
) -> dict[Alike, Needs]:
    """The needs of each sort of day; when it is to stop, as far as they are known."""
    days = {alike(day): day for day in reversed(month.days) if day.is_open}
    found: dict[Alike, Needs] = {}
    for number, (sort, day) in enumerate(sorted(days.items())):
        question = f"needs {sort}"
        if question in journal:
            found[sort] = needs_of(journal[question])
        else:
            found[sort] = find_needs(Sort(judge, day, should_stop))
            if not should_stop():
                journal.keep(question, [[*place, n] for place, n in found[sort].items()])
        on_step("needs", number + 1, len(days))
    return found


def _one(
    month: Month,
    asked: Asked,
    state: "State",
    journal: Journal,
    on_step: OnStep,
    should_stop: Callable[[], bool],
) -> Planned:
    """A roster for these needs, and how its days come out."""
    needs = tuple(
        need for day in month.days if day.is_open for need in day_needs(day, state.needs[day.iso])
    )
    before = [d for d in asked.present.duties if d.day < month.days[0].iso] if asked.present else []
    fixed, judge, number = Roster(tuple(before)), state.judge, state.round
    wanted = Wanted(needs, asked.present, asked.changes_most, fixed, state.urgent)
    search = Search(
        asked.effort,
        asked.seed,
        should_stop,
        lambda done, of, _: on_step("roster", number * of + done, asked.rounds * of),
        journal,
    )
    answer = best_roster(month, wanted, search)
    found = shortfalls(judge, answer.roster)
    margin = replace(judge.standard, margin_errors=0.0)
    below = shortfalls(judge.with_standard(margin), answer.roster)
    missing = [need for need in needs if below[need.day] > 0]
    return Planned(
        answer=answer,
        needs=needs,
        broken=check(roster_of([*before, *answer.roster.duties]), month, missing),
        shortfalls=found,
        rounds=number + 1,
        is_cut_short=False,
    )


def shortfalls(judge: Judge, roster: Roster) -> dict[str, float]:
    """How far each open day is below its standard, with the margin."""
    return {
        day.iso: judge.shortfall(day, judge.lines(day, roster.on(day.iso)))
        for day in judge.month.days
        if day.is_open
    }


def _press(state: State, below: Sequence[Day], found: Planned, urgent: set[str]) -> None:
    """Days below their standard become urgent; where nobody is missing their needs are raised."""
    missing = check(found.roster, state.judge.month, found.needs)
    lacking = {broken.day for broken in missing if broken.rule is Rule.NEED}
    for day in below:
        urgent.add(day.iso)
        if day.iso not in lacking:
            _cut(Sort(state.judge, day), state.needs[day.iso], found.roster)


def _cut(sort: Sort, needs: Needs, roster: Roster) -> None:
    """One more than there were, in the half-hours that most customers wait too long for."""
    duties = roster.on(sort.day.iso)
    there = {
        (skill, at): min(
            sum(d.skill == skill and d.is_at_work(minute) for d in duties)
            for minute in (at, at + HALF_HOUR_MIN // 2)
        )
        for skill, at in needs
    }
    free = [place for place in needs if there[place] < sort.room(place[0])]
    tally = sort.judge.tally(sort.day, sort.judge.lines(sort.day, duties))
    if tally is None:
        return
    over = over_limit(tally, sort.judge.targets(sort.day))
    names = list(tally.grid.names)
    weights = {}
    for skill, at in free:
        number = (at - sort.day.opens_min) // HALF_HOUR_MIN
        served = [names.index(service) for service in sort.serves(skill) if service in names]
        rows = over[number : number + 2, :][:, served]
        weights[skill, at] = float(rows.sum()) / (1 + there[skill, at])
    for place in sorted(free, key=lambda each: (-weights[each], each))[:CUTS]:
        needs[place] = max(needs[place], there[place] + 1)
