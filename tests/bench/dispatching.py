"""One call decided with a full hall: the whole of it in the domain, and compiled dispatch alone."""

import random
import time
from collections.abc import Callable

import numpy as np

from shared.dispatch import layout as col
from shared.dispatch.layout import MINUTE_US, OVERLOAD_ALTERNATE
from shared.domain import attendance, calling, ticketing
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.counter import CounterSpec
from shared.domain.rules import Discipline, Rules, Segment, Service
from tests.bench.figure import Figure, milliseconds

WAITING, FEW = 200, 5
SERVICES, SEGMENTS = 6, 4
AIM_MS = 1.0
COMPILED_AIM_MS = 0.01
NOW_US = 10 * 60 * MINUTE_US
SEED = 7


def rules() -> Rules:
    """Growing priority under maximum waits, caps, appointments, a ratio and an overload rule."""
    policy = tuple(
        (1000 * segment, 1000 + 500 * segment, 0, (20 + 5 * segment) * MINUTE_US, 3 + segment)
        for _ in range(SERVICES)
        for segment in range(SEGMENTS)
    )
    everything = (1 << SERVICES) - 1
    ratios = ((0, everything, 0b0001, 2), (0, everything, 0b1110, 1))
    house = (0, OVERLOAD_ALTERNATE, 1000, 3, 3)
    return Rules(
        branch="bench",
        services=tuple(Service(f"s{i}", i, "ABCDEF"[i]) for i in range(SERVICES)),
        segments=tuple(Segment(f"g{i}", i) for i in range(SEGMENTS)),
        counters=(CounterSpec("1", 0, everything, (1 << SEGMENTS) - 1, 0),),
        discipline=Discipline(policy, house, ratios, "capped", "bench"),
    )


def hall(waiting: int) -> Branch:
    """So many tickets of all services and segments in the last hour, a fifth with appointments."""
    draw = random.Random(SEED)
    branch = Branch(rules())
    branch.start_day("2026-01-05", 0)
    opened_us = NOW_US - 60 * MINUTE_US
    apply(branch, attendance.open_counter(branch, opened_us, counter="1", staff="t1"))
    for came_us in sorted(NOW_US - draw.randrange(60 * MINUTE_US) for _ in range(waiting)):
        ticket = f"t{branch.issued}"
        service, segment = f"s{draw.randrange(SERVICES)}", f"g{draw.randrange(SEGMENTS)}"
        issued = ticketing.issue(branch, came_us, ticket=ticket, service=service, segment=segment)
        apply(branch, issued)
    for row in branch.rows:
        row[col.T_OVERTAKEN] = draw.randrange(4)
        if draw.random() < 0.2:
            row[col.T_DUE_US] = row[col.T_SENIOR_US]
    return branch


def measure(times: int, waiting: int = WAITING) -> list[Figure]:
    """The command ``next`` decided with its reason as data; then dispatch, compiled."""
    full = hall(waiting)
    plain, quick = (_taken_ns(_plain(branch), times) for branch in (full, hall(FEW)))
    compiled = _taken_ns(_compiled(full), times)
    return [
        milliseconds(f"one call with {waiting} waiting, with its reasons", plain, AIM_MS),
        milliseconds(f"one call with {FEW} waiting, with its reasons", quick),
        milliseconds(f"dispatch of {waiting} waiting, compiled", compiled, COMPILED_AIM_MS),
    ]


def _taken_ns(decide: Callable[[], object], times: int) -> list[int]:
    """Nanoseconds of each of so many decisions; nothing is applied, so all are the same."""
    taken_ns = []
    decide()
    for _ in range(times):
        began_ns = time.perf_counter_ns()
        decide()
        taken_ns.append(time.perf_counter_ns() - began_ns)
    return taken_ns


def _plain(branch: Branch) -> Callable[[], object]:
    """The whole command in plain Python: survey, choice, and the event with its reason."""
    return lambda: calling.call_next(branch, NOW_US, counter="1")


def _compiled(branch: Branch) -> Callable[[], object]:
    """The same decision by the compiled kernel, on arrays made before."""
    from shared.rollout.compiled import kernel, line, table

    discipline, count = branch.discipline, len(branch.rows)
    tickets = table(branch.rows, col.TICKET_WIDTH)
    counter = line(branch.counters["1"].row)
    policy = table(discipline.policy, col.POLICY_WIDTH)
    house, state = line(discipline.house), line(branch.state)
    ratios = table(discipline.ratios, col.RATIO_WIDTH)
    claims, points = np.zeros(count, np.int64), np.zeros(count, np.int64)
    decide = kernel().next_ticket
    return lambda: decide(
        tickets, count, counter, policy, house, ratios, state, NOW_US, claims, points
    )
