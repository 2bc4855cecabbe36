"""One record a ticket: what the log says of a visit (folded by ``shared.metrics.folding``)."""

from dataclasses import dataclass, field

HALF_HOUR_US = 1_800_000_000
SECOND_US = 1_000_000


@dataclass(slots=True)
class Serving:
    """One need at one counter. Microseconds; ``ended_us`` None while it goes on."""

    service: str
    counter: str
    staff: str
    started_us: int
    is_training: bool = False
    ended_us: int | None = None

    @property
    def time_s(self) -> float:
        """How long it took, in seconds; 0 while it goes on."""
        return 0.0 if self.ended_us is None else (self.ended_us - self.started_us) / SECOND_US


@dataclass(slots=True)
class Visit:
    """What the log says of one ticket. Times are microseconds of the branch's clock.

    The rules behind the figures stand in docs/decisions/0015-standards-clocks.md.
    ``service`` is what the customer came for first, ``need`` what is done now. ``waits_from_us`` is
    when the wait begins: the arrival, the booked time of an appointment when that is later.
    ``called_us`` is the first call; ``started_us``, ``counter`` and ``staff`` belong to the last.
    ``servings`` are the needs that were served, one after the other. ``state`` is the last known
    one: waiting, called, serving, held, closed, no_show, cancelled, joined, diverted, expired.
    ``outcome`` is that of a closed visit or the reason of a cancelled one. ``suspended_us`` and
    ``deferred_us`` are parts of the wait for the first call in which the standard's clock stood.
    ``overtaken`` counts the calls that say they passed this ticket over. ``seen_until_us`` is when
    the log ends.
    """

    day: str
    ticket: str
    number: str
    service: str
    segment: str
    midnight_us: int
    arrived_us: int
    issued_us: int
    waits_from_us: int = 0
    need: str = ""
    booked_us: int | None = None
    state: str = "waiting"
    called_us: int | None = None
    started_us: int | None = None
    ended_us: int | None = None
    counter: str = ""
    staff: str = ""
    outcome: str = ""
    recalls: int = 0
    absences: int = 0
    returns: int = 0
    holds: int = 0
    transfers: int = 0
    overtaken: int = 0
    rating: int | None = None
    suspended_us: int = 0
    deferred_us: int = 0
    servings: list[Serving] = field(default_factory=list)
    seen_until_us: int = 0

    @property
    def wait_s(self) -> float | None:
        """Seconds of waiting until the first call; None for whoever was never called."""
        return None if self.called_us is None else self._until_s(self.called_us)

    @property
    def standard_wait_s(self) -> float | None:
        """The wait by the standard's clock: without the time in which it stood."""
        wait_s = self.wait_s
        return None if wait_s is None else max(0.0, wait_s - self.clock_stood_s)

    @property
    def clock_stood_s(self) -> float:
        """Seconds of the wait in which the standard's clock stood."""
        return (self.suspended_us + self.deferred_us) / SECOND_US

    @property
    def is_training(self) -> bool:
        """Whether somebody who learns beside a mentor served some of it."""
        return any(serving.is_training for serving in self.servings)

    @property
    def service_s(self) -> float | None:
        """Seconds of service, all stops together; None unless it is over, and for training."""
        if self.state != "closed" or not self.servings or self.is_training:
            return None
        return sum(serving.time_s for serving in self.servings)

    @property
    def has_left(self) -> bool:
        """Whether the customer gave the ticket up while waiting, silently or by saying so."""
        return self.state == "cancelled"

    @property
    def in_vain_s(self) -> float | None:
        """How long somebody waited who was never called, by the standard's clock; else None.

        Until the customer left, joined somebody or went another way, the day ended, or the log
        does with the customer still waiting.
        """
        if self.called_us is not None:
            return None
        until_us = self.seen_until_us if self.ended_us is None else self.ended_us
        return max(0.0, self._until_s(until_us) - self.clock_stood_s)

    @property
    def half_hour(self) -> int:
        """The half-hour of the day of the arrival: 0 begins at midnight, 18 at nine o'clock."""
        return (self.arrived_us - self.midnight_us) // HALF_HOUR_US

    def _until_s(self, at_us: int) -> float:
        return max(0, at_us - max(self.waits_from_us, self.arrived_us)) / SECOND_US
