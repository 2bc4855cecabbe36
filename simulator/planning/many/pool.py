"""Tasks on a pool of processes of this machine; what a lost process was at is done again."""

import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Final

from simulator.planning.many.work import Answer, Do, Task

#: A task that was being done so often when its process was lost is given up.
LOST_MOST: Final = 3
#: How often a stop is looked for, seconds.
LOOK_S: Final = 0.5


def on_pool(
    tasks: Sequence[Task],
    do: Do,
    jobs: int,
    keep: Callable[[Answer], None],
    should_stop: Callable[[], bool] = lambda: False,
) -> None:
    """Do all of them, ``jobs`` at a time, and keep each answer as it comes.

    A pool that lost a process is broken as a whole: a new one takes over, and what was under way is
    done again. Asked to stop, no new task is begun and those under way are kept.
    """
    waiting, lost = list(tasks), Counter[str]()
    while waiting and not should_stop():
        waiting = _until_broken(waiting, lost, do, jobs, keep, should_stop)


def _until_broken(
    waiting: list[Task],
    lost: Counter[str],
    do: Do,
    jobs: int,
    keep: Callable[[Answer], None],
    should_stop: Callable[[], bool],
) -> list[Task]:
    """Tasks in one pool; gives those that are left when it broke or was stopped."""
    context = multiprocessing.get_context("spawn")
    running: dict[Future[Answer], Task] = {}
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        try:
            while running or (waiting and not should_stop()):
                while waiting and len(running) < jobs and not should_stop():
                    running[pool.submit(do, waiting[0])] = waiting[0]
                    waiting.pop(0)
                ended, _ = wait(running, timeout=LOOK_S, return_when=FIRST_COMPLETED)
                for future in ended:
                    answer = future.result()
                    del running[future]
                    keep(answer)
        except BrokenProcessPool:
            return [*_again(running.values(), lost, keep), *waiting]
    return waiting


def _again(tasks: Iterable[Task], lost: Counter[str], keep: Callable[[Answer], None]) -> list[Task]:
    """Those of the lost tasks that are tried again."""
    found = []
    for task in tasks:
        lost[task.key] += 1
        if lost[task.key] < LOST_MOST:
            found.append(task)
        else:
            keep(Answer(task.branch, task.key, error=f"its process was lost {LOST_MOST} times"))
    return found
