"""How long the branch's other counters take, by service: context for one's own day, not a rank."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from shared.domain import event as kinds
from shared.protocol.event import EventView

VISITS_FROM = 5
"""A service counts from so many visits on; fewer would be one colleague's morning."""


class Colleagues:
    """Visits of other people, heard since this window listens; trainees are left out."""

    def __init__(self) -> None:
        """Nothing heard yet."""
        self._started: dict[str, datetime] = {}
        self._took_s: dict[str, list[float]] = {}
        self._training: set[str] = set()

    def note(self, event: EventView, service: str) -> None:
        """Take one event of another counter; ``service`` is what its ticket was for."""
        if event.kind == kinds.COUNTER_OPENED:
            if event.data.get("mentor"):
                self._training.add(event.counter)
            else:
                self._training.discard(event.counter)
        elif event.kind == kinds.TICKET_STARTED:
            self._started[event.ticket] = event.at
        elif event.kind == kinds.TICKET_HELD:
            self._started.pop(event.ticket, None)  # of an interrupted visit we know no time
        elif event.kind == kinds.TICKET_CLOSED:
            begun = self._started.pop(event.ticket, None)
            if begun is not None and service and event.counter not in self._training:
                took_s = (event.at - begun) / timedelta(seconds=1)
                self._took_s.setdefault(service, []).append(took_s)

    def mean_s(self, services: Iterable[str]) -> float | None:
        """What these visits would have taken on average at the branch's usual pace.

        None where one of the services has been heard of too seldom.
        """
        means = []
        for service in services:
            took_s = self._took_s.get(service, [])
            if len(took_s) < VISITS_FROM:
                return None
            means.append(sum(took_s) / len(took_s))
        return sum(means) / len(means) if means else None
