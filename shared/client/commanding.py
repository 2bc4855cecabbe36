"""Commands over REST: sent patiently, each answer read as the message it has to be."""

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
from shared.protocol.base import Message, Request

#: What these methods say stands in the address.
BODILESS = frozenset({"GET", "DELETE"})


class CommandingClient(ConnectedClient):
    """Sends commands and questions; ``shared.client.rest`` names them."""

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
        """Wires the parts; ``start`` connects. Arguments: see ``RestClient``."""
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

    def look_up(self, path: str, answer: type[Message]) -> Reply:
        """GET what stands there."""
        return self._send(path, None, answer, method="GET")

    def order(
        self,
        path: str,
        command: Request | None,
        answer: type[Message] | None,
        *,
        method: str = "POST",
    ) -> Reply:
        """Send it there."""
        return self._send(path, command, answer, method=method)

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
        wish = path.encode() + b"\n" + body
        reply = Reply()  # no parent: it lives here until settled, then as long as its caller likes
        self._replies.add(reply)

        def answered(got: Answer) -> None:
            self._replies.discard(reply)
            self._commands.discard(patient)
            result = self._result(got, answer, may_be_empty=empty)
            if is_wish and isinstance(result, Failure) and result.is_undecided:
                self._unanswered.note(wish, patient.key)
            self._forget_if_over(token, result)
            reply.settle(result)

        patient = PatientCommand(
            self._wire,
            self._timing,
            method,
            self._link.path(path),
            None if method in BODILESS else body,
            answered,
            staff_token=token,
            key=self._unanswered.take(wish) if is_wish else "",
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
