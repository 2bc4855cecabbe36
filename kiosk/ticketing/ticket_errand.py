"""The errand "a ticket": asked for, shown, printed; or refused, in plain words."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from kiosk.ticketing.flow_state import FlowState
from kiosk.ticketing.page import REFUSED, START, TICKET, Page, notice_seconds
from kiosk.ticketing.refusal import refusal_words
from kiosk.ticketing.stopwatch import NUMBER_SHOWN, Stopwatch
from kiosk.ticketing.ticket_face import Given, counter_words, slip_content, ticket_face
from shared.client.ports import Failure
from shared.domain.event import TICKET_CALLED
from shared.protocol.command import IssueTicket
from shared.protocol.event import EventView

NO_SLIP_S = 60
"""The ticket screen stays longer when the number must be photographed (LOOK-TOUCH.md, 6)."""


class TicketErrand(QObject):
    """Gets a ticket and shows it: pages ``ticket`` and ``refused``."""

    def __init__(self, state: FlowState, stopwatch: Stopwatch) -> None:
        """Nothing is asked for yet."""
        super().__init__()
        self._state = state
        self._stopwatch = stopwatch
        state.add_page(TICKET, Page(seconds=self._seconds, needs_server=False))
        state.add_page(
            REFUSED,
            Page(back=lambda: state.go(START), seconds=notice_seconds, needs_server=False),
        )
        state.printer.changed.connect(self._printing_changed)
        state.client.eventArrived.connect(self._event_came)

    def wish(self, service: str) -> IssueTicket:
        """The ticket that this customer would get for a service."""
        state = self._state
        return IssueTicket(
            service=service,
            segment=state.segment(),
            language=state.wire_language(),
            needs=tuple(each for each in state.more_needs if each != service),
            items=state.items,
            customer_ref=state.known_ref or None,
        )

    def tapped(self) -> None:
        """The finger left what gives a ticket, at once or after the server has named the ways."""
        self._stopwatch.tap()

    def ask(
        self,
        key: str,
        wish: IssueTicket,
        on_given: Callable[[Given], object] | None = None,
    ) -> None:
        """Ask for the ticket; until the answer every further touch is ignored.

        ``key`` is what was touched: it looks pressed until the number is there.
        """

        def came(ticket: Given) -> None:
            if on_given is not None:
                on_given(ticket)
            self.show(ticket)

        state = self._state
        state.asking_for = key
        state.idle.stop()
        state.tell()
        state.source.ask(wish, came, self.refuse)

    def show(self, ticket: Given) -> None:
        """The number first, the paper after it."""
        state = self._state
        state.asking_for = ""
        profile = state.face.profile
        assert profile is not None
        zone = state.client.now().tzinfo
        self._stopwatch.ticket_came(ticket.id)
        state.ticket_shown = ticket_face(ticket, profile, zone)
        state.called_words = counter_words(profile, ticket.counter) if ticket.counter else {}
        state.go(TICKET)
        state.printer.print_slip(ticket.id, slip_content(ticket, profile, zone))
        state.count_down()

    def refuse(self, failure: Failure) -> None:
        """No ticket: nobody is promised anything."""
        state = self._state
        state.asking_for = ""
        state.refusal_words = refusal_words(failure)
        state.go(REFUSED)
        state.count_down()

    def number_shown(self) -> None:
        """The first picture with the number is on the screen."""
        self._stopwatch.mark(NUMBER_SHOWN, str(self._state.ticket_shown.get("id", "")))

    def _seconds(self) -> int:
        """Long enough for a photo where there is no slip; short while others wait behind."""
        state = self._state
        if not state.has_slip:
            return NO_SLIP_S
        profile = state.face.profile
        if state.face.is_rush and profile is not None:
            return profile.rush.ticket_s
        return state.patience().ticket_s

    @Slot()
    def _printing_changed(self) -> None:
        """No slip: the page stays longer, so that there is time for a photo."""
        state = self._state
        if state.page == TICKET and not state.has_slip:
            state.count.start(NO_SLIP_S)
        state.tell()

    @Slot(object)
    def _event_came(self, event: EventView) -> None:
        """The ticket on the screen is called already: say where to go."""
        state = self._state
        is_mine = event.kind == TICKET_CALLED and event.ticket == state.ticket_shown.get("id")
        if is_mine and state.face.profile is not None:
            state.called_words = counter_words(state.face.profile, event.counter)
            state.tell()
