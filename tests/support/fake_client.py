"""A ``LobbyClient`` without a server, driven by the test.

Each command is noted in ``calls`` as ``(name, arguments...)``. Its reply settles on the next turn
of the event loop with ``answers[name]``: a value, a ``Failure``, or a function of the arguments.
With ``is_holding = True`` replies stay open until ``settle(name, result)``.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer

from shared.client.known import Memory
from shared.client.ports import Failure, Reply
from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.protocol.base import Message, Request, ServerKind
from shared.protocol.case import TalkAsked
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
from shared.protocol.event import EventView
from shared.protocol.journal import Journal, JournalTaken, LeaseNumbers, NumberLease
from shared.protocol.lobby import HelpAsked, LobbyView, NextResult, Session
from shared.protocol.printing import PrintsTaken, Reprint, TakeSlip, TellPrints
from shared.protocol.sign_in import BeginBrowser, FinishBrowser, SignInAccount, SignInWays
from tests.support import view
from tests.support.fake_visits import FakeVisits

UNREACHABLE = Failure(
    "server_unreachable", "The branch server does not answer.", True, is_undecided=True
)


class FakeClient(FakeVisits):
    """The fake: state is what the test says it is."""

    def __init__(self, profile: Profile | None = None, lobby: LobbyView | None = None) -> None:
        """Online, with the neighbourhood profile and twelve people waiting."""
        super().__init__()
        self.profile = profile or load_profile("neighbourhood")
        self.lobby = lobby or view.lobby(waiting=view.twelve_waiting())
        self.is_online = True
        self.memory = Memory()
        self.turns_in: float | None = None
        self.clock = view.NOW
        self.last_contact = view.NOW
        self.is_started = False
        self.is_holding = False
        self.watched: str | None = None
        self.calls: list[tuple[object, ...]] = []
        self.meant: str | None = None
        self.open_replies: list[tuple[str, Reply]] = []
        self.answers: dict[str, object] = {}
        self.appointments = {}
        self._issued = 28

    # ------------------------------------------------------------ what tests do

    def show(self, lobby: LobbyView) -> None:
        """A new snapshot arrives."""
        self.lobby = lobby
        self.lobbyChanged.emit(lobby)

    def push(self, event: EventView) -> None:
        """An event arrives on the stream."""
        self.eventArrived.emit(event)

    def go(self, online: bool) -> None:
        """Contact with the server is lost or found."""
        if online != self.is_online:
            self.is_online = online
            self.onlineChanged.emit(online)

    def listen(self, to: ServerKind, *, in_charge: bool = True) -> None:
        """Another server is listened to, or it is in charge now, or not any more."""
        self.server_kind, self.is_in_charge = to, in_charge
        self.served_since = self.clock if self.is_served else None
        self.servingChanged.emit()

    def advance(self, seconds: float) -> None:
        """The branch's clock goes on."""
        self.clock += timedelta(seconds=seconds)

    def settle(self, name: str, result: object = None) -> None:
        """Finish the oldest open reply to a command (with ``is_holding``)."""
        index = next(i for i, (each, _) in enumerate(self.open_replies) if each == name)
        self.open_replies.pop(index)[1].settle(result)

    def calls_of(self, name: str) -> list[tuple[object, ...]]:
        """The arguments of each call of a command."""
        return [tuple(call[1:]) for call in self.calls if call[0] == name]

    def taken_all(self) -> JournalTaken:
        """The answer to the newest journal: all of it is part of the log."""
        command = self.calls_of("send_journal")[-1][0]
        assert isinstance(command, Journal)
        count = len(command.entries)
        return JournalTaken(last=command.first + count - 1, taken=count, known=0, kept=0)

    # ------------------------------------------------------------ the port

    def now(self) -> datetime:
        """What the test says."""
        return self.clock

    def turns_in_s(self) -> float | None:
        """What the test says."""
        return self.turns_in

    def start(self) -> None:
        """Noted."""
        self.is_started = True

    def stop(self) -> None:
        """Noted."""
        self.is_started = False

    def watch_counter(self, counter: str | None) -> None:
        """Noted."""
        self.watched = counter

    def look_up(self, path: str, answer: type[Message]) -> Reply:
        """Whatever the test prepared for this address, with or without its query."""
        name = path if f"GET {path}" in self.answers else path.partition("?")[0]
        return self._reply(f"GET {name}", lambda: UNREACHABLE, path)

    def order(
        self,
        path: str,
        command: Request | None,
        answer: type[Message] | None,
        *,
        method: str = "POST",
    ) -> Reply:
        """Whatever the test prepared for this address."""
        return self._reply(f"{method} {path}", lambda: None, command)

    def issue_ticket(self, command: IssueTicket) -> Reply:
        """A new number each time, with everybody who waits ahead of it."""

        def answer() -> object:
            self._issued += 1
            number = f"{self._series(command)}{self._issued:03d}"
            ahead = len(self.lobby.waiting) if self.lobby else 0
            return view.issued(
                number,
                people_ahead=ahead,
                service=command.service,
                segment=command.segment or "ordinary",
                language=command.language,
            )

        return self._reply("issue_ticket", answer, command)

    def note_ticket(self, ticket: str, command: NoteTicket) -> Reply:
        """Noted."""
        return self._ticket("note_ticket", ticket, "waiting", command)

    def ask_help(self, command: AskHelp) -> Reply:
        """Noted; somebody comes."""
        return self._reply("ask_help", lambda: HelpAsked(sequence=101), command)

    def lease_numbers(self, command: LeaseNumbers) -> Reply:
        """The block from 801 on."""
        block = NumberLease(first=801, last=800 + command.count)
        return self._reply("lease_numbers", lambda: block, command)

    def send_journal(self, command: Journal) -> Reply:
        """All of it is part of the log now."""
        return self._reply("send_journal", self.taken_all, command)

    def tell_prints(self, command: TellPrints) -> Reply:
        """All of it is part of the log now."""
        return self._reply("tell_prints", lambda: PrintsTaken(taken=len(command.prints)), command)

    def take_slip(self, ticket: str, command: TakeSlip) -> Reply:
        """What stands on the slip."""
        number = ticket.removeprefix("t-").upper()
        return self._reply(
            "take_slip", lambda: view.slip(number, copy_no=command.copy_no), ticket, command
        )

    def reprint(self, ticket: str, command: Reprint) -> Reply:
        """Asked for."""
        return self._ticket("reprint", ticket, "waiting", command)

    def sign_in_ways(self) -> Reply:
        """PINs only, unless the test prepares more; every form asks, so it is not noted."""
        reply = Reply(self)
        usual = SignInWays(pin=True, password=False, browser=False)
        reply.settle(self.answers.get("sign_in_ways", usual))
        return reply

    def begin_browser(self, command: BeginBrowser) -> Reply:
        """An address that a test prepares."""
        return self._reply("begin_browser", lambda: UNREACHABLE, command)

    def sign_in(self, command: SignIn | SignInAccount | FinishBrowser) -> Reply:
        """Everybody is Li Na, a teller."""

        def answer() -> object:
            return Session(
                token="t" * 16,
                staff=command.staff if isinstance(command, SignIn) else "t1",
                name="李娜",
                role="teller",
                expires_at=self.clock + timedelta(hours=8),
            )

        return self._reply("sign_in", answer, command)

    def unlock(self, command: Unlock) -> Reply:
        """Everybody is Lena, the lead."""

        def answer() -> object:
            return Session(
                token="u" * 16,
                staff=command.staff,
                name="Lena",
                role="lead",
                expires_at=self.clock + timedelta(minutes=10),
            )

        return self._reply("unlock", answer, command)

    def sign_out(self) -> Reply:
        """Done."""
        return self._reply("sign_out", lambda: None)

    def open_counter(self, counter: str) -> Reply:
        """Open."""
        return self._reply("open_counter", lambda: view.counter(counter), counter)

    def pause_counter(self, counter: str, command: PauseCounter) -> Reply:
        """Paused."""

        def answer() -> object:
            return view.counter(counter, "paused", pause_reason=command.reason)

        return self._reply("pause_counter", answer, counter, command)

    def close_counter(self, counter: str) -> Reply:
        """Closed."""
        return self._reply("close_counter", lambda: view.counter(counter, "closed"), counter)

    def next(self, counter: str, current: str | None = None) -> Reply:
        """The first who waits; None when nobody does. ``current`` is kept beside the calls."""
        self.meant = current

        def answer() -> object:
            if self.lobby is None or not self.lobby.waiting:
                return None
            changes = {"state": "called", "counter": counter, "called_at": self.clock}
            first = self.lobby.waiting[0].model_copy(update=changes)
            return NextResult(ticket=first, reason=view.reason())

        return self._reply("next", answer, counter)

    def recall(self, ticket: str) -> Reply:
        """Called again."""
        return self._ticket("recall", ticket, "called")

    def start_ticket(self, ticket: str) -> Reply:
        """Serving."""
        return self._ticket("start_ticket", ticket, "serving")

    def no_show(self, ticket: str, *, has_looked: bool = False) -> Reply:
        """No-show; that somebody looked is noted."""
        return self._ticket("no_show", ticket, "no_show", *(["looked"] if has_looked else []))

    def return_ticket(self, ticket: str) -> Reply:
        """Waiting again."""
        return self._ticket("return_ticket", ticket, "waiting")

    def close_ticket(self, ticket: str, command: CloseTicket) -> Reply:
        """Closed."""
        return self._ticket("close_ticket", ticket, "closed", command)

    def cancel(self, ticket: str, command: CancelTicket) -> Reply:
        """Cancelled."""
        return self._ticket("cancel", ticket, "cancelled", command)

    def rate(self, ticket: str, command: RateTicket) -> Reply:
        """Rated."""
        return self._ticket("rate", ticket, "closed", command)

    def remark(self, ticket: str, command: RemarkTicket) -> Reply:
        """Explained."""
        return self._ticket("remark", ticket, "closed", command)

    def talk(self, ticket: str) -> Reply:
        """Somebody comes."""
        return self._reply("talk", lambda: TalkAsked(number="2026-0001", by=self.now()), ticket)

    # ------------------------------------------------------------ how it answers

    def _reply(self, name: str, usual: Callable[[], object], *arguments: object) -> Reply:
        """Note the call; answer on the next turn of the event loop, or when the test says so."""
        self.calls.append((name, *arguments))
        reply = Reply(self)
        if self.is_holding:
            self.open_replies.append((name, reply))
        else:
            QTimer.singleShot(0, reply, lambda: reply.settle(self._answer(name, usual, arguments)))
        return reply

    def _answer(
        self, name: str, usual: Callable[[], object], arguments: tuple[object, ...]
    ) -> object:
        """What the test prepared, or the usual answer; unreachable while offline."""
        if not self.is_online:
            return UNREACHABLE
        if name not in self.answers:
            return usual()
        prepared = self.answers[name]
        return prepared(*arguments) if callable(prepared) else prepared

    def _series(self, command: IssueTicket) -> str:
        """The letter of the number: the segment's or the service's."""
        assert self.profile is not None
        for segment in self.profile.segments:
            if segment.id == command.segment and segment.series:
                return segment.series
        for service in self.profile.services:
            if service.id == command.service:
                return service.series
        return "X"
