"""What clients were told against what the log says: nothing missing, nothing twice."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from shared.domain import event as kinds
from shared.protocol.event import EventView
from tests.torture.check import called_twice


class Told(NamedTuple):
    """A command and the last word about it. ``subject``: the ticket, counter or code."""

    kind: str
    subject: str
    key: str
    status: int
    body: dict[str, Any]

    @property
    def is_done(self) -> bool:
        """Whether it was acknowledged."""
        return 200 <= self.status < 300


#: Commands that write exactly one event about their ticket, and which.
ONE_EACH: Final = {
    "recall": kinds.TICKET_RECALLED,
    "no-show": kinds.TICKET_NO_SHOW,
    "return": kinds.TICKET_RETURNED,
    "cancel": kinds.TICKET_CANCELLED,
    "hold": kinds.TICKET_HELD,
    "defer": kinds.TICKET_DEFERRED,
    "rate": kinds.TICKET_RATED,
}


@dataclass
class Judgement:
    """What is wrong, each as a line that names it."""

    repeated: list[str] = field(default_factory=list)
    called_twice: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """All of it."""
        named = ("repeated", "called_twice", "lost", "doubled", "other")
        return [f"{name}: {line}" for name in named for line in getattr(self, name)]


def judge(log: Sequence[EventView], told: Iterable[Told]) -> Judgement:
    """Hold the log against everything that was told. Every command has its last word by then."""
    acknowledged = [each for each in told if each.is_done]
    found = Judgement(repeated=repeated(log), called_twice=called_twice(log))
    if [event.sequence for event in log] != list(range(1, len(log) + 1)):
        found.other.append("the sequence has gaps")
    _exactly(found, "ticket", _issued(log), _told_tickets(acknowledged))
    _exactly(found, "of one ticket", _moves(log), _told_moves(acknowledged))
    _exactly(found, "help request", _help(log), Counter(_keys(acknowledged, "help")))
    _exactly(found, "booking", _bookings(log), _told_bookings(acknowledged))
    _calls(found, log, acknowledged)
    _closed(found, log, acknowledged)
    return found


def repeated(log: Iterable[EventView]) -> list[str]:
    """Numbers that were given twice on one day."""
    given = Counter(
        (str(event.data["day"]), event.number) for event in log if event.kind == kinds.TICKET_ISSUED
    )
    return [f"{number} on {day}" for (day, number), times in given.items() if times > 1]


def _exactly(found: Judgement, what: str, in_log: Counter[Any], was_told: Counter[Any]) -> None:
    """Each acknowledged command stands in the log as often as it was acknowledged."""
    found.lost += [f"{what} {each} x{times}" for each, times in (was_told - in_log).items()]
    found.doubled += [f"{what} {each} x{times}" for each, times in (in_log - was_told).items()]


def _issued(log: Iterable[EventView]) -> Counter[Any]:
    return Counter((e.ticket, e.number) for e in log if e.kind == kinds.TICKET_ISSUED)


def _told_tickets(acknowledged: Iterable[Told]) -> Counter[Any]:
    made = [each.body for each in acknowledged if each.kind in ("issue", "check-in")]
    return Counter((body["id"], body["number"]) for body in made)


def _moves(log: Iterable[EventView]) -> Counter[Any]:
    """Recalls, no-shows … and starts that somebody pressed a key for."""
    single = set(ONE_EACH.values())
    return Counter(
        (event.kind, event.ticket)
        for event in log
        if event.kind in single
        or (event.kind == kinds.TICKET_STARTED and event.data.get("is_implied") is False)
    )


def _told_moves(acknowledged: Iterable[Told]) -> Counter[Any]:
    kind_of = {**ONE_EACH, "start": kinds.TICKET_STARTED}
    return Counter((kind_of[t.kind], t.subject) for t in acknowledged if t.kind in kind_of)


def _help(log: Iterable[EventView]) -> Counter[Any]:
    """Help requests carry the key of their command as the screen that they are about."""
    return Counter(str(e.data["screen"]) for e in log if e.kind == kinds.HELP_ASKED)


def _keys(acknowledged: Iterable[Told], kind: str) -> list[str]:
    return [each.key for each in acknowledged if each.kind == kind]


BOOKINGS: Final = {
    "book": kinds.APPOINTMENT_BOOKED,
    "change": kinds.APPOINTMENT_CHANGED,
    "unbook": kinds.APPOINTMENT_CANCELLED,
    "check-in": kinds.APPOINTMENT_CHECKED_IN,
}


def _bookings(log: Iterable[EventView]) -> Counter[Any]:
    """How often each thing was done with appointments: the log does not know their codes."""
    return Counter(event.kind for event in log if event.kind in BOOKINGS.values())


def _told_bookings(acknowledged: Iterable[Told]) -> Counter[Any]:
    return Counter(BOOKINGS[each.kind] for each in acknowledged if each.kind in BOOKINGS)


def _calls(found: Judgement, log: Sequence[EventView], acknowledged: Iterable[Told]) -> None:
    """Each acknowledged call is in the log, and at each counter no more than were asked for.

    A counter that stands by is given whoever comes, without being asked again.
    """
    in_log = Counter(
        (e.ticket, e.counter, e.at.isoformat()) for e in log if e.kind == kinds.TICKET_CALLED
    )
    asked = [each.body for each in acknowledged if each.kind == "next" and each.status == 200]
    was_told = Counter(
        (b["ticket"]["id"], b["ticket"]["counter"], _iso(b["ticket"]["called_at"])) for b in asked
    )
    found.lost += [f"call {call} x{times}" for call, times in (was_told - in_log).items()]
    wanted = Counter(body["ticket"]["counter"] for body in asked)
    surplus = _unprompted(log) - wanted
    found.doubled += [f"calls at counter {c} x{times}" for c, times in surplus.items()]


def _iso(moment: str) -> str:
    from datetime import datetime

    return datetime.fromisoformat(moment).isoformat()


def _unprompted(log: Iterable[EventView]) -> Counter[str]:
    """Calls at each counter while it did not stand by."""
    is_standby: set[str] = set()
    calls: Counter[str] = Counter()
    for event in log:
        if event.kind == kinds.COUNTER_STANDBY:
            is_standby.add(event.counter)
        elif event.kind == kinds.TICKET_CALLED:
            if event.counter not in is_standby:
                calls[event.counter] += 1
            is_standby.discard(event.counter)
        elif event.kind in (kinds.COUNTER_CLOSED, kinds.COUNTER_PAUSED):
            is_standby.discard(event.counter)
        elif event.kind == kinds.DAY_OPENED:
            is_standby.clear()
    return calls


def _closed(found: Judgement, log: Iterable[EventView], acknowledged: Iterable[Told]) -> None:
    """A visit is closed once, by its own command or by the next call at that counter."""
    in_log = Counter(e.ticket for e in log if e.kind == kinds.TICKET_CLOSED)
    was_told = Counter(each.subject for each in acknowledged if each.kind == "close")
    found.lost += [f"close {t} x{times}" for t, times in (was_told - in_log).items()]
    found.doubled += [f"close {t} x{times}" for t, times in in_log.items() if times > 1]
