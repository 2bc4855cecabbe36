"""The errand "who is it": a card, a code or a number says which segment, and nothing more.

It can always be left out. What was read is given to the server and forgotten; the answer is a
segment and an opaque reference, which end with the visit. No name is known here, so none is shown.
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.ticketing.booking_errand import BookingErrand
from kiosk.ticketing.flow_state import FlowState
from kiosk.ticketing.keypad_errand import Asking, KeypadErrand
from kiosk.ticketing.page import BOOKED, FOR_STAFF, HELP, NOTE, REFUSED, TELEPHONE, TICKET
from shared.i18n import LANGUAGES, translate
from shared.protocol.appointment import CODE_ALPHABET, CODE_LENGTH
from shared.protocol.customer import CustomerView, FindCustomer

CODE_AT_END = re.compile(rf"(?:^|[/=#])([{CODE_ALPHABET}]{{{CODE_LENGTH}}})$")
SECOND_TRACK = re.compile(r";[0-9]{4,19}=[0-9]*\??")
"""Of a magnetic stripe (ISO/IEC 7813); the first one has the name, which is never looked at."""
REFERENCE = re.compile(r"^;?[0-9A-Za-z =?-]{4,128}$")
"""A card's number or stripe; addresses and whatever else a camera sees are none."""
SCAN, NUMBER = "scan", "number"
"""What is asked for while a customer is looked up."""
OVER = frozenset({TICKET, REFUSED, BOOKED, NOTE, HELP})
"""Pages of a visit that has come to its end: a scan there is the next customer's."""


class IdentifyErrand(QObject):
    """Finds out the segment, by a scan on any page, or by telephone number before the ways."""

    def __init__(self, state: FlowState, keypad: KeypadErrand, bookings: BookingErrand) -> None:
        """Nobody is known."""
        super().__init__()
        self._state = state
        self._keypad = keypad
        self._bookings = bookings

    def scanned(self, text: str) -> None:
        """A reader has read something, whatever page is shown."""
        state = self._state
        if state.asking_for or not state.client.is_served:
            return
        if state.is_out_of_order or state.page in FOR_STAFF:
            return
        track = SECOND_TRACK.search(text)
        text = track.group() if track else text.strip()
        code = CODE_AT_END.search(text.upper())
        if code is None and not REFERENCE.match(text):
            return
        if state.page in OVER:
            state.wipe()
        if code is not None:
            self._bookings.scanned(code.group(1))
        else:
            state.asking_for = SCAN
            state.warning.stop()
            state.tell()
            self._find(text, state.tell)

    @property
    def asks_number(self) -> bool:
        """Whether the number is asked for before the ways: once a visit, and only at a server."""
        state = self._state
        asks = state.patience().asks_number and state.client.is_served
        return asks and not state.known_segment and not state.was_asked

    def ask_number(self, then: Callable[[], object], back: Callable[[], object]) -> None:
        """Ask for the telephone number; skipped, unknown or known, ``then`` goes on."""
        state = self._state
        state.was_asked = True
        why = {
            code: translate("Kiosk", "So that we know what you are entitled to", language=code)
            for code in LANGUAGES
        }
        promise = {
            code: translate("Kiosk", "Looked up once; we keep no number", language=code)
            for code in LANGUAGES
        }

        def typed(number: str) -> None:
            state.asking_for = NUMBER
            state.tell()
            self._find(number, then)

        self._keypad.begin(Asking(TELEPHONE, why, promise, typed, then, back))

    def _find(self, reference: str, then: Callable[[], object]) -> None:
        state = self._state
        asked = state.asking_for

        def answered() -> None:
            """What was asked meanwhile, if anything, is not answered by this."""
            if state.asking_for == asked:
                state.asking_for = ""

        def came(view: CustomerView) -> None:
            answered()
            if view.is_known:
                state.known_segment = view.segment or ""
                state.known_ref = view.customer_ref or ""
                state.waitingChanged.emit()
            then()

        def failed(_failure: object) -> None:
            answered()
            then()

        command = FindCustomer(reference=reference)
        state.client.find_customer(command).then(state.if_here(came), state.if_here(failed))
