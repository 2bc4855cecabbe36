"""What staff do with a visit that goes on, over REST."""

from urllib.parse import quote

from pydantic import BaseModel

from shared.client.ports import Reply
from shared.client.rest_door import RestDoor
from shared.protocol.command import CallTicket, PlanPause, SetServices
from shared.protocol.lobby import CounterView, NextResult, TicketView
from shared.protocol.visit import DeferTicket, HoldTicket, JoinTicket, NextNeed, TransferTicket


class RestVisits(RestDoor):
    """Hold, resume, send on, the next need, later, out of order; pauses and services to come."""

    def hold(self, ticket: str, command: HoldTicket) -> Reply:
        """POST tickets/{id}/hold."""
        return self._ticket(ticket, "hold", command)

    def resume_ticket(self, ticket: str) -> Reply:
        """POST tickets/{id}/resume."""
        return self._ticket(ticket, "resume")

    def transfer(self, ticket: str, command: TransferTicket) -> Reply:
        """POST tickets/{id}/transfer."""
        return self._ticket(ticket, "transfer", command)

    def next_need(self, ticket: str, command: NextNeed) -> Reply:
        """POST tickets/{id}/next-need."""
        return self._ticket(ticket, "next-need", command)

    def join(self, ticket: str, command: JoinTicket) -> Reply:
        """POST tickets/{id}/join."""
        return self._ticket(ticket, "join", command)

    def defer(self, ticket: str, command: DeferTicket) -> Reply:
        """POST tickets/{id}/defer."""
        return self._ticket(ticket, "defer", command)

    def call_ticket(self, counter: str, command: CallTicket) -> Reply:
        """POST counters/{counter}/call."""
        return self._send(f"counters/{quote(counter)}/call", command, NextResult)

    def plan_pause(self, counter: str, command: PlanPause) -> Reply:
        """POST counters/{counter}/plan."""
        return self._send(f"counters/{quote(counter)}/plan", command, CounterView)

    def set_services(self, counter: str, command: SetServices) -> Reply:
        """POST counters/{counter}/services."""
        return self._send(f"counters/{quote(counter)}/services", command, CounterView)

    def _ticket(self, ticket: str, verb: str, command: BaseModel | None = None) -> Reply:
        return self._send(f"tickets/{quote(ticket)}/{verb}", command, TicketView)
