"""What goes wrong, and when: kills, cuts, stalls, full disks, clocks that are moved. By a seed."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from tests.torture.store.clock import MovableClock
from tests.torture.store.databases import Tortured
from tests.torture.store.fleet import Fleet
from tests.torture.store.proxy import Proxy

PAUSE_S: Final = (0.05, 0.9)
STALL_S: Final = (0.3, 6.0)
FULL_S: Final = 12.0
LONGEST_S: Final = 600.0
SMALL_STEPS_S: Final = (-240.0, 240.0)
LARGE_STEPS_S: Final = (-7200.0, 5400.0)
LARGE_FOR_S: Final = 1.5
#: How often each kind of trouble is chosen, for one kill in seven.
WEIGHTS: Final = {"kill": 12, "cut": 5, "stall": 2, "cut cable": 3, "stall cable": 1, "clock": 4}


@dataclass
class Trouble:
    """Makes trouble until there were enough kills and the time is over."""

    fleet: Fleet
    fronts: list[Proxy]
    """One before each server."""
    database: Tortured
    clock: MovableClock
    draw: random.Random
    disk_refusals: Callable[[], int]
    """How often somebody was refused while ``is_full``."""
    is_full: threading.Event = field(default_factory=threading.Event)
    counted: Counter[str] = field(default_factory=Counter)

    def make(self, kills: int, seconds: float, *, rare: int) -> None:
        """``rare``: how often the disk is full and the database is killed.

        On a machine that is too slow for it the kills end before; the judgement says so.
        """
        began_s = time.monotonic()
        due = [kills * (place + 1) // (rare + 1) for place in range(rare)]
        longest_s = max(seconds, LONGEST_S)
        while self.fleet.kills < kills or time.monotonic() - began_s < seconds:
            if time.monotonic() - began_s > longest_s:
                break
            if due and self.fleet.kills >= due[0]:
                due.pop(0)
                self._fill_disk()
                self.database.kill()
            self._any()()
            time.sleep(self.draw.uniform(*PAUSE_S))
        for number in range(len(self.fleet.ports)):
            self.fleet.wait(number)

    def _any(self) -> Callable[[], None]:
        things: dict[str, Callable[[], None]] = {
            "kill": self._kill,
            "cut": lambda: self._front().cut(self.draw, self.draw.random()),
            "stall": lambda: self._stall(self._front()),
            "clock": self._move_clock,
        }
        if (cable := self.database.cable) is not None:
            things["cut cable"] = lambda: cable.cut(self.draw, self.draw.random())
            things["stall cable"] = lambda: self._stall(cable)
        chosen = self.draw.choices(list(things), [WEIGHTS[name] for name in things])[0]
        self.counted[chosen] += 1
        return things[chosen]

    def _front(self) -> Proxy:
        return self.draw.choice(self.fronts)

    def _kill(self) -> None:
        """One server, now and then all at once; sometimes the new one too, while it starts."""
        count = len(self.fleet.ports)
        victims = range(count) if self.draw.random() < 0.2 else [self.draw.randrange(count)]
        for number in victims:
            self.fleet.kill(number)
            self.fleet.start(number)
            if self.draw.random() < 0.1:
                time.sleep(self.draw.uniform(0.0, 0.3))
                self.fleet.kill(number)
                self.fleet.start(number)
        if count == 1 or self.draw.random() < 0.7:
            for number in victims:
                self.fleet.wait(number)

    def _stall(self, proxy: Proxy) -> None:
        proxy.stall(self.draw.uniform(*STALL_S), is_cut_after=self.draw.random() < 0.5)

    def _move_clock(self) -> None:
        """A correction that is followed, or a large step that is held and taken back."""
        if self.draw.random() < 0.7:
            self.clock.move(self.draw.uniform(*SMALL_STEPS_S))
            return
        step_s = self.draw.uniform(*LARGE_STEPS_S)
        self.clock.move(step_s)
        time.sleep(LARGE_FOR_S)
        if self.draw.random() < 0.5:
            self._kill()  # whoever starts now believes the machine
        self.clock.move(-step_s)
        self.counted["clock"] += 1

    def _fill_disk(self) -> None:
        """For a while nothing can be written; a server may be killed in it."""
        self.counted["disk full"] += 1
        before = self.disk_refusals()
        self.database.fill_disk(self.fleet)
        self.is_full.set()
        end_s = time.monotonic() + FULL_S
        while self.disk_refusals() == before and time.monotonic() < end_s:
            time.sleep(0.1)
        time.sleep(self.draw.uniform(0.0, 1.0))
        if self.draw.random() < 0.5:
            victim = self.draw.randrange(len(self.fleet.ports))
            self.fleet.kill(victim)
            self.fleet.start(victim)
            time.sleep(self.draw.uniform(0.0, 1.0))
        self.is_full.clear()
        self.database.free_disk(self.fleet)
