"""What a teller does with a visit that does not end here: hold, send on, later, the next need."""

from counter.teller.commanding import Commanding
from counter.teller.desk_state import Message
from counter.teller.scene import Command, Phase
from shared.client.ports import Failure, Reply
from shared.domain.errors import RoleForbidden
from shared.i18n import error_sentence
from shared.protocol.command import CallTicket
from shared.protocol.roles import IN_CHARGE
from shared.protocol.visit import DeferTicket, HoldTicket, NextNeed, TransferTicket

TO_COUNTER, TO_SERVICE = "counter:", "service:"
"""How the sheet of targets names them."""
HELD, MISSED = "held:", "missed:"
"""How the sheet of those who are back names them."""


class Visits(Commanding):
    """The intents of keys F4 (next need), F6, F7, F8, F9; each free of widgets."""

    def hold(self, pool: str, remind_min: int = 0) -> None:
        """F6 and a digit: the customer steps aside, the counter is free.

        ``remind_min``: this window says so after so many minutes; 0: it does not.
        """
        ticket = self._present(Phase.CALLED, Phase.SERVING)
        if ticket is not None:
            command = HoldTicket(pool=pool)
            self.reminders.set(ticket.id, self.now(), remind_min)
            self._on_ticket(Command.HOLD, lambda: self.client.hold(ticket.id, command))

    def transfer(self, target: str) -> None:
        """F7 and a digit: to another counter, or for another service; the number stays."""
        ticket = self._present(Phase.CALLED, Phase.SERVING)
        if ticket is not None:
            command = _target(target)
            self._on_ticket(Command.TRANSFER, lambda: self.client.transfer(ticket.id, command))

    def defer(self, minutes: str) -> None:
        """F8 and a digit: the customer wants to be called later."""
        ticket = self._present(Phase.CALLED, Phase.SERVING)
        if ticket is not None:
            command = DeferTicket(minutes=int(minutes))
            self._on_ticket(Command.DEFER, lambda: self.client.defer(ticket.id, command))

    def next_need(self) -> None:
        """F4 while somebody is served who has a further need: it begins at once."""
        ticket = self._present(Phase.SERVING)
        if ticket is not None and len(ticket.needs) > 1:
            self._on_ticket(Command.NEED, lambda: self.client.next_need(ticket.id, NextNeed()))

    def take_back(self, who: str) -> None:
        """F9 and a digit: who was put aside or missed the call waits again."""

        def send() -> Reply:
            if who.startswith(HELD):
                return self.client.resume_ticket(who.removeprefix(HELD))
            return self.client.return_ticket(who.removeprefix(MISSED))

        # Nothing to take from the answer: the snapshot will show it in the list.
        self._run(Command.TAKE_BACK, send, lambda _ticket: None)

    def may_pick(self) -> bool:
        """Whether this person may call out of order now; where not, the message says why."""
        session, profile = self.session, self.client.profile
        if session is None or profile is None or self.pending is not None:
            return False
        if session.role in IN_CHARGE or profile.calling.tellers_may_pick:
            return self.scene.phase in (Phase.FREE, Phase.STANDBY)
        error = RoleForbidden(session.role, ", ".join(sorted(IN_CHARGE)))
        self.message = Message(Failure(error.code, error_sentence(error), params=error.params))
        self._tell()
        return False

    def call_out_of_order(self, ticket: str, reason: str) -> None:
        """The ticket that is chosen in the list, for a reason of the profile."""
        command = CallTicket(ticket=ticket, reason=reason, current=self._shown())
        self._run(
            Command.NEXT, lambda: self.client.call_ticket(self.counter, command), self._called
        )


def _target(target: str) -> TransferTicket:
    if target.startswith(TO_COUNTER):
        return TransferTicket(counter=target.removeprefix(TO_COUNTER))
    return TransferTicket(service=target.removeprefix(TO_SERVICE))
