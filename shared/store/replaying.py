"""The log lived once more, with every call worked out again before it is believed."""

from collections.abc import Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.event import (
    DAY_OPENED,
    PROFILE_PUBLISHED,
    TICKET_CALLED,
    TICKET_ISSUED,
    Event,
    others,
)
from shared.domain.recompute import differences
from shared.store.chain import to_event
from shared.store.ticket_row import whole_row
from shared.store.verification import Verification

WRONG_DATA: Final = (LookupError, ValueError, TypeError, AttributeError)


class Replay:
    """A branch that lives its log again; ``tickets`` are the rows that its table should hold."""

    def __init__(self, result: Verification, profiles: Mapping[str, Profile], first: str) -> None:
        """``profiles`` by fingerprint; ``first`` is the one that holds at the beginning."""
        self._result = result
        self._zones = {v: ZoneInfo(p.branch.time_zone) for v, p in profiles.items()}
        library = {version: to_rules(profile) for version, profile in profiles.items()}
        self.zone = self._zones[first]
        self._name = library[first].branch
        self.branch = Branch(library[first], library)
        self.tickets: dict[str, dict[str, Any]] = {}

    def carry(self, event: Event) -> None:
        """Take what was recorded before the part of the log that is looked at."""
        apply(self.branch, (event,))

    def step(self, line: Any) -> None:
        """Prove and apply the event of one line of the table."""
        try:
            self._take(line, to_event(line))
        except WRONG_DATA as error:
            self._blame(line, f"cannot be replayed: {error!r}")

    def _take(self, line: Any, event: Event) -> None:
        if event.kind == PROFILE_PUBLISHED and not self._is_known(line, event):
            return
        if event.kind == TICKET_ISSUED and event.ticket in self.tickets:
            self._blame(line, f"issues ticket {event.ticket} again")
        if event.kind == TICKET_CALLED:
            self._result.calls += 1
            for said in differences(self.branch, event):
                self._blame(line, said)
        apply(self.branch, (event,))
        if event.kind != DAY_OPENED:
            self._note(line, event)

    def _is_known(self, line: Any, event: Event) -> bool:
        version = str(event.data.get("profile"))
        if version in self.branch.library:
            self.zone = self._zones[version]
            return True
        named = f"{version} ({event.data.get('version')})"
        self._blame(line, f"publishes profile {named}, which the database does not hold")
        return False

    def _note(self, line: Any, event: Event) -> None:
        """How the tickets of this event stand now."""
        tickets = self.branch.tickets
        about = tickets.get(event.ticket)
        if (about.number if about else "") != line.number:
            number = about.number if about else "none"
            self._blame(line, f"names number {line.number or 'none'} for ticket {number}")
        changed = [tickets[other] for other in others(event)]
        for ticket in (*changed, *([about] if about else [])):
            self.tickets[ticket.id] = whole_row(self._name, self.branch.day, ticket)

    def _blame(self, line: Any, said: str) -> None:
        self._result.blame(line, self.zone, said)
