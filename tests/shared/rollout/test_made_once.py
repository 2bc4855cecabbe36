"""The compiled day is made by one thread, whoever asks first."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.rollout import run
from shared.rollout.machine import Machine


def test_threads_that_ask_at_once_wait_for_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two that were made at once would each set Numba's folder, and one undo the other's."""
    at_once: list[int] = []
    busy = threading.Semaphore(1)

    def slow() -> Machine:
        at_once.append(busy.acquire(blocking=False))
        time.sleep(0.01)
        busy.release()
        return Machine(print, set())

    monkeypatch.setattr(run, "machine", slow)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: run._machine(), range(4)))
    assert at_once == [True] * 4
