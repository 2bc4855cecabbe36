"""Kiosks that are out of order for a while, and the lobby lead who helps there."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from simpy import Event as Signal

from shared.rollout.columns import FAR
from simulator.model.instant import CLOCK, Moment
from simulator.model.lived_day import LivedDay

#: Later than everything that comes at this moment of the clock.
LAST_OF_CLOCK = 5_000_000


class KioskTime(NamedTuple):
    """From ``from_us`` to before ``to_us`` (FAR: for good) this kiosk is away; they count from 0.

    ``kiosk`` -1: it is not; whoever begins at any of them meanwhile has this speed, in thousandths.
    """

    kiosk: int
    from_us: int
    to_us: int
    speed_milli: int = 1000


@dataclass(slots=True)
class Kiosks:
    """One line for all of them, first come, first served; the first free one is taken.

    Whoever uses a kiosk when it goes away ends there in peace.
    """

    day: LivedDay
    count: int
    plan: Sequence[KioskTime]
    used: set[int] = field(default_factory=set, init=False)
    line: deque[Signal] = field(default_factory=deque, init=False)

    def __post_init__(self) -> None:
        """Whoever is in line looks up when a kiosk is back."""
        for number, time in enumerate(self.plan):
            if time.kiosk >= 0 and time.to_us < FAR:
                moment = Moment(self.day.env, time.to_us, CLOCK, LAST_OF_CLOCK + number)
                moment.callbacks.append(lambda _: self._fill())

    def ask(self) -> Signal:
        """Comes with the number of the kiosk, once it is one's turn."""
        turn = Signal(self.day.env)
        self.line.append(turn)
        self._fill()
        return turn

    def leave(self, kiosk: int) -> None:
        """The kiosk is free."""
        self.used.discard(kiosk)
        self._fill()

    def time_us(self, usual_us: int) -> int:
        """How long this takes whoever begins now."""
        now_us = self.day.now_us
        speeds = (t.speed_milli for t in self.plan if t.kiosk < 0 and t.from_us <= now_us < t.to_us)
        return usual_us * 1000 // next(speeds, 1000)

    def _fill(self) -> None:
        now_us = self.day.now_us
        away = {t.kiosk for t in self.plan if t.from_us <= now_us < t.to_us}
        for kiosk in range(self.count):
            if self.line and kiosk not in self.used and kiosk not in away:
                self.used.add(kiosk)
                self.line.popleft().succeed(kiosk)
