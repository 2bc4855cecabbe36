"""The teller's desk without widgets: takes what the keys ask, keeps what is true, tells the window.

One command at a time: while one is pending the keys that would send another do nothing. Every
command is asynchronous; a refusal becomes ``message``, one sentence, until the next command works.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from counter.teller.day import Day
from counter.teller.help_calls import HelpCall, HelpCalls
from counter.teller.newest import Newest
from counter.teller.scene import Command, Phase, Scene, counter_in, scene_of
from shared.client.ports import Failure, LobbyClient, Reply
from shared.client.refusal import sentence_in
from shared.domain import event as kinds
from shared.domain.errors import CounterNotOpen, SessionMissing
from shared.i18n import language_code, other_language
from shared.protocol.command import CloseTicket, PauseCounter, SignIn
from shared.protocol.event import EventView
from shared.protocol.lobby import CounterView, LobbyView, NextResult, Session, TicketView

GUARD_S = 1.0
"""A second press of the next key within this time is the same press: ignored (real seconds)."""


@dataclass(frozen=True, slots=True)
class Message:
    """Why a command was refused: one sentence, in the language of whoever shows it."""

    failure: Failure

    def sentence_in(self, language: str) -> str:
        """The sentence; as the server wrote it where this program does not know the code."""
        known = sentence_in(self.failure.code, self.failure.params, language)
        return known or self.failure.sentence


class Presenter(QObject):
    """State and intents of one teller at one counter.

    Signals:
        changed: something on the desk is different; ask ``scene``, ``day``, ``message``.
        languageChanged(str): the window speaks another language now.
        called(str): this ticket has just been called here by itself (standby).
        helpAsked: a customer at a kiosk has just asked for help; see ``help_call``.
        leaveEnded(object): the answer to ``leave``: None when signed out, else the ``Failure``.
    """

    changed = Signal()
    languageChanged = Signal(str)
    called = Signal(str)
    helpAsked = Signal()
    leaveEnded = Signal(object)

    def __init__(
        self,
        client: LobbyClient,
        counter: str = "",
        language: str = "zh",
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """A desk where nobody has signed in yet. ``monotonic``: real seconds, for the guard."""
        super().__init__()
        self.client = client
        self.counter = counter
        self.staff = ""
        self.language = language_code(language)
        self.session: Session | None = None
        self.is_at_desk = False
        self.message: Message | None = None
        self.pending: Command | None = None
        self.day = Day("", "")
        self.signed_in_at: datetime | None = None
        self._monotonic = monotonic
        self._guard_until_s = 0.0
        self._newest = Newest(monotonic)
        self._help = HelpCalls()
        client.lobbyChanged.connect(self._on_lobby)
        client.eventArrived.connect(self._on_event)
        client.onlineChanged.connect(self._tell)
        client.profileChanged.connect(self._tell)
        client.troubled.connect(self._tell)

    def stop(self) -> None:
        """Listen to the client no longer; answers that still come change nothing to be seen."""
        self.client.lobbyChanged.disconnect(self._on_lobby)
        self.client.eventArrived.disconnect(self._on_event)
        self.client.onlineChanged.disconnect(self._tell)
        self.client.profileChanged.disconnect(self._tell)
        self.client.troubled.disconnect(self._tell)
        self.blockSignals(True)

    # ------------------------------------------------------------ what is true

    @property
    def scene(self) -> Scene:
        """This moment of the counter."""
        lobby = self.client.lobby
        counter = self._newest.counter or counter_in(lobby, self.counter)
        return scene_of(
            counter,
            lobby,
            counter_id=self.counter,
            pending=self.pending,
            is_online=self.client.is_online,
            profile=self.client.profile,
        )

    @property
    def notice(self) -> Message | None:
        """What the sign-in page says: why there is no contact, else the last refusal."""
        if not self.client.is_online and self.client.trouble is not None:
            return Message(self.client.trouble)
        return self.message

    @property
    def help_call(self) -> HelpCall | None:
        """Who asks for help at a kiosk, until it is read or too old."""
        return self._help.newest(self.now())

    def now(self) -> datetime:
        """The branch's clock; in a time-lapse it runs faster than the wall clock."""
        return self.client.now()

    # ------------------------------------------------------------ signing in and out

    def sign_in(self, staff: str, pin: str, counter: str) -> None:
        """Sign in and open the counter; a refusal leaves the form as it is."""
        self.staff, self.counter = staff, counter
        command = SignIn(staff=staff, pin=pin, counter=counter)
        self._run(Command.SIGN_IN, lambda: self.client.sign_in(command), self._signed_in)

    def _signed_in(self, session: Session) -> None:
        self.session = session
        self.client.watch_counter(self.counter)
        if (self.day.counter, self.day.staff) != (self.counter, session.staff):
            self._begin_day(self.counter, session.staff)
        self._run(
            Command.OPEN,
            lambda: self.client.open_counter(self.counter),
            self._arrived,
            self._open_refused,
        )

    def _begin_day(self, counter: str, staff: str) -> None:
        """Figures of this person at this counter begin now: signed in, or a new business day."""
        self.day = Day(counter, staff)
        self.signed_in_at = self.now()

    def _arrived(self, counter: CounterView) -> None:
        """The counter is open: from the form to the desk."""
        self.is_at_desk = True
        self._see(counter)

    def _open_refused(self, failure: Failure) -> None:
        """Somebody else sits there: back to the form, to take another counter."""
        self._refused(failure)
        if self.session is not None and not failure.is_unreachable:
            self._sign_out()

    def leave(self) -> None:
        """Close the counter and sign out; refused while a customer is here."""
        self._run(
            Command.LEAVE,
            lambda: self.client.close_counter(self.counter),
            lambda _counter: self._sign_out(),
            self._leave_refused,
        )

    def _leave_refused(self, failure: Failure) -> None:
        if failure.code == CounterNotOpen.code:
            self._sign_out()
        else:
            self._refused(failure)
            self.leaveEnded.emit(failure)

    def _sign_out(self) -> None:
        self.session = None
        self.is_at_desk = False
        self._newest.forget()
        self.client.sign_out().then(self._signed_out, self._signed_out)
        self._tell()

    def _signed_out(self, _answer: object) -> None:
        """Whatever the server says of it: nobody is signed in on this window any more."""
        self.leaveEnded.emit(None)

    # ------------------------------------------------------------ keys

    def press_next(self) -> None:
        """F2: open, resume, or close and call, whatever the key says now."""
        if self._monotonic() < self._guard_until_s or self.pending is not None:
            return
        self.guard()
        phase = self.scene.phase
        if phase in (Phase.CLOSED, Phase.PAUSED):
            self.open()
        else:
            self._run(Command.NEXT, lambda: self.client.next(self.counter), self._called)

    def guard(self) -> None:
        """From now on the next key ignores presses for a moment."""
        self._guard_until_s = self._monotonic() + GUARD_S

    def open(self) -> None:
        """Open the counter, or end the pause."""
        paused = self.scene.phase is Phase.PAUSED
        command = Command.RESUME if paused else Command.OPEN
        self._run(command, lambda: self.client.open_counter(self.counter), self._see)

    def recall(self) -> None:
        """F3: announce the called ticket once more."""
        ticket = self._present(Phase.CALLED)
        if ticket is not None:
            self._on_ticket(Command.RECALL, lambda: self.client.recall(ticket.id))

    def start(self) -> None:
        """F4: the customer is here."""
        ticket = self._present(Phase.CALLED)
        if ticket is not None:
            self._on_ticket(Command.START, lambda: self.client.start_ticket(ticket.id))

    def close(self, outcome: str) -> None:
        """F5 and a digit: end the visit with this outcome; nobody is called."""
        ticket = self._present(Phase.CALLED, Phase.SERVING)
        if ticket is not None:
            command = CloseTicket(outcome=outcome)
            self._on_ticket(Command.CLOSE, lambda: self.client.close_ticket(ticket.id, command))

    def no_show(self) -> None:
        """Del: nobody came, after the minimum of recalls."""
        ticket = self._present(Phase.CALLED)
        if ticket is not None and self.scene.recalls_needed == 0:
            self._on_ticket(Command.NO_SHOW, lambda: self.client.no_show(ticket.id))

    def take_back(self, ticket: str) -> None:
        """F9 and a digit: who missed the call waits again; the present customer stays."""
        self._run(
            Command.TAKE_BACK,
            lambda: self.client.return_ticket(ticket),
            lambda _ticket: None,  # the snapshot will show it in the list
        )

    def pause(self, reason: str) -> None:
        """F12 and a digit: stop calling for a reason."""
        command = PauseCounter(reason=reason)
        self._run(
            Command.PAUSE, lambda: self.client.pause_counter(self.counter, command), self._see
        )

    def dismiss(self) -> None:
        """The message has been read."""
        self.message = None
        self._tell()

    def dismiss_help(self) -> None:
        """The calls for help have been read."""
        self._help.dismiss()
        self._tell()

    def swap_language(self) -> None:
        """The window speaks the other language."""
        self.language = other_language(self.language)
        self.languageChanged.emit(self.language)
        self._tell()

    # ------------------------------------------------------------ commands

    def _run(
        self,
        command: Command,
        send: Callable[[], Reply],
        on_done: Callable[[Any], object],
        on_failed: Callable[[Failure], object] | None = None,
    ) -> None:
        """Send one command, unless one is pending or there is no connection."""
        if self.pending is not None or not self.client.is_online:
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

    def _present(self, *phases: Phase) -> TicketView | None:
        scene = self.scene
        return scene.ticket if scene.phase in phases else None

    # ------------------------------------------------------------ answers before the snapshot

    def _see(self, counter: CounterView) -> None:
        self._newest.take(counter)

    def _called(self, result: NextResult | None) -> None:
        """The next customer, or None: the counter stands by where the profile wants it."""
        counter = counter_in(self.client.lobby, self.counter)
        if counter is None:
            return
        has_standby = self.client.profile is not None and self.client.profile.calling.has_standby
        update: dict[str, object] = {"ticket": None, "reason": None, "is_standby": has_standby}
        if result is not None:
            update = {"ticket": result.ticket, "reason": result.reason, "is_standby": False}
        self._newest.take(counter.model_copy(update={**update, "since": self.now()}))

    def _changed_ticket(self, ticket: TicketView) -> None:
        counter = self._newest.counter or counter_in(self.client.lobby, self.counter)
        if counter is not None:
            is_here = ticket.state in ("called", "serving")
            update = {"ticket": ticket} if is_here else {"ticket": None, "since": self.now()}
            self._newest.take(counter.model_copy(update=update))

    # ------------------------------------------------------------ news

    def _on_lobby(self, lobby: LobbyView) -> None:
        self._newest.caught_up(lobby.sequence, counter_in(lobby, self.counter))
        ticket = self.scene.ticket
        if ticket is not None:
            self.day.know(ticket.id, ticket.service, ticket.started_at)
        present = counter_in(lobby, self.counter)
        if present is not None and present.staff == self.day.staff:
            self.day.is_training = present.is_trainee
        self._tell()

    def _on_event(self, event: EventView) -> None:
        if event.kind == kinds.DAY_OPENED and self.signed_in_at is not None:
            self._begin_day(self.day.counter, self.day.staff)
        self.day.note(event)
        if event.counter == self.counter:
            self._newest.happened(event.sequence)
            if event.kind == kinds.TICKET_CALLED and self._came_by_itself(event):
                self.called.emit(event.number)
        if event.kind == kinds.HELP_ASKED and self._help.note(event, self.now()):
            self.helpAsked.emit()
            self._tell()
        if event.kind in _COUNTED:
            self._tell()

    def _came_by_itself(self, event: EventView) -> bool:
        """Whether this call was made because the counter stood by, not by a key of this window."""
        if event.data.get("rule") == "standby":
            return True
        return self.scene.phase is Phase.STANDBY and self.scene.pending is None

    def _tell(self, *_news: object) -> None:
        self.changed.emit()


_COUNTED = (
    kinds.DAY_OPENED,
    kinds.TICKET_CLOSED,
    kinds.TICKET_TRANSFERRED,
    kinds.TICKET_RATED,
    kinds.TICKET_NO_SHOW,
)
