"""The errand of staff: a held corner, staff number and PIN, then a small page for the machine.

Who may is decided by the server, so without one nobody gets in; the page says what to do then.
"""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ticketing.flow_state import FlowState
from kiosk.ticketing.keypad_errand import Asking, KeypadErrand
from kiosk.ticketing.out_of_order import OutOfOrder
from kiosk.ticketing.page import (
    PANEL_TEST,
    PIN,
    STAFF,
    STAFF_NUMBER,
    STAFF_REFUSED,
    Page,
    notice_seconds,
)
from kiosk.ticketing.recent_prints import RecentPrints
from kiosk.ticketing.tile import Words
from kiosk.ticketing.way_card import NO_WORDS
from shared.client.ending import ENDED, RESTARTED
from shared.client.ports import Failure
from shared.client.refusal import sentence_in
from shared.i18n import LANGUAGES, translate
from shared.protocol.command import Unlock
from shared.protocol.lobby import Session
from shared.protocol.printing import Reprint

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1

HOLD_S = 3.0
ENDS = {"end": ENDED, "restart": RESTARTED}


@QmlElement
class StaffErrand(QObject):
    """Pages ``staff_number`` and ``pin`` (of the keypad), ``staff``, ``panel_test``.

    For QML: ``holdS``: so long the corner is held; ``name``: who is in; ``refusal``: why nobody
    is; ``note``: what became of the last touch; ``isOutOfOrder``; ``recent``: the newest prints
    (ticket, copy, number, at, fate); ``printer``: what it lacks, as a code; ``armed``: end or
    restart was touched once and waits for the second touch.

    Signals:
        ended(code): the program is to end, as ``shared.client.ending`` says.
    """

    changed = Signal()
    ended = Signal(int)

    def __init__(
        self, state: FlowState, keypad: KeypadErrand, mark: OutOfOrder, recent: RecentPrints
    ) -> None:
        """Nobody is in."""
        super().__init__()
        self._state = state
        self._keypad = keypad
        self._mark = mark
        self._recent = recent
        self.hold_s = HOLD_S
        self.who = ""
        self.refusal_words: Words = {}
        self.note_words: Words = NO_WORDS
        self.armed_for = self._copying = ""
        state.is_out_of_order = mark.is_on
        state.add_page(STAFF, Page(back=state.wipe, needs_server=False))
        state.add_page(PANEL_TEST, Page(back=self._leave_test, needs_server=False))
        state.add_page(STAFF_REFUSED, Page(seconds=notice_seconds, needs_server=False))
        state.wiped.connect(self._forget)
        state.client.problemsChanged.connect(self.changed)
        recent.changed.connect(self.changed)

    # ------------------------------------------------------------ getting in

    @Slot()
    def open(self) -> None:
        """The corner was held: whatever a customer left is gone, and staff may say who they are."""
        state = self._state
        if state.page in {STAFF, PANEL_TEST}:
            return
        state.wipe()
        if not state.client.is_served:
            self._refuse(_no_server())
            return
        self._keypad.begin(self._asks(STAFF_NUMBER, self._number_typed))

    def _asks(self, page: str, on_typed: Callable[[str], object]) -> Asking:
        return Asking(page, NO_WORDS, NO_WORDS, on_typed, None, self._state.wipe)

    def _number_typed(self, number: str) -> None:
        self._keypad.begin(self._asks(PIN, lambda pin: self._unlock(number, pin)))

    def _unlock(self, number: str, pin: str) -> None:
        state = self._state
        state.asking_for = "unlock"
        state.tell()
        is_here = state.if_here(lambda _said: True)

        def came(session: Session) -> None:
            if not is_here(None):  # whoever it was has gone: nobody else shall find it open
                state.client.sign_out()
                return
            state.asking_for = ""
            self.who = session.name
            self.changed.emit()
            state.go(STAFF)

        def failed(failure: Failure) -> None:
            state.asking_for = ""
            self._refuse(
                {code: sentence_in(failure.code, failure.params, code) for code in LANGUAGES}
                if not failure.is_undecided
                else _no_server()
            )

        state.client.unlock(Unlock(staff=number, pin=pin)).then(came, state.if_here(failed))

    def _refuse(self, words: Words) -> None:
        self.refusal_words = words
        self.changed.emit()
        self._state.go(STAFF_REFUSED)
        self._state.count_down()

    # ------------------------------------------------------------ the page

    @Slot()
    def done(self) -> None:
        """Nothing of it stays."""
        self._state.wipe()

    @Slot()
    def swapOutOfOrder(self) -> None:
        """No tickets here until it is touched again; the list of devices says so."""
        if self._state.page == STAFF:
            self.put(out_of_order=not self._mark.is_on)
            self._disarm()

    def put(self, *, out_of_order: bool) -> None:
        """Out of order, or back in use."""
        self._mark.set(is_on=out_of_order)
        self._state.is_out_of_order = out_of_order
        self._state.client.problemsChanged.emit()
        self._state.tell()

    @Slot(str)
    def reprint(self, ticket: str) -> None:
        """One more slip of this ticket, marked as a copy; it comes the way of every copy."""
        state = self._state
        number = next((each.number for each in self._recent.prints if each.ticket == ticket), "")
        if state.page != STAFF or not number or state.asking_for or self._copying:
            return
        self._copying = ticket
        self._disarm()

        def came(_view: object) -> None:
            self._say(
                {
                    code: translate("Kiosk", "Copy of %1", number, language=code)
                    for code in LANGUAGES
                }
            )

        def failed(failure: Failure) -> None:
            self._say({c: sentence_in(failure.code, failure.params, c) for c in LANGUAGES})

        reply = state.client.reprint(ticket, Reprint())
        reply.then(state.if_here(came), state.if_here(failed))

    def _say(self, words: Words) -> None:
        self.note_words, self._copying = words, ""
        self.changed.emit()

    @Slot()
    def testPanel(self) -> None:
        """Colours, then touches, over the whole panel."""
        if self._state.page == STAFF:
            self._disarm()
            self._state.go(PANEL_TEST)

    @Slot()
    def panelTested(self) -> None:
        """Every field was touched."""
        if self._state.page == PANEL_TEST:
            self._leave_test()

    @Slot(str)
    def finish(self, how: str) -> None:
        """End the program, or start it afresh: at the second touch of the same key."""
        if self._state.page != STAFF or how not in ENDS:
            return
        if self.armed_for != how:
            self.armed_for = how
            self.changed.emit()
            self._state.tell()
            return
        reply = self._state.client.sign_out()
        self.who = ""
        self._state.wipe()
        reply.then(lambda _none: self.ended.emit(ENDS[how]), lambda _no: self.ended.emit(ENDS[how]))

    # ------------------------------------------------------------ inside

    def _leave_test(self) -> None:
        self._state.go(STAFF)

    def _disarm(self) -> None:
        self.armed_for = ""
        self.note_words = NO_WORDS
        self.changed.emit()
        self._state.tell()

    @Slot()
    def _forget(self) -> None:
        """Nobody is in any more, here and at the server."""
        if self.who:
            self._state.client.sign_out()
        self.who, self.refusal_words, self.note_words = "", {}, NO_WORDS
        self.armed_for = self._copying = ""
        self.changed.emit()

    def _recent_shown(self) -> list[dict[str, object]]:
        return [each.shown() for each in self._recent.prints]

    holdS = Property(float, lambda self: self.hold_s, notify=changed)
    name = Property(str, lambda self: self.who, notify=changed)
    refusal = Property(dict, lambda self: self.refusal_words, notify=changed)
    note = Property(dict, lambda self: self.note_words, notify=changed)
    armed = Property(str, lambda self: self.armed_for, notify=changed)
    isOutOfOrder = Property(bool, lambda self: self._mark.is_on, notify=changed)
    recent = Property(list, _recent_shown, notify=changed)
    printer = Property(str, lambda self: self._state.printer.state_now, notify=changed)


def _no_server() -> Words:
    return {
        code: translate(
            "Kiosk",
            "The server is away, so nobody can be recognised here. Whoever looks after the "
            "machine can end or restart the program there",
            language=code,
        )
        for code in LANGUAGES
    }
