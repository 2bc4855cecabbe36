"""The compiled kernel: branch days a second as ratios to the plain SimPy yardstick, and forecasts.

All on one core by processor time unless said, in the same run as the yardstick. What is switched on
stands in each name.
"""

import statistics
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial

import numpy as np

from shared.dispatch.layout import MINUTE_US
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.rollout import columns as c
from shared.rollout.branch_arrays import Work
from shared.rollout.day import Ints
from shared.rollout.many import F_ARRIVED, F_CALLED, F_WAIT_US
from shared.rollout.run import Hall, live_many
from shared.rollout.snapshot import Snapshot, snapshot
from simulator.model.arrays import draw_people, plan_hall, to_hall, to_people
from simulator.model.bulk import draw_many
from simulator.model.demand import draw_day
from simulator.model.plan import Plan, load_plan
from simulator.model.run import run_customers
from tests.bench.figure import Figure
from tests.bench.golden_plan import golden_plan
from tests.bench.simulating import DAYS, plain_days, yardstick
from tests.bench.turns import Live, in_turns
from tests.simulator import golden

#: Golden days in one call, and days drawn in one.
MANY = 300
#: So many times as many for two threads.
TIMES = 10
MIDDAY_US = 11 * 60 * MINUTE_US
DAY = "2026-01-05"

FIRST_CALL = """
import time
began = time.process_time()
from shared.rollout.run import live_one
from simulator.model.arrays import to_hall, to_people
imported = time.process_time()
from tests.simulator import golden
rules, customers = golden.rules(), golden.customers(0)
began_call = time.process_time()
live_one(to_hall(rules, golden.shifts(), 1, "2026-01-05"), to_people(rules, customers))
print(imported - began + time.process_time() - began_call)
"""


def measure(seconds: float, runs: int = 1000) -> list[Figure]:
    """Every speed of the kernel, and the time of a forecast."""
    hall, people, first = _golden_days()
    city = load_plan("city")
    plain = yardstick()
    given, drawn, mine, sampled, city_model, city_kernel, full_model, full_kernel = in_turns(
        [
            plain_days(),
            lambda: sum(len(plain.run_day(seed=day)) for day in DAYS),
            lambda: _given(hall, people, first),
            partial(_sampled, golden_plan()),
            *_both(city),
            *_both(load_plan("city-full")),
        ],
        5 * seconds,
    )
    return [
        Figure("yardstick, draws given: customers", "/s", (given,)),
        Figure("yardstick, sampling: customers", "/s", (drawn,)),
        Figure("kernel, case 9, draws given: customers", "/s", (mine,)),
        Figure("  to the yardstick with given draws", "x", (mine / given,), least=400),
        Figure("kernel, case 9, sampling, sums by class: customers", "/s", (sampled,)),
        Figure("  to the yardstick with sampling", "x", (sampled / drawn,), least=200),
        Figure("kernel to our SimPy model, city", "x", (city_kernel / city_model,), least=100),
        Figure("  with everything on", "x", (full_kernel / full_model,), least=100),
        Figure("two threads to one, case 9", "x", (_threads(hall, people, first),), least=1.8),
        Figure("first call in a new process, processor time", "s", (first_call_s(),), aim=1),
        Figure(
            f"forecast, city from 11:00, {runs} runs",
            "ms",
            _forecasts_ms(city, runs, seconds),
            aim=100,
        ),
    ]


def _golden_days() -> tuple[Hall, Ints, Ints]:
    """The three golden days again and again."""
    rules = golden.rules()
    days = [to_people(rules, golden.customers(day % len(DAYS))) for day in range(MANY)]
    first = np.cumsum([0, *(len(day) for day in days)], dtype=np.int64)
    return to_hall(rules, golden.shifts(), 1, DAY), np.concatenate(days), first


def _given(hall: Hall, people: Ints, first: Ints, threads: int = 1) -> int:
    return int(live_many(hall, people, first, threads=threads).figures[..., F_ARRIVED].sum())


def _sampled(plan: Plan) -> int:
    """Draws, days and sums: waits, share over two limits, who left, overtakes, utilisation."""
    people, first = draw_many(plan, 1, MANY)
    limits_us = (5 * MINUTE_US, 10 * MINUTE_US)
    return int(
        live_many(plan_hall(plan), people, first, limits_us=limits_us).figures[..., F_ARRIVED].sum()
    )


def _both(plan: Plan) -> tuple[Live, Live]:
    """The same customers in the model and, again and again, in the kernel."""
    days = [draw_day(plan, 1, day) for day in DAYS]
    drawn = [draw_people(plan, 1, day) for day in DAYS]
    rows = [drawn[day % len(DAYS)] for day in range(MANY)]
    first = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
    people, hall = np.concatenate(rows), plan_hall(plan)
    return (
        lambda: sum(len(run_customers(plan, customers).tickets) for customers in days),
        lambda: _given(hall, people, first),
    )


def _threads(hall: Hall, people: Ints, first: Ints) -> float:
    """Time on the clock of one thread by that of two, each the best of some.

    Long enough that starting threads is nothing; it says little while others use the cores.
    """
    firsts = np.cumsum([0, *np.tile(np.diff(first), TIMES)])
    everybody = np.concatenate([people] * TIMES)

    def best_s(threads: int) -> float:
        found = []
        for _ in range(7):
            began_s = time.perf_counter()
            _given(hall, everybody, firsts, threads)
            found.append(time.perf_counter() - began_s)
        return min(found)

    return best_s(1) / best_s(2)


def first_call_s() -> float:
    """Processor time of import and first day in a process of its own, the code on disk."""
    ended = subprocess.run(
        [sys.executable, "-c", FIRST_CALL], capture_output=True, text=True, check=True
    )
    return float(ended.stdout)


# ------------------------------------------------------------ forecast


def _forecasts_ms(plan: Plan, runs: int, seconds: float) -> tuple[float, ...]:
    """Clock time of whole forecasts: draws, runs to closing, medians of the waits."""
    taken = midday(plan)
    forecast = partial(forecast_waits_s, plan, taken, runs)
    forecast(0)
    found: list[float] = []
    began_s = time.perf_counter()
    while not found or time.perf_counter() - began_s < seconds:
        before_s = time.perf_counter()
        forecast(len(found) + 1)
        found.append((time.perf_counter() - before_s) * 1000)
    return tuple(found)


def midday(plan: Plan) -> Snapshot:
    """The branch of this plan at eleven, as its simulated log left it."""
    events = run_customers(plan, draw_day(plan, 1, 0)).events
    branch = Branch(plan.rules)
    apply(branch, [event for event in events if event.recorded_us <= MIDDAY_US])
    return snapshot(branch, MIDDAY_US, work_left(plan))


def work_left(plan: Plan) -> tuple[tuple[Work, ...], ...]:
    """The stints that are not over at eleven."""
    return tuple(
        tuple(s for s in stints if s.to_us < 0 or s.to_us > MIDDAY_US)
        for stints in plan_hall(plan).work
    )


def forecast_waits_s(plan: Plan, taken: Snapshot, runs: int, seed: int) -> float:
    """Median over runs of the mean wait of who is called from now on: draws, days, figures.

    The rest of a service, and of a patience, is drawn as if it began now: for exponential times
    that is exact, for others it is an approximation of this measurement.
    """
    coming, first = draw_many(plan, seed, runs, MIDDAY_US)
    known, counters = len(taken.people), len(plan.rules.counters)
    people = np.empty((runs * known + len(coming), c.PERSON_WIDTH), dtype=np.int64)
    begins = first + known * np.arange(runs + 1)
    is_known = np.zeros(len(people), dtype=np.bool_)
    is_known[(begins[:-1, None] + np.arange(known)).ravel()] = True
    people[is_known] = np.tile(taken.people, (runs, 1))
    people[~is_known] = coming
    draws = np.random.default_rng(seed)
    people[is_known, c.P_SERVICE_US] = draws.exponential(6 * MINUTE_US, runs * known)
    ends_us = MIDDAY_US + draws.exponential(5 * MINUTE_US, (runs, counters)).astype(np.int64)
    ends_us[:, taken.start.desks[:, c.D_DOES] != c.BUSY] = c.FAR
    hall = replace(plan_hall(plan), work=taken.work)
    sums = live_many(hall, people, begins, start=taken.start._replace(ends_us=ends_us))
    waits_us = sums.figures[:, :, F_WAIT_US].sum(axis=1)
    called = sums.figures[:, :, F_CALLED].sum(axis=1)
    waits_us = waits_us / np.maximum(called, 1)
    return float(statistics.median(waits_us)) / 1_000_000
