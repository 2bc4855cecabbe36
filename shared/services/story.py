"""The story of one ticket: what happened to it, as plain data without words."""

from dataclasses import dataclass, field

from shared.domain.event import Event
from shared.metrics.visit import Visit


@dataclass(frozen=True, slots=True)
class Other:
    """Another ticket as it stood when it met this one. ``arrived_us`` on the branch's clock."""

    ticket: str
    number: str
    segment: str
    arrived_us: int


@dataclass(frozen=True, slots=True)
class Passing:
    """A call that passed this ticket over. ``level`` is what put the other one first.

    ``theirs`` and ``mine`` are the scores when both stand among the best candidates of the call,
    in the core's unit.
    """

    at_us: int
    other: Other
    counter: str
    level: str
    theirs: int | None = None
    mine: int | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Calling:
    """A call of this ticket. ``by`` and ``reason`` are set where a person chose it."""

    at_us: int
    counter: str
    rule: str
    passed: tuple[Other, ...]
    waiting: int
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Any other event of this ticket, or of its service while it waited.

    ``reason`` is that of the incident which suspended the service.
    """

    event: Event
    other: Other | None = None
    reason: str = ""

    @property
    def at_us(self) -> int:
        """When it was true."""
        return self.event.at_us


Moment = Passing | Calling | Step


@dataclass(slots=True)
class Story:
    """One ticket from its issue to its end, in the order of the log.

    ``needs`` are the services that it came for, ``unserved`` counts the calls of people who came
    later to counters where this ticket could not be called. ``segment`` is the last one.
    """

    visit: Visit
    needs: tuple[str, ...]
    segment: str
    people_ahead: int
    moments: list[Moment] = field(default_factory=list)
    unserved: int = 0

    @property
    def passings(self) -> list[Passing]:
        """The calls that passed it over."""
        return [moment for moment in self.moments if isinstance(moment, Passing)]
