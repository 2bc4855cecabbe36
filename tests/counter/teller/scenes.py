"""Counter 3 of the neighbourhood branch in each phase, for tests of the teller's desk."""

from datetime import timedelta

from shared.protocol.card import CustomerCard
from shared.protocol.event import EventView
from shared.protocol.lobby import CounterView, LobbyView, QueueEntry, TicketView
from tests.support import view

COUNTER = "3"
STAFF = "t1"
SERVICES = ("cash", "transfer", "account", "lost", "other")


def queue(*, overtaken: int = 0) -> tuple[QueueEntry, ...]:
    """Twelve waiting, in call order for counter 3; the one for wealth goes elsewhere."""
    tickets = [t.model_copy(update={"overtaken": overtaken}) for t in view.twelve_waiting()]
    entries = [QueueEntry(ticket=t, is_eligible=t.service in SERVICES) for t in tickets]
    return tuple(sorted(entries, key=lambda entry: not entry.is_eligible))


def counter(**changes: object) -> CounterView:
    """Counter 3, open and free for 38 s unless changed."""
    since = view.NOW - timedelta(seconds=38)
    usual: dict[str, object] = {"staff": STAFF, "services": SERVICES, "since": since}
    return view.counter(COUNTER, **(usual | changes))  # type: ignore[arg-type]  # keyword table


def lobby(
    sequence: int = 101,
    *,
    missed: tuple[TicketView, ...] = (),
    held: tuple[TicketView, ...] = (),
    **changes: object,
) -> LobbyView:
    """A snapshot with counter 3 like this and twelve people waiting."""
    return view.lobby(
        sequence=sequence,
        missed=missed,
        held=held,
        waiting=view.twelve_waiting(),
        queue=queue(),
        counters=(view.counter("1"), counter(**changes)),
    )


def nobody(sequence: int = 101, **changes: object) -> LobbyView:
    """A snapshot where nobody waits."""
    counters = (view.counter("1"), counter(**changes))
    return view.lobby(sequence=sequence, queue=(), counters=counters)


def called(number: str = "A047", *, seconds_ago: float = 21.0, **changes: object) -> TicketView:
    """A ticket called to counter 3."""
    usual: dict[str, object] = {
        "state": "called",
        "called_at": view.NOW - timedelta(seconds=seconds_ago),
        "counter": COUNTER,
    }
    return view.ticket(number, minutes_ago=13.0, **(usual | changes))


def serving(number: str = "A047", *, seconds_ago: float = 252.0) -> TicketView:
    """A ticket served at counter 3 since this many seconds."""
    started = view.NOW - timedelta(seconds=seconds_ago)
    return called(number, seconds_ago=seconds_ago + 15, state="serving", started_at=started)


def missed(*numbers: str) -> tuple[TicketView, ...]:
    """No-shows that may come back, newest first: called 6 min ago, a minute before that ..."""
    tickets = []
    for index, number in enumerate(numbers):
        ended = view.NOW - timedelta(minutes=6 + index)
        changes: dict[str, object] = {"state": "no_show", "ended_at": ended, "counter": COUNTER}
        tickets.append(view.ticket(number, minutes_ago=31.0 + index, **changes))
    return tuple(tickets)


def card(number: str = "A047", **changes: object) -> CustomerCard:
    """What is known of a customer: asked at the kiosk, promised 10:05 to 10:12, no passbook."""
    usual: dict[str, object] = {
        "ticket": f"t-{number.lower()}",
        "is_advised": True,
        "missing": ("card-or-passbook",),
        "promised_from": view.NOW - timedelta(minutes=7),
        "promised_by": view.NOW,
    }
    return CustomerCard.model_validate(usual | changes)


def help_asked(device: str = "kiosk-1", *, sequence: int = 102, after_s: float = 0.0) -> EventView:
    """Somebody at a kiosk asks for a person."""
    at = view.NOW + timedelta(seconds=after_s)
    data = {"device": device, "screen": "help"}
    return EventView(sequence=sequence, kind="help.asked", at=at, recorded_at=at, data=dict(data))


def event(
    kind: str, number: str = "A047", *, sequence: int = 102, after_s: float = 0.0, **data: object
) -> EventView:
    """An event of counter 3 and its teller."""
    at = view.NOW + timedelta(seconds=after_s)
    return EventView.model_validate(
        {
            "sequence": sequence,
            "kind": kind,
            "at": at,
            "recorded_at": at,
            "ticket": f"t-{number.lower()}",
            "number": number,
            "counter": COUNTER,
            "staff": STAFF,
            "data": data,
        }
    )
