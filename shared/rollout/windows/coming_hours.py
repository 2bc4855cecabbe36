"""What the half-hours to come are expected to bring: the usual wait of who comes then."""

from collections import defaultdict
from typing import Final

import numpy as np

from shared.domain.branch import Branch
from shared.rollout import columns as c
from shared.rollout.columns import HALF_HOUR_US
from shared.rollout.windows.demand import Demand
from shared.rollout.windows.look_ahead import draw_futures, lived

RUNS: Final = 96
#: A half-hour in which fewer of all runs' customers come for a service tells nothing of it.
FEWEST: Final = 20

#: Begin of the half-hour and mean wait, microseconds.
Hour = tuple[int, int]


def coming_hours(
    branch: Branch, demand: Demand, now_us: int, seed: int = 0
) -> dict[str, tuple[Hour, ...]]:
    """By service, for each whole half-hour from now to the last ticket; times from midnight.

    Of those who are called; empty where nobody knows who comes, or when tickets end.
    """
    hours = branch.today.hours
    if hours is None or demand.rates is None:
        return {}
    drawn = draw_futures(branch, demand, now_us, hours.last_ticket_us, seed=seed, runs=RUNS)
    out = lived(drawn, drawn.people, drawn.first)
    known = len(drawn.taken.known)
    comes = np.ones(len(out), dtype=np.bool_)
    comes[(drawn.first[:-1, None] + np.arange(known)).ravel()] = False
    comes &= out[:, c.O_CALLED_US] >= 0
    ticket_us = out[comes, c.O_TICKET_US]
    wait_us = out[comes, c.O_CALLED_US] - ticket_us
    slot, service = ticket_us // HALF_HOUR_US, drawn.people[comes, c.P_SERVICE]
    found: dict[str, list[Hour]] = defaultdict(list)
    for number in range(int(-(-now_us // HALF_HOUR_US)), hours.last_ticket_us // HALF_HOUR_US):
        for each in branch.rules.services:
            mine = wait_us[(slot == number) & (service == each.index)]
            if len(mine) >= FEWEST:
                found[each.id].append((number * HALF_HOUR_US, int(mine.mean())))
    return {name: tuple(mine) for name, mine in found.items()}
