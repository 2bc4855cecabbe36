"""What clients were told: every answer as it came, to be held against the log afterwards."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from shared.client.ports import Failure, Reply
from shared.client.rest import RestClient
from shared.protocol.command import CloseTicket, IssueTicket
from shared.protocol.lobby import NextResult, TicketIssued, TicketView


@dataclass
class Ledger:
    """Answers of all clients of one hall.

    ``sent`` and ``lost`` count commands by kind: sent at all, and without an answer in the end.
    ``refused`` counts refusals by their code.
    """

    issued: list[TicketIssued] = field(default_factory=list)
    called: list[NextResult] = field(default_factory=list)
    closed: list[TicketView] = field(default_factory=list)
    sent: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    outages: Counter[str] = field(default_factory=Counter)
    open_replies: int = 0

    def follow(self, kind: str, reply: Reply, keep: Callable[[Any], None] | None = None) -> Reply:
        """Write down what becomes of a command; ``keep`` takes the answer, if there is one."""
        self.sent[kind] += 1
        self.open_replies += 1

        def done(answer: object) -> None:
            self.open_replies -= 1
            if keep is not None and answer is not None:
                keep(answer)

        def failed(failure: Failure) -> None:
            self.open_replies -= 1
            if failure.is_unreachable:
                self.lost[kind] += 1
            else:
                self.refused[failure.code] += 1

        return reply.then(done, failed)


class LedgerClient(RestClient):
    """The real client, with a ledger beside it."""

    def __init__(self, name: str, server: str, key: str, ledger: Ledger) -> None:
        """Counts its outages under its name."""
        super().__init__(server, key)
        self._ledger = ledger
        self._name = name
        self.onlineChanged.connect(self._noted_outage)

    def _noted_outage(self, is_online: bool) -> None:
        if not is_online:
            self._ledger.outages[self._name] += 1

    def issue_ticket(self, command: IssueTicket) -> Reply:
        """As the real one."""
        return self._ledger.follow(
            "issue", super().issue_ticket(command), self._ledger.issued.append
        )

    def next(self, counter: str, current: str | None = None) -> Reply:
        """As the real one."""
        reply = super().next(counter, current)
        return self._ledger.follow("next", reply, self._ledger.called.append)

    def close_ticket(self, ticket: str, command: CloseTicket) -> Reply:
        """As the real one."""
        reply = super().close_ticket(ticket, command)
        return self._ledger.follow("close", reply, self._ledger.closed.append)

    def no_show(self, ticket: str, *, has_looked: bool = False) -> Reply:
        """As the real one."""
        return self._ledger.follow("no-show", super().no_show(ticket, has_looked=has_looked))

    def return_ticket(self, ticket: str) -> Reply:
        """As the real one."""
        return self._ledger.follow("return", super().return_ticket(ticket))

    def recall(self, ticket: str) -> Reply:
        """As the real one."""
        return self._ledger.follow("recall", super().recall(ticket))

    def start_ticket(self, ticket: str) -> Reply:
        """As the real one."""
        return self._ledger.follow("start", super().start_ticket(ticket))
