"""The real ``LobbyClient``: commands over REST, state over the snapshot and the event stream."""

from typing import Final
from urllib.parse import quote

from PySide6.QtCore import Slot

from shared.client.ports import Reply
from shared.client.rest_visits import RestVisits
from shared.protocol.base import Request
from shared.protocol.case import TalkAsked
from shared.protocol.command import (
    AskHelp,
    CancelTicket,
    CloseTicket,
    IssueTicket,
    NextTicket,
    NoShow,
    NoteTicket,
    PauseCounter,
    RateTicket,
    RemarkTicket,
    SignIn,
    Unlock,
)
from shared.protocol.journal import Journal, JournalTaken, LeaseNumbers, NumberLease
from shared.protocol.lobby import (
    CounterView,
    HelpAsked,
    NextResult,
    Session,
    TicketIssued,
)
from shared.protocol.printing import PrintsTaken, Reprint, SlipTaken, TakeSlip, TellPrints
from shared.protocol.sign_in import (
    BeginBrowser,
    BrowserBegun,
    FinishBrowser,
    SignInAccount,
    SignInWays,
)

CURRENT: Final = "sessions/current"
#: Where each way to sign in has its address.
SIGN_INS: Final[dict[type[Request], str]] = {
    SignIn: "sessions",
    SignInAccount: "sessions/account",
    FinishBrowser: "sessions/browser/answer",
}


class RestClient(RestVisits):
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

    def issue_ticket(self, command: IssueTicket) -> Reply:
        """POST tickets; the same wish after no answer is sent as the same command once more.

        So a ticket that was made unheard goes to who asks again, and no number is left alone.
        """
        return self._send("tickets", command, TicketIssued, is_wish=True)

    def note_ticket(self, ticket: str, command: NoteTicket) -> Reply:
        """POST tickets/{id}/note."""
        return self._ticket(ticket, "note", command)

    def ask_help(self, command: AskHelp) -> Reply:
        """POST help-requests."""
        return self._send("help-requests", command, HelpAsked)

    def lease_numbers(self, command: LeaseNumbers) -> Reply:
        """POST number-leases."""
        return self._send("number-leases", command, NumberLease, staff_token="")

    def send_journal(self, command: Journal) -> Reply:
        """POST journals; told by the device, whoever is signed in."""
        return self._send("journals", command, JournalTaken, staff_token="")

    def tell_prints(self, command: TellPrints) -> Reply:
        """POST prints; told by the device, whoever is signed in."""
        return self._send("prints", command, PrintsTaken, staff_token="")

    def take_slip(self, ticket: str, command: TakeSlip) -> Reply:
        """POST tickets/{id}/slip."""
        return self._send(f"tickets/{quote(ticket)}/slip", command, SlipTaken, staff_token="")

    def reprint(self, ticket: str, command: Reprint) -> Reply:
        """POST tickets/{id}/reprint."""
        return self._ticket(ticket, "reprint", command)

    def sign_in(self, command: SignIn | SignInAccount | FinishBrowser) -> Reply:
        """POST sessions, or below it; the token is kept for what follows."""
        reply = self._send(SIGN_INS[type(command)], command, Session, staff_token="")
        reply.done.connect(self._signed_in)
        return reply

    def sign_in_ways(self) -> Reply:
        """GET sessions/ways."""
        return self._send("sessions/ways", None, SignInWays, method="GET", staff_token="")

    def begin_browser(self, command: BeginBrowser) -> Reply:
        """POST sessions/browser."""
        return self._send("sessions/browser", command, BrowserBegun, staff_token="")

    def unlock(self, command: Unlock) -> Reply:
        """POST devices/unlock; the token is kept for what follows."""
        reply = self._send("devices/unlock", command, Session, staff_token="")
        reply.done.connect(self._signed_in)
        return reply

    @Slot(object)
    def _signed_in(self, session: Session) -> None:
        reply = self.sender()
        if isinstance(reply, Reply) and reply.is_given_up:  # somebody else may be in by now
            self._send(CURRENT, None, None, method="DELETE", staff_token=session.token)
            return
        self._staff_token = session.token

    def sign_out(self) -> Reply:
        """DELETE sessions/current; the token is forgotten whatever the answer."""
        reply = self._send(CURRENT, None, None, method="DELETE")
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

    def next(self, counter: str, current: str | None = None) -> Reply:
        """POST counters/{counter}/next; None when nobody waits (204)."""
        command = None if current is None else NextTicket(current=current)
        return self._send(f"counters/{quote(counter)}/next", command, NextResult, is_optional=True)

    def recall(self, ticket: str) -> Reply:
        """POST tickets/{id}/recall."""
        return self._ticket(ticket, "recall")

    def start_ticket(self, ticket: str) -> Reply:
        """POST tickets/{id}/start."""
        return self._ticket(ticket, "start")

    def no_show(self, ticket: str, *, has_looked: bool = False) -> Reply:
        """POST tickets/{id}/no-show."""
        return self._ticket(ticket, "no-show", NoShow(has_looked=True) if has_looked else None)

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

    def remark(self, ticket: str, command: RemarkTicket) -> Reply:
        """POST tickets/{id}/rating/reasons."""
        return self._ticket(ticket, "rating/reasons", command)

    def talk(self, ticket: str) -> Reply:
        """POST tickets/{id}/talk."""
        return self._send(f"tickets/{quote(ticket)}/talk", None, TalkAsked)
