"""What the hall may see and hear: today's calls, who is in line, and which call is to be announced.

Groups that the profile keeps off the common board are nowhere in here. No Qt, but for the client.
"""

from typing import Any

from kiosk.board.book import Book
from kiosk.board.calls import CALLS, Calls, call_of
from kiosk.board.facts import names
from kiosk.board.voice.announcer import Announcement
from shared.client.ports import LobbyClient
from shared.config.board_tables import BoardTable
from shared.protocol.event import EventView
from shared.protocol.lobby import Call, LobbyView, TicketView

#: The call of somebody who does not hear well is shown so often, while nobody else waits for it.
VISUAL_TIMES = 3
DEFAULT_COME_WITHIN_S = 120


class Hall:
    """The public part of the branch, as snapshots and the stream tell it."""

    def __init__(self, client: LobbyClient) -> None:
        self._client = client
        self._book = Book()
        self._calls = Calls()

    def take_snapshot(self, lobby: LobbyView) -> None:
        """What the server says now."""
        self._book.take_snapshot(lobby)
        self._calls.take_snapshot(lobby)

    def take_event(self, event: EventView) -> None:
        """What has happened since."""
        self._book.take_event(event)
        self._calls.take_event(event)

    @property
    def board(self) -> BoardTable:
        """The panels and what is kept off them."""
        return self._client.profile.board if self._client.profile else BoardTable()

    @property
    def calls(self) -> list[Call]:
        """Each ticket once at its newest call, newest first."""
        return [call for call in self._calls.newest_first if self._is_public(call.ticket)]

    def newest(self) -> Call | None:
        """The last call."""
        return next(iter(self.calls), None)

    @property
    def in_line(self) -> list[TicketView]:
        """Who waits, in call order."""
        waiting = self._client.lobby.waiting if self._client.lobby else ()
        hidden = self.board.hidden_segments
        return [ticket for ticket in waiting if ticket.segment not in hidden]

    @property
    def come_within_s(self) -> int:
        """How long a call is good, as the board says."""
        profile = self._client.profile
        return profile.calling.come_within_s if profile else DEFAULT_COME_WITHIN_S

    @property
    def clock_rate(self) -> float:
        """Branch seconds per real second: 60 in a time-lapse, 0 where a test sets the clock."""
        return self._client.lobby.clock_rate if self._client.lobby else 1.0

    def is_to_be_announced(self, event: EventView) -> bool:
        """Whether it is a call that the hall may hear, and hear now."""
        return event.kind in CALLS and self._is_fresh(event) and self._is_public(event.ticket)

    def announcement(self, event: EventView) -> Announcement:
        """The call in this event, as the voice takes it."""
        call, known, profile = call_of(event), self._book.of(event.ticket), self._client.profile
        times = profile.voice.times if profile else 1
        return Announcement(
            call.sequence,
            call.ticket,
            call.number,
            call.counter,
            call.is_recall,
            known.language,
            max(times, VISUAL_TIMES) if known.is_visual else times,
        )

    def row(self, call: Call | Announcement | None) -> dict[str, Any]:
        """A call for a row; ``place`` holds the counter's name where it has one."""
        if call is None:
            return {"number": "", "counter": "", "place": names(None)}
        profile = self._client.profile
        named = {c.id: c.name for c in profile.counters} if profile else {}
        place = names(named.get(call.counter))
        return {"number": call.number, "counter": call.counter, "place": place}

    def _is_public(self, ticket: str) -> bool:
        """Whether the profile lets the hall see and hear this customer's number."""
        return self._book.of(ticket).segment not in self.board.hidden_segments

    def _is_fresh(self, event: EventView) -> bool:
        """Not a call from a long outage: it would send people to a counter that gave them up.

        When it was true counts, not when this log learned of it (docs/decisions/0025).
        """
        age_s = (self._client.now() - event.at).total_seconds()
        return age_s <= self.come_within_s * max(1.0, self.clock_rate)
