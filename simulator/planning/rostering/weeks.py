"""A month week by week: small programs that are solved to the end, and a bound for all of it.

Weeks hang together by rest, days in a row and fair parts only. Each week by itself, without these,
costs at least what its own program says: the sum is a bound for the month (a relaxation). The
roster is made one week after another with the weeks before fixed; where it is not near the bound
then, each week is looked at once more with all others fixed.
"""

from collections.abc import Callable
from dataclasses import astuple, dataclass, field, replace
from math import isinf
from typing import Final

from simulator.planning.journal import Journal, fingerprint
from simulator.planning.rostering.broken import Rule
from simulator.planning.rostering.check import check
from simulator.planning.rostering.model import Wanted
from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.roster import NOBODY, Roster, roster_of
from simulator.planning.rostering.score import score
from simulator.planning.rostering.solve import EFFORT, Answer, answer_of, program_of, solve

#: A roster that costs so little more than the bound is as good as the best.
NEAR: Final = 0.5
#: From here on a second look at each week is not worth its time.
NEAR_ENOUGH_0_1: Final = 0.01
Stops = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Search:
    """How much work may go into each week, and when to end before that."""

    effort: float = EFFORT
    seed: int = 1
    should_stop: Stops = lambda: False
    on_step: Callable[[int, int, float], None] = lambda _done, _of, _best: None
    journal: Journal = field(default_factory=lambda: Journal(None, {}))


def best_roster(month: Month, wanted: Wanted, search: Search, hint: Roster | None = None) -> Answer:
    """The best roster of a month that the search finds, with its bound.

    With a most of changes the whole month is one program: changes may be anywhere.

    Raises:
        TooFewChanges: the present roster cannot be mended with so few.
    """
    if wanted.changes_most is not None:
        return _whole(month, wanted, search)
    weeks = weeks_of(month)
    alone = []
    for number, week in enumerate(weeks):
        part = _days_of(month, week)
        alone.append(_solved(part, replace(wanted, fixed=NOBODY), search, hint))
        search.on_step(number + 1, 3 * len(weeks), float("nan"))
    bound = sum(answer.bound for answer in alone)
    found = roster_of([*wanted.fixed.duties, *(d for a in alone for d in a.roster.duties)])
    if _cost(found, month, wanted) > bound + NEAR or not _holds_together(found, month):
        found = _in_turn(month, wanted, search, found, bound)
    cost = _cost(found, month, wanted)
    inside = roster_of(duty for duty in found.duties if duty.day in month.by_day)
    return Answer(inside, cost, bound, cost <= bound + NEAR)


def _holds_together(roster: Roster, month: Month) -> bool:
    """Whether weeks that were made by themselves keep the rules between weeks."""
    between = (Rule.REST, Rule.IN_A_ROW, Rule.FAIR)
    return not any(broken.rule in between for broken in check(roster, month))


def _in_turn(month: Month, wanted: Wanted, search: Search, hint: Roster, bound: float) -> Roster:
    """One week after another; then once more each, with all others fixed."""
    weeks, found = weeks_of(month), wanted.fixed
    for number, week in enumerate(weeks):
        found = _with_week(month, wanted, search, week, found, hint)
        search.on_step(len(weeks) + number + 1, 3 * len(weeks), float("nan"))
    best = _cost(found, month, wanted)
    for number, week in enumerate(weeks):
        if search.should_stop() or best - bound <= NEAR_ENOUGH_0_1 * abs(best):
            break
        other = _with_week(month, wanted, search, week, found, found)
        if (cost := _cost(other, month, wanted)) < best - NEAR:
            found, best = other, cost
        search.on_step(2 * len(weeks) + number + 1, 3 * len(weeks), best)
    return found


def _with_week(
    month: Month, wanted: Wanted, search: Search, week: str, found: Roster, hint: Roster
) -> Roster:
    """This week made anew, everything else as it is; where nothing was found, as in the hint."""
    part = _days_of(month, week)
    fixed = roster_of(duty for duty in found.duties if duty.day not in part.by_day)
    answer = _solved(part, replace(wanted, fixed=fixed), search, hint, month)
    week_roster = hint if isinf(answer.cost) else answer.roster
    new = (duty for duty in week_roster.duties if duty.day in part.by_day)
    return roster_of([*fixed.duties, *new])


def _whole(month: Month, wanted: Wanted, search: Search) -> Answer:
    """All weeks as one program, beginning at the present roster."""
    longer = replace(search, effort=search.effort * max(1, len(month.days) // 7))
    return _solved(month, wanted, longer, wanted.present, month)


def _solved(
    part: Month, wanted: Wanted, search: Search, hint: Roster | None, whole: Month | None = None
) -> Answer:
    """The program of these days solved, or as the journal has it. What was cut short is not kept.

    The same program, effort and seed give the same roster, so that all of them are the question.
    """
    asked = {
        "days": [day.iso for day in part.days],
        "needs": [astuple(need) for need in wanted.needs],
        "rosters": [roster and astuple(roster) for roster in (wanted.present, wanted.fixed, hint)],
        "changes_most": wanted.changes_most,
        "urgent": sorted(wanted.urgent),
        "whole": whole is not None,
        "work": [search.effort, search.seed],
    }
    question = f"roster {fingerprint(asked)}"
    if question in search.journal:
        return answer_of(search.journal[question])
    program = program_of(part, wanted, whole)
    answer = solve(program, search.effort, search.seed, hint, search.should_stop)
    if not search.should_stop():
        search.journal.keep(question, astuple(answer))
    return answer


def weeks_of(month: Month) -> list[str]:
    """The Mondays of the weeks of a month."""
    return list(dict.fromkeys(day.week for day in month.days))


def _days_of(month: Month, week: str) -> Month:
    days: tuple[Day, ...] = tuple(day for day in month.days if day.week == week)
    return Month(month.file, month.profile, days, month.folder)


def _cost(roster: Roster, month: Month, wanted: Wanted) -> float:
    return score(roster, month, wanted.needs, wanted.present, wanted.urgent).total
