"""The fewest counter-half-hours that keep the waiting standard, and how sure that is."""

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Final

from simulator.model.plan import Plan
from simulator.model.scenario_staff import Staffing
from simulator.planning.journal import Journal, name_of
from simulator.planning.staffing.answer import Answer, Wish
from simulator.planning.staffing.bound import least
from simulator.planning.staffing.exchange import exchanged
from simulator.planning.staffing.lab import Lab, Stopped
from simulator.planning.staffing.merged import merged
from simulator.planning.staffing.openings import MINUTES, house_of
from simulator.planning.staffing.shift_search import ShiftSearch
from simulator.planning.staffing.shifts import Duty
from simulator.planning.staffing.standing import (
    OutOfReach,
    Verdict,
    standing,
    verdict_of,
)
from simulator.planning.staffing.start import beginning
from simulator.planning.staffing.trim import Trimmer
from simulator.planning.target import limits_of, targets_of
from simulator.planning.trial import fresh_tally, staffed

#: Above so many places the last steps take longer than they bring.
MOST_EXCHANGED: Final = 64

Step = Callable[[str, int], None]


def _tell_nobody(what: str, now: int) -> None:
    """Progress that nobody asked for."""


def search(
    plan: Plan,
    wish: Wish,
    on_step: Step = _tell_nobody,
    should_stop: Callable[[], bool] = lambda: False,
    journal: Journal | None = None,
) -> Answer:
    """The fewest counter-half-hours for the plan's customers.

    Begins with everything open (one pool: period by period), takes away, adds what lacks on more
    days, exchanges; then looks at fresh days, and at a lower bound. ``on_step`` is told what is
    done and how many counter-half-hours there are now; ``journal`` keeps what was looked at.

    Raises:
        NotPlayed, StudyTooLarge: as ``Trial``.
    """
    return _Search(plan, wish, on_step, should_stop, journal or Journal(None, {})).answer()


class _Search:
    """The steps of one search, with the best staffing so far."""

    def __init__(
        self,
        plan: Plan,
        wish: Wish,
        on_step: Step,
        should_stop: Callable[[], bool],
        journal: Journal,
    ) -> None:
        self._plan, self._wish, self._on_step = plan, wish, on_step
        self._journal, self._should_stop = journal, should_stop
        self._house = house_of(plan)
        self._targets = targets_of(plan) if wish.targets is None else wish.targets
        each = self._services() if wish.services is None or wish.services else ()
        if wish.services is None and len(self._house.pools) == 1:
            each = ()
        wanted = standing(self._targets, self._house.count, each)
        self._lab = Lab(plan, wanted, wish.rules, wish.seed, wish.rungs, should_stop, journal)
        self._best = self._house.full
        self._trimmer = Trimmer(plan, self._house, self._lab, wish.at_least)
        self._shifts = (
            ShiftSearch(plan, self._house, self._lab, wish.shifts, wish.at_least)
            if wish.shifts is not None
            else None
        )
        self._begun = perf_counter()
        self._seconds: dict[str, float] = {}

    def _services(self) -> tuple[str, ...]:
        return tuple(service.id for service in self._plan.rules.services)

    def answer(self) -> Answer:
        """Search, check, bound."""
        was_cut_short = False
        unreached: tuple[OutOfReach, ...] = ()
        try:
            unreached = self._within_reach()
            self._improve()
        except Stopped:
            was_cut_short = True
        self._lap("search")
        lines = self._lines()
        fresh = self._fresh(lines)
        self._lap("fresh_check")
        least_min = None if was_cut_short else self._bound()
        self._lap("bound")
        shifts = self._shifts
        return Answer(
            self._plan,
            self._wish,
            self._house,
            self._lab.standing,
            lines,
            None if shifts else self._best,
            tuple(shifts.best) if shifts else (),
            _paid_min(shifts.best) if shifts else MINUTES * int(self._best.sum()),
            least_min,
            fresh,
            unreached,
            shifts is None or shifts.is_found,
            was_cut_short,
            self._lab.lived,
            self._seconds,
        )

    def _lines(self) -> tuple[Staffing, ...]:
        return self._house.staffing(self._best) if self._shifts is None else self._shifts.lines()

    def _within_reach(self) -> tuple[OutOfReach, ...]:
        """Lower what cannot be reached; what that was."""
        best = self._lab.look(self._house.staffing(self._house.full), min(1, self._lab.top))
        wanted, rules = self._lab.standing, self._wish.rules
        names = [self._house.clock(n) for n in range(self._house.count)]
        found = wanted.out_of_reach(best, rules, names)
        if found:
            self._lab.lower(wanted.within_reach(best, rules))
        return found

    def _improve(self) -> None:
        if self._shifts is None:
            self._improve_openings(self._trimmer)
            return
        self._shifts.propose()
        self._on_step("proposed", _paid_min(self._shifts.best) // MINUTES)
        self._shifts.shorten()
        self._on_step("shortened", _paid_min(self._shifts.best) // MINUTES)

    def _improve_openings(self, trimmer: Trimmer) -> None:
        top = self._lab.top
        start = beginning(self._plan, self._house, self._targets, self._wish.at_least)
        is_small = self._house.full.size <= MOST_EXCHANGED
        first = min(1, top) if is_small else 0
        found = trimmer.repair(start, first)
        self._on_step("begun", int(found.sum()))
        found = trimmer.thin(found, first)
        self._on_step("thinned out", int(found.sum()))
        self._best = trimmer.repair(found, top)
        self._on_step("sure", int(self._best.sum()))
        if not is_small:
            self._best = trimmer.spare(self._best, top)
            self._on_step("thinned out again", int(self._best.sum()))
        else:
            self._best = trimmer.thin(self._best, top)
            self._on_step("thinned out again", int(self._best.sum()))
            self._best = exchanged(trimmer, self._best, top)
            self._on_step("exchanged", int(self._best.sum()))

    def _fresh(self, lines: tuple[Staffing, ...]) -> Verdict | None:
        if not self._wish.fresh_days:
            return None
        by = "service" if self._lab.standing.services else "branch"
        limits_s = limits_of(self._targets)
        plan = staffed(self._plan, lines)

        def find() -> object:
            tally = fresh_tally(plan, self._wish.fresh_days, self._wish.seed, by, limits_s)
            return self._lab.standing.judge(tally).as_json()

        return verdict_of(self._journal.ask(f"fresh {name_of(lines)}", find))

    def _bound(self) -> int | None:
        """Minutes at least."""
        width, is_one_pool = self._wish.bound_width, len(self._house.pools) == 1
        if width is None:
            width = 2 if is_one_pool else int(self._shifts is not None)
        try:
            work_min = self._work_min()
            if not width:
                return work_min
            trimmer = self._trimmer if is_one_pool else self._merged()
            if self._shifts is not None:
                return max(work_min, self._shifts.least_min(trimmer) or 0)
            return max(work_min, MINUTES * sum(least(trimmer, width, 0, self._wish.at_least)))
        except Stopped:
            return None

    def _merged(self) -> Trimmer:
        """For the bound: as if everybody could do everything, held against the same shares."""
        plan, wish = merged(self._plan), self._wish
        own = (plan, self._lab.standing, wish.rules, wish.seed, wish.rungs)
        lab = Lab(*own, self._should_stop, self._journal, "merged")
        return Trimmer(plan, house_of(plan), lab, wish.at_least)

    def _work_min(self) -> int:
        """Minutes of work that customers bring, those left out who need not be called in time."""
        share = max(target.share for target in self._targets) - self._wish.rules.tolerance
        full = self._lab.look(self._house.staffing(self._house.full), 0)
        return int(share * full.served_s / 60)

    def _lap(self, name: str) -> None:
        now = perf_counter()
        self._seconds[name] = now - self._begun
        self._begun = now


def _paid_min(duties: Sequence[Duty]) -> int:
    return sum(duty.pattern.paid_min for duty in duties)
