"""One call decided with a full hall, in plain Python."""

import random
import time

from shared.dispatch.layout import MINUTE_US
from shared.dispatch.select import select_ticket
from tests.bench.figure import Figure, milliseconds

WAITING = 200
SERVICES, SEGMENTS = 6, 4
AIM_MS = 1.0
NOW_US = 10 * 60 * MINUTE_US
SEED = 7


def hall(waiting: int) -> list[list[int]]:
    """So many tickets of all services and segments, none bound to a counter or a person."""
    draw = random.Random(SEED)
    rows = []
    for order in range(waiting):
        service, segment = draw.randrange(SERVICES), draw.randrange(SEGMENTS)
        came_us = NOW_US - draw.randrange(60 * MINUTE_US)
        kind = service * SEGMENTS + segment
        rows.append([kind, service, segment, came_us, came_us, 0, -1, -1, -1, order])
    return rows


def measure(times: int, waiting: int = WAITING) -> list[Figure]:
    """A counter that may serve everybody takes its next ticket, growing priority."""
    rows = hall(waiting)
    counter = [0, 0, (1 << SERVICES) - 1, (1 << SEGMENTS) - 1, 0]
    policy = [
        [1000 * segment, 1000 + 500 * segment]
        for _ in range(SERVICES)
        for segment in range(SEGMENTS)
    ]
    taken_ns = []
    for _ in range(times):
        began_ns = time.perf_counter_ns()
        select_ticket(rows, len(rows), counter, policy, NOW_US)
        taken_ns.append(time.perf_counter_ns() - began_ns)
    return [milliseconds(f"one call with {waiting} waiting (plain Python)", taken_ns, AIM_MS)]
