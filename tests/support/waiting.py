"""Waiting for something that comes about in another thread."""

import threading
from collections.abc import Callable

SOON_S = 10.0
LOOK_S = 0.01


def soon(is_so: Callable[[], bool], within_s: float = SOON_S) -> None:
    """Wait until it is so; AssertionError when that takes too long."""
    pause = threading.Event()
    for _ in range(int(within_s / LOOK_S)):
        if is_so():
            return
        pause.wait(LOOK_S)
    raise AssertionError("it did not come about")
