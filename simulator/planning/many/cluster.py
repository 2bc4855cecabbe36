"""Tasks on Dask distributed: a cluster of this machine, or one that is there already."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import Any

from shared.domain.errors import EnvironmentFailed
from simulator.planning.many.pool import LOOK_S, LOST_MOST
from simulator.planning.many.work import Answer, Do, Task

#: The word for a cluster that the command starts itself.
LOCAL = "local"


class NoCluster(EnvironmentFailed):
    """There is no cluster to work on."""

    code = "no_cluster"
    sentence = "Cluster %1 cannot be used: %2"


@contextmanager
def cluster(address: str, workers: int, within_s: float = 10.0) -> Iterator[Any]:
    """A client of the cluster: started here for ``local``, else of that scheduler.

    It is waited for ``within_s`` seconds.

    Raises:
        NoCluster: the extra is not installed, or nobody answers at the address.
    """
    dask = _dask(address)
    if address != LOCAL:
        try:
            client = dask.Client(address, timeout=within_s)
        except (OSError, ValueError, TimeoutError) as error:
            told = "nobody answers there. Start dask scheduler, or name another address."
            raise NoCluster(address, told) from error
        with client:
            yield client
        return
    started = dask.LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        silence_logs=50,
    )
    with started, dask.Client(started) as client:
        yield client


def _dask(address: str) -> Any:
    """Dask distributed, which has no types of its own.

    Raises:
        NoCluster: the extra is not installed.
    """
    try:
        import distributed
    except ImportError as error:
        told = "install the extra first: pip install 'branch-lobby[cluster]'."
        raise NoCluster(address, told) from error
    return distributed


def on_cluster(
    client: Any,
    tasks: Sequence[Task],
    do: Do,
    keep: Callable[[Answer], None],
    should_stop: Callable[[], bool] = lambda: False,
) -> None:
    """Do all of them and keep each answer as it comes.

    A lost worker's tasks are done again by another one: the scheduler sees to that, and gives a
    task up that was lost more often than its ``allowed-failures``. Where an answer went with the
    worker before it came here, the task is given again.
    """
    wait = _dask(LOCAL).wait
    lost: Counter[str] = Counter()

    def submit(task: Task) -> Any:
        key = f"lobby-{task.key}-{lost[task.key]}"
        return client.submit(do, task, key=key, pure=False)

    running = {submit(task): task for task in tasks}
    while running and not should_stop():
        try:
            ended = wait(list(running), timeout=LOOK_S, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            continue
        for future in ended:
            task = running.pop(future)
            answer = _answer(future, task)
            future.release()
            if answer is None and lost[task.key] + 1 < LOST_MOST:
                lost[task.key] += 1
                running[submit(task)] = task
            else:
                told = "its worker was lost with the answer"
                keep(answer or Answer(task.branch, task.key, error=told))
    for future in running:
        future.cancel()


def _answer(future: Any, task: Task) -> Answer | None:
    """What a task came to; a sentence where the cluster gave it up, None where it is gone."""
    if future.status == "error":
        told = f"given up by the cluster: {future.exception()}"
        return Answer(task.branch, task.key, error=told)
    try:
        found = future.result() if future.status == "finished" else None
    except CancelledError:  # the worker went while the answer was on its way
        return None
    assert found is None or isinstance(found, Answer)
    return found
