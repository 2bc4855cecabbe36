"""The same days lived under two plans, some at a time, so that one can look, wait, or stop."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from simulator.console.study.draft import Draft
from simulator.experiment.bounds import check_size
from simulator.experiment.compare import Comparison, Outcome, groups_of_day
from simulator.experiment.day_result import DayResult
from simulator.experiment.engine import choose
from simulator.experiment.replicate import lived, study_of
from simulator.experiment.variant import Variant
from simulator.model.plan import Plan

#: Days between two looks at whether to stop: a tenth of a second of a city branch.
AT_ONCE: Final = 20
NAMES: Final = ("A", "B")


@dataclass
class Lives:
    """The days that have been lived under each plan; ``wanted`` is how many were asked for."""

    comparison: Comparison
    wanted: int
    seed: int
    days: list[list[DayResult]] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether all days that were asked for are there."""
        return self.comparison.days >= self.wanted

    @property
    def plans(self) -> list[Plan]:
        """The plans, in the order of ``NAMES``."""
        return [outcome.variant.plan for outcome in self.comparison.outcomes]


def live(
    drafts: Sequence[Draft],
    days: int,
    seed: int,
    on_step: Callable[[int, int], None] = lambda _done, _of: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Lives:
    """Live so many days under each draft; a recorded day is one.

    ``on_step(done, of)`` is told in days. When it should stop, what has been lived under all plans
    is the answer.

    Raises:
        ScenarioInvalid, VariantInvalid: a draft does not fit together.
        StudyTooLarge: so many days would be too many customers.
    """
    customers = drafts[0].case.customers
    plans = [draft.plan() for draft in drafts]
    names = NAMES[: len(plans)]
    wanted = days if customers is None else 1
    variants = [Variant(name, plan) for name, plan in zip(names, plans, strict=True)]
    outcomes = [Outcome(variant, choose(variant.plan)) for variant in variants]
    found = Lives(
        Comparison(plans[0], "plan", names[0], outcomes), wanted, seed, [[] for _ in plans]
    )
    for plan in plans:
        check_size(plan, wanted * len(plans))
    on_step(0, wanted)
    while not found.is_whole and not should_stop():
        numbers = range(found.comparison.days, min(found.comparison.days + AT_ONCE, wanted))
        for outcome, kept in zip(outcomes, found.days, strict=True):
            plan = outcome.variant.plan
            results = (
                lived(plan, outcome.engine, numbers, seed)
                if customers is None
                else study_of(plan, customers).days
            )
            kept += results
            outcome.days += [groups_of_day(plan, result.table) for result in results]
        on_step(found.comparison.days, wanted)
    return found
