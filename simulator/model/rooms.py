"""Rooms that a service needs besides the adviser: a pool, first come first served.

Whoever is called for it waits at the counter until a room is free; the visit begins then. Only the
reference model plays it (``simulator.experiment.engine``).
"""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import NamedTuple

from simpy import Event as Signal
from simpy import Resource
from simpy.resources.resource import Request

from shared.domain import calling
from simulator.model.instant import Steps
from simulator.model.lived_day import LivedDay


class RoomPool(NamedTuple):
    """So many rooms for these services."""

    rooms: int
    services: tuple[str, ...]


@dataclass(slots=True)
class Rooms:
    """The pools of a day; a service is in one of them at most."""

    day: LivedDay
    pools: Sequence[RoomPool]
    of: dict[str, Resource] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """All of them are free."""
        for pool in self.pools:
            rooms = Resource(self.day.env, pool.rooms)
            self.of |= dict.fromkeys(pool.services, rooms)

    def ask(self, ticket: str) -> Request | nullcontext[None]:
        """A room for the present service of this ticket, until the end; None: it needs none."""
        rooms = self.of.get(self.day.branch.tickets[ticket].service)
        return nullcontext() if rooms is None else rooms.request()

    def enter(self, turn: Signal, ticket: str) -> Steps:
        """Wait for the room; the service begins when somebody had to wait."""
        has_waited = not turn.triggered
        yield turn
        if has_waited:
            day = self.day
            day.do(calling.start(day.branch, day.now_us, ticket=ticket))
