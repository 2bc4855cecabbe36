"""Everybody in the demo who is not at a window of ours: simulated customers and tellers."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from shared.config.rules import clock_us
from shared.domain.errors import LobbyError
from simulator.demo.branch import DemoBranch
from simulator.demo.door import CommandRefused, Door
from simulator.demo.player import Player
from simulator.model.customer import Customer
from simulator.model.plan import Plan
from simulator.model.shift import Shift

#: How often a simulated teller who stands by looks whether somebody from our kiosk was called.
WATCH_EVERY_US = 20_000_000
#: Simulated tellers go home at this time; those inside at closing are served until then.
GO_HOME = "17:20"


def until_closing(shift: Shift) -> Shift:
    """The shift with an end by the clock: customers at our windows are not in the crowd's count."""
    *before, last = shift.stints
    return replace(shift, stints=(*before, replace(last, to_us=last.to_us or clock_us(GO_HOME))))


class DayIsOver(Exception):
    """The crowd was told to go home."""


class Crowd(threading.Thread):
    """Plays the day's draws in the background until told to stop or until the day is over."""

    def __init__(
        self,
        branch: DemoBranch,
        plan: Plan,
        customers: Sequence[Customer],
        counters: Sequence[str],
    ) -> None:
        """Customers come as drawn; these counters are served by simulated tellers."""
        super().__init__(name="crowd", daemon=True)
        self.clock = branch.clock
        self.trouble = ""
        self._is_acting = False
        self._going_home = threading.Event()
        self._acting = threading.Lock()  # held from when a step is due until it is done
        self.player = Player(
            customers=customers,
            shifts=[until_closing(shift) for shift in plan.shifts if shift.counter in counters],
            kiosk=Door(branch.client("kiosk")),
            doors={counter: Door(branch.teller(counter)) for counter in counters},
            advance_to=self._advance_to,
            walks_us={c.id: c.walk_us for c in plan.rules.counters},
            kiosks=plan.scenario.kiosk.count,
            watch_every_us=WATCH_EVERY_US,
        )

    def run(self) -> None:
        """Live through the day."""
        try:
            self.player.run()
        except DayIsOver:
            return
        except (LobbyError, CommandRefused) as error:
            self.trouble = str(error)
        finally:
            if self._is_acting:
                self._acting.release()

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Whatever one of them is doing is done; then nobody does anything until the end."""
        with self._acting:
            yield

    def go_home(self, timeout_s: float = 30.0) -> None:
        """End the day now."""
        self._going_home.set()
        self.join(timeout_s)

    def _advance_to(self, day_us: int) -> None:
        if self._is_acting:
            self._is_acting = False
            self._acting.release()
        if not self.clock.wait_until(day_us, self._going_home):
            raise DayIsOver
        self._acting.acquire()
        self._is_acting = True
