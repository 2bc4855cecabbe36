"""The fake client's answers about a visit that goes on."""

from shared.client.ports import Reply
from shared.protocol.command import CallTicket, PlanPause, SetServices
from shared.protocol.lobby import NextResult
from shared.protocol.visit import DeferTicket, HoldTicket, JoinTicket, NextNeed, TransferTicket
from tests.support import view
from tests.support.fake_door import FakeDoor


class FakeVisits(FakeDoor):
    """What ``tests.support.fake_client`` answers between a visit's first call and its end."""

    def hold(self, ticket: str, command: HoldTicket) -> Reply:
        """Held."""
        return self._ticket("hold", ticket, "held", command)

    def resume_ticket(self, ticket: str) -> Reply:
        """Waiting again."""
        return self._ticket("resume_ticket", ticket, "waiting")

    def transfer(self, ticket: str, command: TransferTicket) -> Reply:
        """Waiting elsewhere."""
        return self._ticket("transfer", ticket, "waiting", command)

    def next_need(self, ticket: str, command: NextNeed) -> Reply:
        """Still served."""
        return self._ticket("next_need", ticket, "serving", command)

    def join(self, ticket: str, command: JoinTicket) -> Reply:
        """Both are served."""
        return self._ticket("join", ticket, "serving", command)

    def defer(self, ticket: str, command: DeferTicket) -> Reply:
        """Held until later."""
        return self._ticket("defer", ticket, "held", command)

    def call_ticket(self, counter: str, command: CallTicket) -> Reply:
        """Called out of order."""

        def answer() -> object:
            number = command.ticket.removeprefix("t-").upper()
            ticket = view.ticket(number, state="called", counter=counter, called_at=self.clock)
            return NextResult(ticket=ticket, reason=view.reason())

        return self._reply("call_ticket", answer, counter, command)

    def plan_pause(self, counter: str, command: PlanPause) -> Reply:
        """Planned."""
        return self._reply("plan_pause", lambda: view.counter(counter), counter, command)

    def set_services(self, counter: str, command: SetServices) -> Reply:
        """Changed."""
        return self._reply(
            "set_services",
            lambda: view.counter(counter, services=command.services),
            counter,
            command,
        )

    def _ticket(self, name: str, ticket: str, state: str, *arguments: object) -> Reply:
        """A command on a ticket, answered with the ticket in its new state."""
        number = ticket.removeprefix("t-").upper()
        return self._reply(name, lambda: view.ticket(number, state=state), ticket, *arguments)
