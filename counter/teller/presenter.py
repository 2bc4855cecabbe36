"""The teller's desk without widgets: takes what the keys ask, keeps what is true, tells the window.

One command at a time: while one is pending the keys that would send another do nothing. Every
command is asynchronous; a refusal becomes ``message``, one sentence, until the next command works.
"""

import time
from collections.abc import Callable

from counter.teller.desk_state import Message
from counter.teller.pauses import Pauses
from counter.teller.scene import Command, Phase
from shared.client.browser_sign_in import BrowserSignIn
from shared.client.ports import Failure, LobbyClient
from shared.client.ways import Ways
from shared.domain.errors import CounterNotOpen, LobbyError
from shared.domain.refused import NobodyLooked
from shared.i18n import error_sentence, other_language
from shared.protocol.command import CloseTicket, SignIn
from shared.protocol.lobby import CounterView, Session, TicketView
from shared.protocol.sign_in import SignInAccount

GUARD_S = 1.0
"""A second press of the next key within this time is the same press: ignored (real seconds)."""


class Presenter(Pauses):
    """State and intents of one teller at one counter.

    Signals:
        changed: something on the desk is different; ask ``scene``, ``day``, ``message``.
        languageChanged(str): the window speaks another language now.
        called(str): this ticket has just been called here by itself (standby).
        helpAsked: a customer at a kiosk has just asked for help; see ``help_call``.
        leaveEnded(object): the answer to ``leave``: None when signed out, else the ``Failure``.
    """

    def __init__(
        self,
        client: LobbyClient,
        counter: str = "",
        language: str = "zh",
        monotonic: Callable[[], float] = time.monotonic,
        offline: str = "",
    ) -> None:
        """A desk where nobody has signed in yet. ``monotonic``: real seconds, for the guard.

        ``offline``: folder for what is finished while no server decides; empty: nothing is.
        """
        super().__init__(client, counter, language, monotonic, offline)
        self._guard_until_s = 0.0
        self._looked_for = ""
        self.ways = Ways(client, self)
        self.ways.changed.connect(self._tell)
        self.browser = BrowserSignIn(client, self)
        self.called.connect(self._came_by_itself_now)

    def _came_by_itself_now(self, _number: str) -> None:
        """A press that was meant for an empty counter must not close who has just been called."""
        self._looked_for = ""
        self.guard()

    def stop(self) -> None:
        """Listen to nobody any longer, a browser that is still out included."""
        super().stop()
        self.browser.cancel()
        self.ways.stop()

    # ------------------------------------------------------------ signing in and out

    def sign_in(self, staff: str, pin: str, counter: str) -> None:
        """Sign in and open the counter; a refusal leaves the form as it is."""
        self.staff, self.counter = staff, counter
        command = SignIn(staff=staff, pin=pin, counter=counter)
        self._run(Command.SIGN_IN, lambda: self.client.sign_in(command), self._signed_in)

    def sign_in_account(self, account: str, password: str, counter: str) -> None:
        """The same with the bank's account."""
        self.counter = counter
        command = SignInAccount(account=account, password=password, counter=counter)
        self._run(Command.SIGN_IN, lambda: self.client.sign_in(command), self._signed_in)

    def sign_in_browser(self, counter: str) -> None:
        """The same in the browser, until it comes back or ``cancel_browser``."""
        self.counter = counter
        self._run(
            Command.SIGN_IN,
            lambda: self.browser.begin(counter, self.ways.ways.redirect_port),
            self._signed_in,
        )

    def _signed_in(self, session: Session) -> None:
        self.session = session
        self.staff = session.staff
        self.client.watch_counter(self.counter)
        if (self.day.counter, self.day.staff) != (self.counter, session.staff):
            self._begin_day(self.counter, session.staff)
        self._run(
            Command.OPEN,
            lambda: self.client.open_counter(self.counter),
            self._arrived,
            self._open_refused,
        )

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
        scene = self.scene
        phase = scene.phase
        if scene.can_finish and scene.profile is not None:
            self._close_alone(scene.profile.outcomes[0].id)
        elif phase in (Phase.CLOSED, Phase.PAUSED):
            self.open()
        else:
            shown = self._shown()
            self._run(Command.NEXT, lambda: self.client.next(self.counter, shown), self._called)

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

    def here_or_need(self) -> None:
        """F4: the customer is here, or the next of several needs begins."""
        if self.scene.phase is Phase.SERVING:
            self.next_need()
        else:
            self.start()

    def start(self) -> None:
        """The customer is here."""
        ticket = self._present(Phase.CALLED)
        if ticket is not None and self.scene.can_finish:
            self._alone(self._own.start)
        elif ticket is not None:
            self._on_ticket(Command.START, lambda: self.client.start_ticket(ticket.id))

    def close(self, outcome: str) -> None:
        """F5 and a digit: end the visit with this outcome; nobody is called."""
        ticket = self._present(Phase.CALLED, Phase.SERVING)
        if ticket is not None and self.scene.can_finish:
            self._close_alone(outcome)
        elif ticket is not None:
            command = CloseTicket(outcome=outcome)
            self._on_ticket(Command.CLOSE, lambda: self.client.close_ticket(ticket.id, command))

    def no_show(self) -> None:
        """Del: nobody came, after the minimum of recalls."""
        ticket = self._present(Phase.CALLED)
        if ticket is None or self.scene.recalls_needed > 0:
            return
        looked = ticket.needs_visual_call
        if looked and self._looked_for != ticket.id:
            self._ask_to_look(ticket)
            return
        self._looked_for = ""  # whoever comes back and is called again is looked for again
        if self.scene.can_finish:
            self._alone(self._own.no_show)
        else:
            self._on_ticket(
                Command.NO_SHOW, lambda: self.client.no_show(ticket.id, has_looked=looked)
            )

    def _ask_to_look(self, ticket: TicketView) -> None:
        """Who does not hear well is looked for; a press after this says that somebody did."""
        self._looked_for = ticket.id
        error = NobodyLooked(ticket.number)
        self.message = Message(Failure(error.code, error_sentence(error), params=error.params))
        self._tell()

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

    def _close_alone(self, outcome: str) -> None:
        self._alone(lambda counter, staff: self._own.close(counter, staff, outcome))

    def _alone(self, act: Callable[[CounterView, str], None]) -> None:
        """Do it here and keep it, as no server decides; what cannot be kept is not done."""
        counter, session = self._present_counter, self.session
        if counter is None or session is None:
            return
        try:
            act(counter, session.staff)
            self.message = None
        except LobbyError as error:
            self.message = Message(Failure(error.code, error_sentence(error), params=error.params))
        self._tell()
