"""What a choice costs: the day's bill on few days or on many."""

from dataclasses import replace
from typing import Final

import numpy as np

from simulator.model.plan import Plan
from simulator.planning.cost.bill import ITEMS, Bill, Item, bill
from simulator.planning.cost.prices import Prices
from simulator.planning.journal import Journal
from simulator.planning.tally import Tally
from simulator.planning.tomorrow.choice import Choice
from simulator.planning.tomorrow.choices import Choices
from simulator.planning.trial import Trial, staffed

#: Days of each rung; the last is for the few that might be the best.
RUNGS: Final = (50, 150, 500, 1500, 6000)


class Judge:
    """What a choice costs on a rung's days: staff, overtime, lost customers, waiting."""

    def __init__(
        self, choices: Choices, prices: Prices, seed: int, journal: Journal | None = None
    ) -> None:
        self.choices, self._prices, self._seed = choices, prices, seed
        self._journal = journal or Journal(None, {})
        self._trials: dict[int, Trial] = {}
        self._seen: dict[tuple[int, Choice], float] = {}

    @property
    def last(self) -> int:
        """The number of the last rung of a sweep."""
        return len(RUNGS) - 2

    @property
    def final(self) -> int:
        """The number of the rung on which those that might be the best meet."""
        return len(RUNGS) - 1

    def best_seen(self, count: int) -> list[Choice]:
        """The cheapest that have come to the last rung of a sweep, the cheapest first."""
        seen = {choice: cost for (rung, choice), cost in self._seen.items() if rung == self.last}
        return sorted((c for c in seen if self.choices.is_feasible(c)), key=seen.__getitem__)[
            :count
        ]

    @property
    def looked_at(self) -> int:
        """Different choices so far."""
        return len({choice for _, choice in self._seen})

    def cost(self, choice: Choice, rung: int) -> float:
        """What a mean day costs."""
        key = (rung, choice)
        if key not in self._seen:
            question = f"{rung} {choice}"
            self._seen[key] = self._journal.number(question, lambda: self._lived(choice, rung))
        return self._seen[key]

    def _lived(self, choice: Choice, rung: int) -> float:
        if rung not in self._trials:
            plan = self.choices.plan
            self._trials[rung] = Trial(plan, RUNGS[rung], self._seed * 1_000 + rung)
        plan = staffed(self.choices.plan, self.choices.lines(choice))
        tally = self._trials[rung].whole_days(plan)
        return billed(plan, tally, self._prices, self.choices.day.errands_h).a_day()


def billed(plan: Plan, tally: Tally, prices: Prices, errands_h: float = 0.0) -> Bill:
    """The bill; whoever is sent home unserved in the evening counts like who left.

    The hours of errands are paid, unlike other pauses.
    """
    found = bill(plan, replace(tally, left=tally.arrived - tally.called), prices)
    paid = np.zeros_like(found.by_day)
    paid[:, ITEMS.index(Item.STAFF)] = errands_h * prices.staff_per_hour.value
    return replace(found, by_day=found.by_day + paid)
