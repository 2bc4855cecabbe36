"""Ways of using the kiosk that suit a customer: lowered controls, a call that is seen."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ticketing.flow_state import FlowState
from kiosk.ticketing.page import TICKET
from shared.protocol.command import NoteTicket
from shared.ui.theme import TOUCH_FROM, Theme

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AccessModes(QObject):
    """What one customer has chosen; nothing of it stays for the next.

    For QML: ``canLower``: the panel hangs so high that its upper controls are out of a seated
    person's reach; ``isLowered``: they have been brought down. ``canNote``: the ticket on the
    screen can still be marked; ``isVisual``: its customer does not hear well, and is called so.
    """

    changed = Signal()

    def __init__(self, state: FlowState, theme: Theme) -> None:
        """Nothing is chosen."""
        super().__init__()
        self._state = state
        self._theme = theme
        self.is_visual = False
        state.traces.append(lambda: self.is_lowered)
        state.wiped.connect(self._forget)
        state.changed.connect(self.changed)

    @property
    def can_lower(self) -> bool:
        """Whether there is anything to be brought down."""
        return float(self._theme.property("reachTop")) > TOUCH_FROM

    @property
    def is_lowered(self) -> bool:
        """Whether it is down."""
        return bool(self._theme.property("lowered"))

    @Slot()
    def swapLowered(self) -> None:
        """Down, or up again."""
        self._theme.set_lowered(self.can_lower and not self.is_lowered)
        self._state.tell()

    @Slot()
    def swapVisual(self) -> None:
        """The customer does not hear well; or was touched by mistake."""
        ticket = str(self._state.ticket_shown.get("id", ""))
        if not self.can_note:
            return
        wanted = not self.is_visual
        self.is_visual = wanted
        self._state.count_down()

        def refused(_failure: object) -> None:
            if self._state.ticket_shown.get("id") == ticket:
                self.is_visual = not wanted
                self.changed.emit()

        command = NoteTicket(needs_visual_call=wanted)
        self._state.client.note_ticket(ticket, command).then(lambda _view: None, refused)
        self.changed.emit()

    @property
    def can_note(self) -> bool:
        """Whether a server knows the ticket on the screen, and can be told."""
        state = self._state
        is_own = bool(state.ticket_shown.get("isOwn"))
        return state.page == TICKET and not is_own and state.client.is_served

    @Slot()
    def _forget(self) -> None:
        self.is_visual = False
        self._theme.set_lowered(False)

    canLower = Property(bool, lambda self: self.can_lower, notify=changed)
    isLowered = Property(bool, lambda self: self.is_lowered, notify=changed)
    canNote = Property(bool, lambda self: self.can_note, notify=changed)
    isVisual = Property(bool, lambda self: self.is_visual, notify=changed)
