"""When to look after somebody on hold: the times that this teller has set, on this window only."""

from datetime import datetime, timedelta

from shared.protocol.lobby import TicketView


class Reminders:
    """Tickets on hold and when to be reminded of them, on the branch's clock."""

    def __init__(self) -> None:
        """None yet."""
        self._at: dict[str, datetime] = {}
        self._told: set[str] = set()

    def set(self, ticket: str, now: datetime, minutes: int) -> None:
        """In so many minutes; 0: not at all."""
        self._told.discard(ticket)
        self._at.pop(ticket, None)
        if minutes:
            self._at[ticket] = now + timedelta(minutes=minutes)

    def keep(self, held: tuple[TicketView, ...]) -> None:
        """Who is not on hold any more needs no reminder."""
        still = {each.id for each in held}
        self._at = {ticket: at for ticket, at in self._at.items() if ticket in still}

    def at(self, ticket: str) -> datetime | None:
        """When; None: no reminder."""
        return self._at.get(ticket)

    def due(self, now: datetime) -> frozenset[str]:
        """Whose time has come, until they are taken back or read."""
        return frozenset(ticket for ticket, at in self._at.items() if at <= now)

    def new(self, now: datetime) -> bool:
        """Whether somebody's time has come since this was last asked."""
        fresh = self.due(now) - self._told
        self._told |= fresh
        return bool(fresh)

    def read(self, now: datetime) -> bool:
        """Those that are due have been read; whether there were any."""
        due = self.due(now)
        for ticket in due:
            del self._at[ticket]
        return bool(due)
