"""Work that takes no time, and work that kills its process once: for pools and clusters."""

import os
import signal
from pathlib import Path

from simulator.planning.many.work import Answer, Task


def length(task: Task) -> Answer:
    """How long the branch's name is."""
    return Answer(task.branch, task.key, {"length": len(task.branch)})


def dies_once(task: Task) -> Answer:
    """The same; the process of a branch whose ``scenario`` is a file that is not there yet dies."""
    mark = Path(task.scenario)
    if task.scenario and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return length(task)


def dies(task: Task) -> Answer:
    """Its process dies each time when the branch is called so."""
    if task.branch == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return length(task)
