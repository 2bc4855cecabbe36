"""A command that is sent again, with the same Idempotency-Key, while the server does not answer."""

import time
import uuid
from collections.abc import Callable

from PySide6.QtCore import QTimer

from shared.client.loyalty import HANDED_BACK
from shared.client.refusal import code_in
from shared.client.timing import Timing
from shared.client.wire import Answer, Wire

KEY_HEADER = "Idempotency-Key"
STAFF_HEADER = "X-Staff-Session"
#: With these a server says that it has not carried the command out, and never will by itself.
NOT_DONE = frozenset({HANDED_BACK, "not_in_charge", "server_stopping"})


def _anything(_answer: Answer) -> bool:
    """Every answer will do."""
    return True


class PatientCommand:
    """One command and its attempts. The server carries a key out once, however often it comes.

    Where the program turns to the branch's other server meanwhile, a command that was refused is
    given to that one. One that was not answered may have been carried out where nobody can see it,
    so it is not: whoever gave it looks what is true, and gives it again.

    No QObject on purpose: as one it had to delete itself with ``deleteLater`` from within its own
    callback, and now and then the process ended in Qt's destructor. Whoever made it keeps it until
    its answer.
    """

    def __init__(
        self,
        wire: Wire,
        timing: Timing,
        method: str,
        path: str,
        body: bytes | None,
        on_answer: Callable[[Answer], None],
        *,
        staff_token: str = "",
        key: str = "",
        is_sound: Callable[[Answer], bool] = _anything,
    ) -> None:
        """Nothing is sent before ``start``.

        ``staff_token``: of the person who gave the command; every attempt carries it, whoever has
        signed in or out meanwhile. ``key``: of an earlier command that this one repeats.
        ``is_sound``: whether a good answer can be one to this command; else it is asked for again.
        """
        self._wire = wire
        self._timing = timing
        self._target = (method, path)
        self._body = body
        self._on_answer = on_answer
        self._is_sound = is_sound
        self.key = key or uuid.uuid4().hex
        self._headers = {KEY_HEADER: self.key}
        if staff_token:
            self._headers[STAFF_HEADER] = staff_token
        self._asked_at = self._unheard_at = ""
        self._deadline_s = time.monotonic() + timing.patience_ms / 1000
        self._pause = QTimer(singleShot=True, interval=timing.retry_ms)
        self._pause.timeout.connect(self.start)

    def start(self) -> None:
        """Send it (again)."""
        self._asked_at = self._wire.server
        if self._unheard_at not in ("", self._asked_at):
            self._settle(Answer(0))
            return
        method, path = self._target
        self._wire.ask(
            method,
            path,
            self._answered,
            body=self._body,
            headers=self._headers,
            timeout_ms=max(1, min(self._timing.request_ms, self._left_ms())),
        )

    def _left_ms(self) -> int:
        """What is left of the patience."""
        return round((self._deadline_s - time.monotonic()) * 1000)

    def _answered(self, answer: Answer) -> None:
        """Done, or once more after a pause while there is patience."""
        is_lost = answer.is_lost or (answer.is_good and not self._is_sound(answer))
        if is_lost and self._left_ms() > self._timing.retry_ms:
            if code_in(answer.body) not in NOT_DONE:
                self._unheard_at = self._asked_at
            self._pause.start()
            return
        self._settle(answer)

    def _settle(self, answer: Answer) -> None:
        on_answer, self._on_answer = self._on_answer, _nobody  # no cycle is left behind
        on_answer(answer)


def _nobody(_answer: Answer) -> None:
    """Who waits for an answer that has come already."""
