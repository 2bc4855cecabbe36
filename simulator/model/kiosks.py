"""The kiosks: some may be out of order for a while, and a lobby lead may help there."""

from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from simpy import Event as Signal

from shared.rollout.columns import FAR
from simulator.model.instant import CLOCK, TICKET, Moment
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

    Whoever uses a kiosk when it goes away ends there in peace. ``line`` holds the places in the
    demand of those who wait, with what they do once they are done.
    """

    day: LivedDay
    count: int
    plan: Sequence[KioskTime]
    used: set[int] = field(default_factory=set, init=False)
    line: deque[tuple[int, Callable[[int], None]]] = field(default_factory=deque, init=False)

    def __post_init__(self) -> None:
        """Whoever is in line looks up when a kiosk is back."""
        for number, time in enumerate(self.plan):
            if time.kiosk >= 0 and time.to_us < FAR:
                Moment(
                    self.day.env,
                    time.to_us,
                    CLOCK,
                    LAST_OF_CLOCK + number,
                    lambda _: self._fill(),
                )

    def come(self, index: int, then: Callable[[int], None]) -> None:
        """A customer stands in line, begins when it is their turn, and does this when done."""
        self.line.append((index, then))
        if len(self.used) < self.count:
            self._fill()

    def _fill(self) -> None:
        """Whoever is next in line begins at the first kiosk that is free."""
        line, used = self.line, self.used
        if not line:
            return
        away = self._away() if self.plan else ()
        for kiosk in range(self.count):
            if kiosk not in used and kiosk not in away:
                self._begin(kiosk, *line.popleft())
                if not line:
                    return

    def _begin(self, kiosk: int, index: int, then: Callable[[int], None]) -> None:
        self.used.add(kiosk)
        takes_us = self.day.customers[index].kiosk_us
        if self.plan:
            takes_us = self._time_us(takes_us)
        Moment(self.day.env, takes_us, TICKET, index, partial(self._leave, kiosk, index, then))

    def _leave(self, kiosk: int, index: int, then: Callable[[int], None], _moment: Signal) -> None:
        """The kiosk is free, and the customer goes on."""
        self.used.discard(kiosk)
        if self.line:
            self._fill()
        then(index)

    def _time_us(self, usual_us: int) -> int:
        """How long this takes whoever begins now."""
        now_us = self.day.now_us
        speeds = (t.speed_milli for t in self.plan if t.kiosk < 0 and t.from_us <= now_us < t.to_us)
        return usual_us * 1000 // next(speeds, 1000)

    def _away(self) -> Collection[int]:
        """The kiosks that are away now."""
        now_us = self.day.now_us
        return {t.kiosk for t in self.plan if t.from_us <= now_us < t.to_us}
