"""The desk without widgets: who is signed in, what is asked of the server, what pages keep."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from shared.client.browser_sign_in import BrowserSignIn
from shared.client.ports import Failure, LobbyClient, Reply
from shared.client.refusal import sentence_in
from shared.client.ways import Ways
from shared.domain.errors import SessionMissing
from shared.protocol.base import Message, Request
from shared.protocol.command import SignIn
from shared.protocol.lobby import Session
from shared.protocol.sign_in import SignInAccount

Kept = TypeVar("Kept")


class Desk(QObject):
    """One person at one desk. One command at a time; questions as many as there are.

    Signals:
        changed: contact, what is pending, or what is said is different now.
        sessionChanged: somebody has signed in or out.
    """

    changed = Signal()
    sessionChanged = Signal()

    def __init__(self, client: LobbyClient) -> None:
        """A desk where nobody has signed in yet."""
        super().__init__()
        self.client = client
        self.session: Session | None = None
        self.staff = ""
        self.page = ""
        self.is_pending = False
        self._failure: Failure | None = None
        self._kept: dict[str, Any] = {}
        self._stay = 0
        self.ways = Ways(client, self)
        self.ways.changed.connect(self.changed)
        self.browser = BrowserSignIn(client, self)
        client.onlineChanged.connect(self._on_contact)
        client.servingChanged.connect(self._on_contact)
        client.profileChanged.connect(self._on_contact)
        client.troubled.connect(self._on_contact)

    @property
    def role(self) -> str:
        """The role of who is signed in; empty for nobody."""
        return self.session.role if self.session is not None else ""

    @property
    def can_act(self) -> bool:
        """Whether a command may be given now: contact with who decides, and none under way."""
        return self.client.is_served and not self.is_pending

    @property
    def message(self) -> str:
        """Why the last command was refused, in the language of the moment; empty for nothing."""
        failure = self._failure
        if failure is None:
            return ""
        return sentence_in(failure.code, failure.params) or failure.sentence

    @property
    def trouble(self) -> str:
        """Why there is no contact; empty while there is, or while nothing has been tried."""
        failure = self.client.trouble
        if self.client.is_online or failure is None:
            return ""
        return sentence_in(failure.code, failure.params) or failure.sentence

    def now(self) -> datetime:
        """The branch's clock, in its time zone."""
        return self.client.now()

    def kept(self, name: str, make: Callable[[], Kept]) -> Kept:
        """What a page works on: made once, gone when somebody signs out."""
        if name not in self._kept:
            self._kept[name] = make()
        found: Kept = self._kept[name]
        return found

    def dismiss(self) -> None:
        """The message has been read."""
        self._failure = None
        self.changed.emit()

    # ------------------------------------------------------------ signing in and out

    def sign_in(self, staff: str, pin: str) -> None:
        """Sign in; a refusal becomes the message."""
        if self.is_pending:
            return
        self.staff = staff
        self._send(lambda: self.client.sign_in(SignIn(staff=staff, pin=pin)), self._signed_in)

    def sign_in_account(self, account: str, password: str) -> None:
        """The same with the bank's account."""
        if not self.is_pending:
            command = SignInAccount(account=account, password=password)
            self._send(lambda: self.client.sign_in(command), self._signed_in)

    def sign_in_browser(self) -> None:
        """The same in the browser; asked for while that goes on, it is given up."""
        if self.browser.is_waiting:
            self.browser.cancel()
        elif not self.is_pending:
            port = self.ways.ways.redirect_port
            self._send(lambda: self.browser.begin("", port), self._signed_in)

    def _signed_in(self, session: Session) -> None:
        self.session = session
        self.staff = session.staff
        self._stay += 1
        self.sessionChanged.emit()

    def sign_out(self) -> None:
        """Nobody is here any more, whatever the server says of it; what pages kept is gone."""
        if self.session is not None:
            self._leave()
            self.client.sign_out()

    def _leave(self) -> None:
        self.session = None
        self.is_pending = False
        self._failure = None
        self._stay += 1
        for each in self._kept.values():
            if isinstance(each, QObject):
                each.deleteLater()
        self._kept.clear()
        self.sessionChanged.emit()

    def stop(self) -> None:
        """The program ends: sign out and listen no longer."""
        self.browser.cancel()
        self.ways.stop()
        self.sign_out()
        for signal in (
            self.client.onlineChanged,
            self.client.servingChanged,
            self.client.profileChanged,
            self.client.troubled,
        ):
            signal.disconnect(self._on_contact)

    # ------------------------------------------------------------ asking the server

    def look_up(
        self,
        path: str,
        answer: type[Message],
        on_done: Callable[[Any], object],
        on_failed: Callable[[Failure], object] | None = None,
    ) -> None:
        """GET below the branch's address; a refusal becomes the message unless it is taken.

        An answer that comes after somebody has signed out is dropped.
        """
        reply = self.client.look_up(path, answer)
        reply.then(*self._while_here(on_done, on_failed or self.refuse))

    def ask_with(
        self, path: str, said: Request, answer: type[Message], on_done: Callable[[Any], object]
    ) -> None:
        """A question whose words are nobody's business but the server's: POST, changes nothing."""
        reply = self.client.order(path, said, answer)
        reply.then(*self._while_here(on_done, self.refuse))

    def order(
        self,
        path: str,
        command: Request | None,
        answer: type[Message] | None,
        on_done: Callable[[Any], object],
        *,
        method: str = "POST",
        on_failed: Callable[[Failure], object] | None = None,
    ) -> None:
        """A command; nothing happens while another is under way or nobody decides."""
        if self.can_act:
            self._send(
                lambda: self.client.order(path, command, answer, method=method), on_done, on_failed
            )

    def refuse(self, failure: Failure) -> None:
        """One sentence; without a session back to the form."""
        if failure.code == SessionMissing.code and self.session is not None:
            self._leave()
        self._failure = failure
        self.changed.emit()

    def _send(
        self,
        send: Callable[[], Reply],
        on_done: Callable[[Any], object],
        on_failed: Callable[[Failure], object] | None = None,
    ) -> None:
        self.is_pending = True
        self._failure = None

        def done(answer: object) -> None:
            self.is_pending = False
            on_done(answer)
            self.changed.emit()

        def failed(failure: Failure) -> None:
            self.is_pending = False
            (on_failed or self.refuse)(failure)
            self.changed.emit()

        send().then(*self._while_here(done, failed))
        self.changed.emit()

    def _while_here(
        self, on_done: Callable[[Any], object], on_failed: Callable[[Failure], object]
    ) -> tuple[Callable[[Any], None], Callable[[Failure], None]]:
        stay = self._stay

        def done(answer: object) -> None:
            if stay == self._stay:
                on_done(answer)

        def failed(failure: Failure) -> None:
            if stay == self._stay:
                on_failed(failure)

        return done, failed

    def _on_contact(self, *_news: object) -> None:
        self.changed.emit()
