"""Events on the wire: the numbered stream and pages of the log."""

from datetime import UTC, datetime, timedelta

from pydantic import Field

from shared.domain.event import PRIVATE_KINDS, Event, Value
from shared.protocol.base import Message

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def to_datetime(at_us: int) -> datetime:
    """The aware UTC time of microseconds since the epoch, exact."""
    return EPOCH + timedelta(microseconds=at_us)


def to_us(at: datetime) -> int:
    """Microseconds since the epoch of an aware time, exact."""
    return (at - EPOCH) // MICROSECOND


class EventView(Message):
    """One event of the log. ``number`` is the ticket's number where there is a ticket."""

    sequence: int
    kind: str
    at: datetime
    recorded_at: datetime
    ticket: str = ""
    number: str = ""
    counter: str = ""
    staff: str = ""
    data: dict[str, Value] = Field(default_factory=dict)

    def for_the_hall(self) -> "EventView":
        """As every device may read it: of a case, papers or answers only that there was one."""
        if self.kind not in PRIVATE_KINDS:
            return self
        return self.model_copy(update={"staff": "", "data": {}})

    @classmethod
    def of(cls, sequence: int, event: Event, number: str = "") -> "EventView":
        """The event as it goes over the wire."""
        return cls(
            sequence=sequence,
            kind=event.kind,
            at=to_datetime(event.at_us),
            recorded_at=to_datetime(event.recorded_us),
            ticket=event.ticket,
            number=number,
            counter=event.counter,
            staff=event.staff,
            data=dict(event.data),
        )

    def to_event(self) -> Event:
        """The event as the core knows it."""
        return Event(
            self.kind,
            to_us(self.at),
            to_us(self.recorded_at),
            self.ticket,
            self.counter,
            self.staff,
            self.data,
        )


class EventPage(Message):
    """GET log: events after a sequence, oldest first; ``last`` is the newest in the log."""

    events: tuple[EventView, ...]
    last: int
