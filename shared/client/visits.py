"""What staff do with a visit that goes on: put aside, send on, the next need, out of order.

Part of the port ``shared.client.ports.LobbyClient``.
"""

from shared.client.door import Door
from shared.client.reply import Reply
from shared.protocol.command import CallTicket, PlanPause, SetServices
from shared.protocol.visit import DeferTicket, HoldTicket, JoinTicket, NextNeed, TransferTicket


class Visits(Door):
    """The commands of a visit between its first call and its end. Abstract, as ``Door`` is."""

    def hold(self, ticket: str, command: HoldTicket) -> Reply:
        """The ticket at the counter is put aside: ``TicketView``."""
        raise NotImplementedError

    def resume_ticket(self, ticket: str) -> Reply:
        """A held ticket waits again: ``TicketView``."""
        raise NotImplementedError

    def transfer(self, ticket: str, command: TransferTicket) -> Reply:
        """The ticket is sent on and keeps its number: ``TicketView``."""
        raise NotImplementedError

    def next_need(self, ticket: str, command: NextNeed) -> Reply:
        """The present need is done, the next one is served here: ``TicketView``."""
        raise NotImplementedError

    def join(self, ticket: str, command: JoinTicket) -> Reply:
        """A companion's ticket comes along on this one: ``TicketView``."""
        raise NotImplementedError

    def defer(self, ticket: str, command: DeferTicket) -> Reply:
        """The customer wants to be called later: ``TicketView``."""
        raise NotImplementedError

    def call_ticket(self, counter: str, command: CallTicket) -> Reply:
        """This ticket is called out of order, for a reason: ``NextResult``."""
        raise NotImplementedError

    def plan_pause(self, counter: str, command: PlanPause) -> Reply:
        """The last customer, then a pause: ``CounterView``."""
        raise NotImplementedError

    def set_services(self, counter: str, command: SetServices) -> Reply:
        """The counter serves these from now on: ``CounterView``."""
        raise NotImplementedError
