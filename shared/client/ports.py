"""The port between a Qt program and the branch server: commands, replies, signals.

``shared.client.rest.RestClient`` is the real one; tests use ``tests.support.fake_client``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal

from shared.client.known import Memory
from shared.client.reply import Failure as Failure
from shared.client.reply import Reply as Reply
from shared.client.visits import Visits
from shared.config.profile import Profile
from shared.protocol.base import Message, Request, ServerKind
from shared.protocol.charge import Serving
from shared.protocol.command import (
    AskHelp,
    CancelTicket,
    CloseTicket,
    IssueTicket,
    NoteTicket,
    PauseCounter,
    RateTicket,
    RemarkTicket,
    SignIn,
    Unlock,
)
from shared.protocol.forecast import ForecastView
from shared.protocol.journal import Journal, LeaseNumbers
from shared.protocol.lobby import LobbyView
from shared.protocol.printing import Reprint, TakeSlip, TellPrints
from shared.protocol.sign_in import BeginBrowser, FinishBrowser, SignInAccount


@dataclass(frozen=True)
class AtCounter:
    """What a teller's program tells its server in every beat: its counter, and who stands there."""

    counter: str
    serving: Serving | None = None


class LobbyClient(Visits):
    """The branch as a Qt program sees it. Abstract: the command methods are for subclasses.

    Signals:
        lobbyChanged(LobbyView): a new snapshot; coalesced, always ends in the newest.
        forecastChanged(ForecastView or None): what is expected now, after the lobby it stands on;
            None: nothing is known any more.
        eventArrived(EventView): each once, in order of sequence, none lost over a reconnect.
        onlineChanged(bool): contact with the server was lost or found again.
        servingChanged(): another server is listened to, or it is in charge now, or not any more.
        profileChanged(Profile): the published profile arrived or changed.
        troubled(Failure): an attempt to connect failed; further attempts follow by themselves.
        problemsChanged(): what the list of devices shows of this program is different now.
    """

    lobbyChanged = Signal(object)
    forecastChanged = Signal(object)
    eventArrived = Signal(object)
    onlineChanged = Signal(bool)
    profileChanged = Signal(object)
    servingChanged = Signal()
    troubled = Signal(object)
    problemsChanged = Signal()

    lobby: LobbyView | None = None
    forecast: ForecastView | None = None
    """None while the server has worked none out, or is away."""
    profile: Profile | None = None
    profile_version: str = ""
    """The fingerprint under which the server published ``profile``; empty while none told."""
    is_online: bool = False
    last_contact: datetime | None = None
    """Last byte from the server, on the branch's clock."""
    trouble: Failure | None = None
    """Why there is no contact, while there is none."""
    server_kind: ServerKind = "branch"
    """Which of the branch's two servers is listened to."""
    is_in_charge: bool = True
    """Whether that server carries out commands, as far as it has said."""
    has_stand_in: bool = False
    served_since: datetime | None = None
    """Since when the present server has served this program, on the branch's clock."""
    at_counter: Callable[[], AtCounter | None] | None = None
    """Set by a program at a counter: its counter, open or not; None where it has none."""
    memory: Memory
    """What outlives the program."""
    is_practice: bool = False
    """Whether this is a practice branch: nothing that is done there counts."""
    problems: Callable[[], Sequence[str]] = tuple
    """Set by a program that lacks something at times: as codes, for the list of devices."""

    @property
    def is_served(self) -> bool:
        """Whether commands are carried out now: there is contact, and with who decides."""
        return self.is_online and self.is_in_charge

    def practice(self) -> "LobbyClient | None":
        """Another client, of the practice branch beside this one; not started yet. None: no way."""
        return None

    def turns_in_s(self) -> float | None:
        """Seconds of silence until the other server is tried; None where there is none."""
        return None

    def now(self) -> datetime:
        """The branch's clock, in the branch's time zone."""
        raise NotImplementedError

    def start(self) -> None:
        """Connect and stay connected until ``stop``."""
        raise NotImplementedError

    def stop(self) -> None:
        """Let go of everything; no signal comes after it."""
        raise NotImplementedError

    def watch_counter(self, counter: str | None) -> None:
        """From now on snapshots carry ``queue`` for this counter (None: no longer)."""
        raise NotImplementedError

    def look_up(self, path: str, answer: type[Message]) -> Reply:
        """What stands at this address below the branch's, with its query: a message of ``answer``.

        For the pages of the desk, which ask much that no other program asks.
        """
        raise NotImplementedError

    def order(
        self,
        path: str,
        command: Request | None,
        answer: type[Message] | None,
        *,
        method: str = "POST",
    ) -> Reply:
        """A command of the desk to this address: a message of ``answer``, or None where none is."""
        raise NotImplementedError

    def issue_ticket(self, command: IssueTicket) -> Reply:
        """A new ticket: ``TicketIssued``."""
        raise NotImplementedError

    def note_ticket(self, ticket: str, command: NoteTicket) -> Reply:
        """How the customer wants to be called: ``TicketView``."""
        raise NotImplementedError

    def ask_help(self, command: AskHelp) -> Reply:
        """Somebody at a device asks for a person: ``HelpAsked``."""
        raise NotImplementedError

    def lease_numbers(self, command: LeaseNumbers) -> Reply:
        """The block of numbers that is this device's: ``NumberLease``."""
        raise NotImplementedError

    def send_journal(self, command: Journal) -> Reply:
        """What happened here while no server decided: ``JournalTaken``."""
        raise NotImplementedError

    def tell_prints(self, command: TellPrints) -> Reply:
        """How prints of this device ended: ``PrintsTaken``."""
        raise NotImplementedError

    def take_slip(self, ticket: str, command: TakeSlip) -> Reply:
        """Begin to print the copy that this device was asked for: ``SlipTaken``."""
        raise NotImplementedError

    def reprint(self, ticket: str, command: Reprint) -> Reply:
        """Ask a kiosk for the ticket's slip once more: ``TicketView``."""
        raise NotImplementedError

    def sign_in(self, command: SignIn | SignInAccount | FinishBrowser) -> Reply:
        """Sign a person in and keep the token for later commands: ``Session``."""
        raise NotImplementedError

    def sign_in_ways(self) -> Reply:
        """How people may sign in in this branch: ``SignInWays``."""
        raise NotImplementedError

    def begin_browser(self, command: BeginBrowser) -> Reply:
        """Where to send somebody's browser: ``BrowserBegun``."""
        raise NotImplementedError

    def unlock(self, command: Unlock) -> Reply:
        """Open this device's staff page; the token is kept for what follows: ``Session``."""
        raise NotImplementedError

    def sign_out(self) -> Reply:
        """End the session: None."""
        raise NotImplementedError

    def open_counter(self, counter: str) -> Reply:
        """Open the counter, or end its pause: ``CounterView``."""
        raise NotImplementedError

    def pause_counter(self, counter: str, command: PauseCounter) -> Reply:
        """Pause the counter: ``CounterView``."""
        raise NotImplementedError

    def close_counter(self, counter: str) -> Reply:
        """Close the counter: ``CounterView``."""
        raise NotImplementedError

    def next(self, counter: str, current: str | None = None) -> Reply:
        """Close the present customer as usual and call the next: ``NextResult`` or None.

        ``current``: the ticket that is shown as present (empty: none). Where it is another one by
        now the server refuses, and closes and calls nobody. None: whoever it is.
        """
        raise NotImplementedError

    def recall(self, ticket: str) -> Reply:
        """Call the ticket once more: ``TicketView``."""
        raise NotImplementedError

    def start_ticket(self, ticket: str) -> Reply:
        """The customer is there: ``TicketView``."""
        raise NotImplementedError

    def no_show(self, ticket: str, *, has_looked: bool = False) -> Reply:
        """Nobody came, and perhaps somebody went to look: ``TicketView``."""
        raise NotImplementedError

    def return_ticket(self, ticket: str) -> Reply:
        """A customer who missed the call is back: ``TicketView``."""
        raise NotImplementedError

    def close_ticket(self, ticket: str, command: CloseTicket) -> Reply:
        """The visit ends with an outcome: ``TicketView``."""
        raise NotImplementedError

    def cancel(self, ticket: str, command: CancelTicket) -> Reply:
        """The customer gives up: ``TicketView``."""
        raise NotImplementedError

    def rate(self, ticket: str, command: RateTicket) -> Reply:
        """The customer's rating of a closed visit: ``TicketView``."""
        raise NotImplementedError

    def remark(self, ticket: str, command: RemarkTicket) -> Reply:
        """What that rating was about: ``TicketView``."""
        raise NotImplementedError

    def talk(self, ticket: str) -> Reply:
        """The customer of this visit wants to speak to somebody: ``TalkAsked``."""
        raise NotImplementedError
