"""Where a ticket comes from: the server that decides, or the kiosk itself while none does."""

import re
from collections import deque
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from kiosk.ticketing.offline.desk import OwnDesk
from kiosk.ticketing.ticket_face import Given
from shared.client.clock import is_clock
from shared.client.ports import Failure, LobbyClient
from shared.client.refusal import unreadable
from shared.config.base_tables import LETTER
from shared.config.profile import Profile
from shared.domain.errors import LobbyError
from shared.domain.ticket import TicketState
from shared.i18n import error_sentence
from shared.protocol.command import IssueTicket
from shared.protocol.lobby import TicketIssued

SHOWN_MAX: Final = 1000
#: A series and its ordinal, as the domain writes them (``shared.domain.numbers``).
NUMBER: Final = re.compile(rf"(?:{LETTER.strip('^$')})[0-9]{{3,6}}")
AHEAD_MAX: Final = 99_999
URL_MAX: Final = 300
"""A code of more characters has modules too small to be read from a screen or a slip."""
#: A new ticket waits, or was called at once.
NEW: Final = frozenset({TicketState.WAITING, TicketState.CALLED})


class TicketSource(QObject):
    """Asks for tickets, and looks whether what comes is the ticket that was asked for.

    Signals:
        changed(): whether tickets are to be had, and from whom, may be different.
    """

    changed = Signal()

    def __init__(self, client: LobbyClient, own: OwnDesk) -> None:
        """``own``: the kiosk's own numbers."""
        super().__init__()
        self._client = client
        self.own = own
        self._shown: deque[str] = deque(maxlen=SHOWN_MAX)
        client.onlineChanged.connect(self.changed)
        client.servingChanged.connect(self.changed)
        own.changed.connect(self.changed)

    @property
    def is_own(self) -> bool:
        """Whether the kiosk gives the tickets itself now, as no server decides."""
        return not self._client.is_served and self.own.can_issue

    @property
    def is_ready(self) -> bool:
        """Whether tickets are to be had at all."""
        return self._client.profile is not None and (self._client.is_served or self.own.can_issue)

    def ask(
        self,
        wish: IssueTicket,
        on_given: Callable[[Given], object],
        on_refused: Callable[[Failure], object],
    ) -> None:
        """A ticket for this wish: exactly one of the two is called, now or later."""

        def came(ticket: TicketIssued) -> None:
            if not self._is_for(wish, ticket):
                failed(unreadable(200))
                return
            self.learn(ticket)
            on_given(ticket)

        def failed(failure: Failure) -> None:
            if failure.is_undecided and self.own.can_issue:
                self._give(wish, on_given, on_refused)
            else:
                on_refused(failure)

        if self.is_own:
            self._give(wish, on_given, on_refused)
        else:
            self._client.issue_ticket(wish).then(came, failed)

    def learn(self, ticket: TicketIssued) -> None:
        """This ticket was shown: it is nobody else's, and our own numbers know of it."""
        self._shown.append(ticket.id)
        self.own.learn(ticket)

    def _give(
        self,
        wish: IssueTicket,
        on_given: Callable[[Given], object],
        on_refused: Callable[[Failure], object],
    ) -> None:
        """A ticket of our own."""
        try:
            ticket = self.own.issue(wish)
        except LobbyError as error:
            on_refused(Failure(error.code, error_sentence(error), params=error.params))
            return
        self._shown.append(ticket.id)
        on_given(ticket)

    def _is_for(self, wish: IssueTicket, ticket: TicketIssued) -> bool:
        """Whether a server's answer can be the ticket of this wish: new, and for what was asked."""
        return (
            NUMBER.fullmatch(ticket.number) is not None
            and series_of(self._client.profile, ticket) == ticket.number[:1]
            and 0 <= ticket.people_ahead <= AHEAD_MAX
            and len(ticket.phone_url) <= URL_MAX
            and is_clock(ticket.arrived_at)
            and ticket.service == wish.service
            and wish.segment in (None, ticket.segment)
            and ticket.state in NEW
            and ticket.id not in self._shown
        )


def series_of(profile: Profile | None, ticket: TicketIssued) -> str:
    """The letter that a ticket's number begins with: its segment's, else its service's."""
    segments = profile.segments if profile else ()
    services = profile.services if profile else ()
    of_segment = [each.series or "" for each in segments if each.id == ticket.segment]
    of_service = [each.series for each in services if each.id == ticket.service]
    return next((letter for letter in (*of_segment, *of_service) if letter), "")
