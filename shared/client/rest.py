"""The real ``LobbyClient``: commands over REST, state over the snapshot and the event stream."""

from urllib.parse import quote

from pydantic import BaseModel, ValidationError
from PySide6.QtCore import QObject

from shared.client.connected import ConnectedClient, body_of
from shared.client.known import Memory
from shared.client.patient import PatientCommand
from shared.client.ports import Failure, Reply
from shared.client.refusal import failure_of, unreachable, untrusted
from shared.client.timing import Timing
from shared.client.unanswered import Unanswered
from shared.client.wire import Answer
from shared.domain.errors import SessionMissing
from shared.protocol.command import (
    AskHelp,
    CancelTicket,
    CloseTicket,
    IssueTicket,
    PauseCounter,
    RateTicket,
    SignIn,
)
from shared.protocol.journal import Journal, JournalTaken, LeaseNumbers, NumberLease
from shared.protocol.lobby import (
    CounterView,
    HelpAsked,
    NextResult,
    Session,
    TicketIssued,
    TicketView,
)


class RestClient(ConnectedClient):
    """A branch behind a server's address.

    Args:
        server: such as http://127.0.0.1:8100.
        key: this device's key.
        branch: identifier; empty for the first one that the server serves.
        timing: patience; the default is for production.
        ca: PEM file with the only authority that is trusted over https; empty: the machine's.
        memory: what an earlier run of the program knew; default: nothing, and nothing is kept.

    Raises:
        FileUnreadable: the CA's file.
    """

    def __init__(
        self,
        server: str,
        key: str = "",
        branch: str = "",
        timing: Timing | None = None,
        parent: QObject | None = None,
        ca: str = "",
        memory: Memory | None = None,
    ) -> None:
        """Wires the parts; ``start`` connects."""
        super().__init__(server, key, branch, timing, parent, ca, memory)
        self._staff_token = ""
        self._unanswered = Unanswered()
        self._replies: set[Reply] = set()
        self._commands: set[PatientCommand] = set()

    def stop(self) -> None:
        """Let go of the server; no signal and no answer comes after it."""
        super().stop()
        self._replies.clear()
        self._commands.clear()

    def issue_ticket(self, command: IssueTicket) -> Reply:
        """POST tickets; the same wish after no answer is sent as the same command once more.

        So a ticket that was made unheard goes to who asks again, and no number is left alone.
        """
        return self._send("tickets", command, TicketIssued, is_wish=True)

    def ask_help(self, command: AskHelp) -> Reply:
        """POST help-requests."""
        return self._send("help-requests", command, HelpAsked)

    def lease_numbers(self, command: LeaseNumbers) -> Reply:
        """POST number-leases."""
        return self._send("number-leases", command, NumberLease, staff_token="")

    def send_journal(self, command: Journal) -> Reply:
        """POST journals; told by the device, whoever is signed in."""
        return self._send("journals", command, JournalTaken, staff_token="")

    def sign_in(self, command: SignIn) -> Reply:
        """POST sessions; the token is kept for what follows."""
        reply = self._send("sessions", command, Session, staff_token="")
        reply.done.connect(self._signed_in)
        return reply

    def _signed_in(self, session: Session) -> None:
        self._staff_token = session.token

    def sign_out(self) -> Reply:
        """DELETE sessions/current; the token is forgotten whatever the answer."""
        reply = self._send("sessions/current", None, None, method="DELETE")
        self._staff_token = ""
        return reply

    def open_counter(self, counter: str) -> Reply:
        """POST counters/{counter}/open."""
        return self._send(f"counters/{quote(counter)}/open", None, CounterView)

    def pause_counter(self, counter: str, command: PauseCounter) -> Reply:
        """POST counters/{counter}/pause."""
        return self._send(f"counters/{quote(counter)}/pause", command, CounterView)

    def close_counter(self, counter: str) -> Reply:
        """POST counters/{counter}/close."""
        return self._send(f"counters/{quote(counter)}/close", None, CounterView)

    def next(self, counter: str) -> Reply:
        """POST counters/{counter}/next; None when nobody waits (204)."""
        return self._send(f"counters/{quote(counter)}/next", None, NextResult, is_optional=True)

    def recall(self, ticket: str) -> Reply:
        """POST tickets/{id}/recall."""
        return self._ticket(ticket, "recall")

    def start_ticket(self, ticket: str) -> Reply:
        """POST tickets/{id}/start."""
        return self._ticket(ticket, "start")

    def no_show(self, ticket: str) -> Reply:
        """POST tickets/{id}/no-show."""
        return self._ticket(ticket, "no-show")

    def return_ticket(self, ticket: str) -> Reply:
        """POST tickets/{id}/return."""
        return self._ticket(ticket, "return")

    def close_ticket(self, ticket: str, command: CloseTicket) -> Reply:
        """POST tickets/{id}/close."""
        return self._ticket(ticket, "close", command)

    def cancel(self, ticket: str, command: CancelTicket) -> Reply:
        """POST tickets/{id}/cancel."""
        return self._ticket(ticket, "cancel", command)

    def rate(self, ticket: str, command: RateTicket) -> Reply:
        """POST tickets/{id}/rating."""
        return self._ticket(ticket, "rating", command)

    def _ticket(self, ticket: str, verb: str, command: BaseModel | None = None) -> Reply:
        return self._send(f"tickets/{quote(ticket)}/{verb}", command, TicketView)

    def _send(
        self,
        path: str,
        command: BaseModel | None,
        answer: type[BaseModel] | None,
        *,
        method: str = "POST",
        staff_token: str | None = None,
        is_wish: bool = False,
        is_optional: bool = False,
    ) -> Reply:
        """Send a command patiently; its reply is kept alive until it is settled.

        ``staff_token``: whose command it is; by default of who is signed in now.
        ``is_wish``: without an answer it is kept for who wishes the very same soon.
        ``is_optional``: nothing (204) is an answer, too.
        """
        empty = answer is None or is_optional
        token = self._staff_token if staff_token is None else staff_token
        body = body_of(command)
        reply = Reply()  # no parent: it lives here until settled, then as long as its caller likes
        self._replies.add(reply)

        def answered(got: Answer) -> None:
            self._replies.discard(reply)
            self._commands.discard(patient)
            result = self._result(got, answer, may_be_empty=empty)
            if is_wish and isinstance(result, Failure) and result.is_undecided:
                self._unanswered.note(body, patient.key)
            self._forget_if_over(token, result)
            reply.settle(result)

        patient = PatientCommand(
            self._wire,
            self._timing,
            method,
            self._link.path(path),
            None if method == "DELETE" else body,
            answered,
            staff_token=token,
            key=self._unanswered.take(body) if is_wish else "",
            is_sound=lambda got: (
                not isinstance(self._result(got, answer, may_be_empty=empty), Failure)
            ),
        )
        self._commands.add(patient)
        patient.start()
        return reply

    def _forget_if_over(self, token: str, result: object) -> None:
        """The session has ended: send its token no longer; a newer one is left alone."""
        is_over = isinstance(result, Failure) and result.code == SessionMissing.code
        if is_over and token == self._staff_token:
            self._staff_token = ""

    def _result(
        self, answer: Answer, model: type[BaseModel] | None, *, may_be_empty: bool
    ) -> object:
        """The message in the answer, None where there is nothing, or the failure."""
        if answer.untrusted:
            return untrusted(self._wire.server, answer.untrusted)
        if answer.status == 0:
            return unreachable(self._wire.server)
        if not answer.is_good:
            return failure_of(answer.body, answer.status)
        if model is None or (may_be_empty and answer.status == 204):
            return None
        try:
            return model.model_validate_json(answer.body)
        except ValidationError:
            return failure_of(answer.body, answer.status)
