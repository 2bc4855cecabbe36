"""The errand "a person, please": asked for, and said honestly whether that worked."""

from PySide6.QtCore import QObject, Slot

from kiosk.ticketing.flow_state import FlowState
from kiosk.ticketing.page import HELP, START, Page, notice_seconds
from shared.protocol.command import AskHelp


class HelpErrand(QObject):
    """Calls a person: page ``help``, from any page and back to it."""

    def __init__(self, state: FlowState) -> None:
        """Nobody is called yet."""
        super().__init__()
        self._state = state
        self._before = START
        page = Page(
            back=self._go_back, leave=self._go_back, seconds=notice_seconds, needs_server=False
        )
        state.add_page(HELP, page)
        state.wiped.connect(self._forget)

    def ask(self, screen: str = "") -> None:
        """Call a person. ``screen``: what the staff are told instead of the page's name."""
        state = self._state
        if state.page != HELP:
            self._before = state.page
        state.help_state = "asking"
        state.go(HELP)
        command = AskHelp(device=state.device, screen=screen or self._before)
        # Another customer's page says nothing of this call, though somebody comes all the same.
        state.client.ask_help(command).then(
            state.if_here(lambda _asked: self._answered("coming")),
            state.if_here(lambda _failure: self._answered("failed")),
        )

    def _answered(self, answer: str) -> None:
        """Somebody comes, or the call failed."""
        state = self._state
        if state.page == HELP:
            state.help_state = answer
            state.count_down()
        state.tell()

    def _go_back(self) -> None:
        """To where it was asked; a page that ends by itself gets its time once more."""
        self._state.go(self._before)
        self._state.count_down()

    @Slot()
    def _forget(self) -> None:
        self._before = START
