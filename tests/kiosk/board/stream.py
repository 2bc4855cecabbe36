"""Events of the stream and a server's snapshot that fits them, for tests of the board."""

from datetime import timedelta

from shared.protocol.event import EventView
from shared.protocol.lobby import Call, LobbyView
from tests.support import view

CALLED, RECALLED = "ticket.called", "ticket.recalled"


def event(
    sequence: int,
    kind: str = CALLED,
    number: str = "A001",
    counter: str = "1",
    *,
    seconds_ago: float = 0.0,
) -> EventView:
    """An event about a ticket whose identifier is its number."""
    at = view.NOW - timedelta(seconds=seconds_ago)
    return EventView(
        sequence=sequence,
        kind=kind,
        at=at,
        recorded_at=at,
        ticket=f"t-{number.lower()}",
        number=number,
        counter=counter,
    )


class Server:
    """What a server would answer after these events: the last twenty calls, newest first."""

    def __init__(self) -> None:
        self.sequence = 0
        self.calls: list[Call] = []

    def happens(self, kind: str = CALLED, number: str = "A001", counter: str = "1") -> EventView:
        """The next event of the log."""
        self.sequence += 1
        told = event(self.sequence, kind, number, counter)
        if kind == "day.opened":
            self.calls.clear()
        if kind in (CALLED, RECALLED):
            call = Call(
                sequence=self.sequence,
                ticket=told.ticket,
                number=number,
                counter=counter,
                called_at=told.at,
                is_recall=kind == RECALLED,
            )
            self.calls.insert(0, call)
        return told

    def snapshot(self, **changes: object) -> LobbyView:
        """The lobby now."""
        values = {"sequence": self.sequence, "recent_calls": tuple(self.calls[:20])} | changes
        return view.lobby(**values)
