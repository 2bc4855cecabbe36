"""The simulated people can be asked to stand still between two of their steps."""

import threading
from dataclasses import dataclass, field

import httpx

from simulator.demo.crowd import Crowd
from simulator.demo.practice import PracticeTime
from simulator.model.plan import load_plan

LONG_S = 10


@dataclass
class EmptyBranch:
    """A branch without anybody; its clock runs, nothing is sent anywhere."""

    clock: PracticeTime = field(default_factory=lambda: PracticeTime(0, 0, 1000.0))

    def client(self, _role: str) -> httpx.Client:
        return httpx.Client()


class RestlessPlayer:
    """Does something every branch second, and tells each time; in the middle it can be held up."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self.acted = threading.Semaphore(0)
        self.in_step = threading.Event()
        self.may_go_on = threading.Event()
        self.may_go_on.set()

    def run(self) -> None:
        at_us = 0
        while True:
            self._crowd._advance_to(at_us)
            self.in_step.set()
            assert self.may_go_on.wait(LONG_S)
            self.acted.release()
            at_us += 1_000_000


def restless() -> tuple[Crowd, RestlessPlayer]:
    branch = EmptyBranch()
    crowd = Crowd(branch, load_plan("payday"), [], [])  # type: ignore[arg-type]  # a stand-in
    crowd.player.kiosk.client.close()
    player = RestlessPlayer(crowd)
    crowd.player = player  # type: ignore[assignment]  # as above
    return crowd, player


def test_nobody_acts_while_they_stand_still() -> None:
    crowd, player = restless()
    crowd.start()
    assert player.acted.acquire(timeout=LONG_S)
    with crowd.standing_still():
        while player.acted.acquire(blocking=False):
            pass
        assert not player.acted.acquire(timeout=0.1)
    assert player.acted.acquire(timeout=LONG_S)
    crowd.go_home()
    assert (crowd.is_alive(), crowd.trouble) == (False, "")


def test_a_step_that_has_begun_is_finished_first() -> None:
    crowd, player = restless()
    player.may_go_on.clear()
    crowd.start()
    assert player.in_step.wait(LONG_S)
    is_still = threading.Event()

    def hold() -> None:
        with crowd.standing_still():
            is_still.set()

    other = threading.Thread(target=hold)
    other.start()
    assert not is_still.wait(0.1)
    player.may_go_on.set()
    assert is_still.wait(LONG_S)
    other.join(LONG_S)
    crowd.go_home()
