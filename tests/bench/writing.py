"""Tickets per second through the writers alone, on SQLite and PostgreSQL: durable, without HTTP."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import count
from pathlib import Path

from shared.store.verify import verify_branch
from tests.bench.figure import Figure, milliseconds
from tests.support.lobby import BRANCH, Address, RunningWriter, issue, running_writer
from tests.support.postgres import postgres_server

PEOPLE = (1, 8, 32)


def measure(folder: Path, seconds: float) -> list[Figure]:
    """For each database, so many people who each wait for their ticket before the next one.

    The two writers share this one process and its interpreter: what a second process gains on a
    machine with more cores does not show.
    """
    files = (folder / f"writing-{n}.db" for n in count())
    found = _figures("SQLite", lambda: next(files), 1, seconds)
    with postgres_server(is_durable=True) as server:
        found += _figures("PostgreSQL", server.with_tables, 1, seconds)
        found += _figures("PostgreSQL, 2 writers", server.with_tables, 2, seconds)
    return found


def _figures(name: str, make: Callable[[], Address], writers: int, seconds: float) -> list[Figure]:
    """Each number of people in a branch of its own, since a long queue slows what comes after."""
    found: list[Figure] = []
    for people in PEOPLE:
        took_ns, rate = _branch(make(), writers, people, seconds)
        who = f"{name}, {people} at once"
        found += [
            Figure(f"{who}: tickets", "/s", (rate,)),
            milliseconds(f"{who}: one ticket", took_ns),
        ]
    return found


def _branch(place: Address, writers: int, people: int, seconds: float) -> tuple[list[int], float]:
    """As ``_rate``, on an empty database.

    Raises:
        AssertionError: a number was given twice.
    """
    with ExitStack() as stack:
        one = stack.enter_context(running_writer(place))
        others = (stack.enter_context(running_writer(place, one.clock)) for _ in range(1, writers))
        measured = _rate([one, *others], people, seconds)
        result = verify_branch(one.database, BRANCH)
        assert (result.sentences, result.tickets) == ([], len(measured[0]))
    return measured


def _rate(running: Sequence[RunningWriter], people: int, seconds: float) -> tuple[list[int], float]:
    """How long each ticket took (ns), and tickets per second of all together."""
    with ThreadPoolExecutor(people) as pool:
        began_s = time.perf_counter()
        until_s = began_s + seconds
        runs = [pool.submit(_run, running[n % len(running)], until_s) for n in range(people)]
        took_ns = [each for run in runs for each in run.result()]
        return took_ns, len(took_ns) / (time.perf_counter() - began_s)


def _run(running: RunningWriter, until_s: float) -> list[int]:
    took_ns: list[int] = []
    while time.perf_counter() < until_s:
        began_ns = time.perf_counter_ns()
        running.run(issue())
        took_ns.append(time.perf_counter_ns() - began_ns)
    return took_ns
