"""How the desk sends a command: one at a time, a refusal becomes one sentence."""

from collections.abc import Callable
from typing import Any

from counter.teller.desk_state import DeskState, Message
from counter.teller.scene import Command, Phase
from shared.client.ports import Failure, Reply
from shared.domain.errors import SessionMissing
from shared.protocol.lobby import TicketView


class Commanding(DeskState):
    """The desk that asks the server; subclasses say what for."""

    def _run(
        self,
        command: Command,
        send: Callable[[], Reply],
        on_done: Callable[[Any], object],
        on_failed: Callable[[Failure], object] | None = None,
    ) -> None:
        """Send one command, unless one is pending or there is no connection."""
        if self.pending is not None or not self.client.is_served or self._own.is_telling:
            return
        self.pending = command
        lobby = self.client.lobby
        self._newest.sent(lobby.sequence if lobby else 0)

        def done(answer: object) -> None:
            self.pending = None
            self.message = None
            on_done(answer)
            self._tell()

        def failed(failure: Failure) -> None:
            self.pending = None
            (on_failed or self._refused)(failure)
            self._tell()

        send().then(done, failed)
        self._tell()

    def _on_ticket(self, command: Command, send: Callable[[], Reply]) -> None:
        self._run(command, send, self._changed_ticket)

    def _refused(self, failure: Failure) -> None:
        """One sentence; without a session also back to the form, which keeps the counter."""
        self.message = Message(failure)
        if failure.code == SessionMissing.code:
            self.session = None
            self.is_at_desk = False

    def _shown(self) -> str:
        """The ticket that the window shows now, which a press means; empty: none."""
        ticket = self.scene.ticket
        return ticket.id if ticket is not None else ""

    def _present(self, *phases: Phase) -> TicketView | None:
        scene = self.scene
        return scene.ticket if scene.phase in phases else None
