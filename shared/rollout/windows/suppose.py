"""What if a counter were opened now: the same futures once as things stand, once with it."""

from dataclasses import dataclass

import numpy as np

from shared.domain.branch import Branch
from shared.rollout import columns as c
from shared.rollout.branch_arrays import Work
from shared.rollout.windows.demand import Demand
from shared.rollout.windows.look_ahead import RUNS, draw_futures, lived
from shared.rollout.windows.quoted import Outlook
from shared.rollout.windows.work_ahead import work_ahead


@dataclass(frozen=True, slots=True)
class Wondered:
    """The question: this counter open from now on; of whom, and longer than what?

    Asked of everybody who waits now or comes within ``ahead_us``.
    """

    counter: str
    over_us: int
    ahead_us: int


def outlooks(
    branch: Branch, demand: Demand, now_us: int, question: Wondered, seed: int = 0
) -> tuple[Outlook, Outlook]:
    """As things stand, and with the counter open until everybody has left; common draws.

    Raises:
        ValueError: the branch's state is nothing for the kernel.
    """
    usual = list(work_ahead(branch, now_us, demand.roster))
    with_it = list(usual)
    place = branch.rules.counter_index[question.counter]
    with_it[place] = (Work(now_us, -1, is_pause_after=False),)
    before, after = (
        _outlook(branch, demand, now_us, question, tuple(work), seed) for work in (usual, with_it)
    )
    return before, after


def _outlook(
    branch: Branch,
    demand: Demand,
    now_us: int,
    question: Wondered,
    work: tuple[tuple[Work, ...], ...],
    seed: int,
) -> Outlook:
    until_us = now_us + question.ahead_us
    drawn = draw_futures(branch, demand, now_us, until_us, seed=seed, runs=RUNS, work=work)
    out = lived(drawn, drawn.people, drawn.first)
    run = np.repeat(np.arange(drawn.runs), np.diff(drawn.first))
    called_us, state = out[:, c.O_CALLED_US], out[:, c.O_STATE]
    from_us = out[:, c.O_TICKET_US]
    counts = (from_us >= 0) & ((called_us < 0) | (called_us >= now_us))
    left_us = np.where(out[:, c.O_ENDED_US] >= 0, out[:, c.O_ENDED_US], c.FAR)
    until = np.where(called_us >= 0, called_us, left_us)
    is_over = counts & (until - from_us > question.over_us)
    asked = counts & (called_us >= 0) & (state != c.LEFT)
    runs_over = np.unique(run[is_over])
    wait_us = (called_us - from_us)[asked]
    return Outlook(
        chance_0_1=len(runs_over) / drawn.runs,
        over_mean=float(is_over.sum()) / drawn.runs,
        wait_us=int(wait_us.mean()) if len(wait_us) else 0,
    )
