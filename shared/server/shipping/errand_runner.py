"""Carries out in the branch what head office wants of it, each errand once and in time.

In a thread of its own with a question that head office keeps open. Time is measured on this
machine's own clock from the moment of the question, so that no delay on the line makes an errand
look younger than it is.
"""

import json
import logging
import threading
import time
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import replace
from random import uniform
from typing import Final

from shared.domain.errors import EnvironmentFailed, LobbyError
from shared.protocol.office import Errand, Errands, ErrandView, Report
from shared.server.problems import InternalFault, problem_of
from shared.server.shipping.line import Line, Target
from shared.server.shipping.timing import ORDINARY, LineTiming
from shared.services.appointing import DigestOf
from shared.services.errands import decide_errand
from shared.services.ports import Ids
from shared.store.job import Command, Done
from shared.store.writer import Writer

log = logging.getLogger(__name__)

#: Errands are small: whoever takes longer than that is gone.
ANSWER_S: Final = 10.0
WRITER_S: Final = 10.0
STOP_S: Final = 2.0


class ErrandRunner:
    """Asks head office for errands of one branch."""

    def __init__(
        self,
        writer: Writer,
        branch: str,
        target: Target,
        ids: Ids,
        digest_of: DigestOf,
        timing: LineTiming = ORDINARY,
    ) -> None:
        """Nothing runs yet.

        Raises:
            FileUnreadable: the CA's file.
        """
        self._writer = writer
        self._branch = branch
        self._ids = ids
        self._digest_of = digest_of
        self._timing = timing
        self._line = Line(target, branch, replace(timing, answer_s=min(timing.answer_s, ANSWER_S)))
        self._is_over = threading.Event()
        self._failures = 0
        self._is_asking = False
        self._thread = threading.Thread(target=self._run, name="lobby-errands", daemon=True)

    def start(self) -> None:
        """Begin to ask; the writer runs already."""
        self._thread.start()

    def stop(self) -> None:
        """End; an open question is left to itself."""
        self._is_over.set()
        self._line.close()
        if self._thread.is_alive() and not self._is_asking:
            self._thread.join(STOP_S)

    def _run(self) -> None:
        while not self._is_over.is_set():
            try:
                self._ask()
                self._failures = 0
            except LobbyError as error:
                self._is_asking = False
                self._pause(error)

    def _ask(self) -> None:
        """One question, and what came of it."""
        asked_s = time.monotonic()
        wait_s = self._timing.errands_s
        self._is_asking = True
        found = self._line.ask(Errands, "GET", f"errands?wait_s={wait_s}", more_s=wait_s)
        self._is_asking = False
        for errand in found.errands:
            until_s = asked_s + (found.waited_ms + errand.valid_ms) / 1000
            self._carry_out(errand, until_s)

    def _carry_out(self, errand: Errand, until_s: float) -> None:
        """Do it and say so; what nobody knows the outcome of is told again and done once."""
        report = self._outcome(errand, until_s)
        if errand.kind != "withdraw":
            place = f"errands/{errand.id}/report"
            said = self._line.ask(ErrandView, "POST", place, report)
            log.info("errand.reported id=%s kind=%s state=%s", errand.id, errand.kind, said.state)
        elif report.problem is None:
            self._line.ask(ErrandView, "POST", f"errands/{errand.id}/withdrawn")
            log.info("errand.withdrawn id=%s", errand.id)

    def _outcome(self, errand: Errand, until_s: float) -> Report:
        """What the branch says to it.

        Raises:
            EnvironmentFailed: it may count all the same.
        """
        try:
            return Report(answer=json.loads(self._do(errand, until_s).body or "{}"))
        except EnvironmentFailed:
            raise
        except LobbyError as error:
            return Report(problem=problem_of(error, "en"))
        except Exception as error:  # edge of the thread: one bad errand must not stop the next
            log.error("errand.fault id=%s", errand.id, exc_info=error)
            return Report(problem=problem_of(InternalFault(), "en"))

    def _do(self, errand: Errand, until_s: float) -> Done:
        """The answer of the writer, the first one where it was done before.

        Raises:
            LobbyError: what the rules and the store say.
        """
        decide = decide_errand(
            errand, self._ids, self._digest_of, lambda: time.monotonic() >= until_s
        )
        key = f"{'withdraw' if errand.kind == 'withdraw' else 'errand'}-{errand.id}"
        answered = self._writer.submit(Command(self._branch, decide, key))
        try:
            return answered.result(WRITER_S)
        except FutureTimeout as error:
            raise EnvironmentFailed("the writer does not answer") from error

    def _pause(self, error: LobbyError) -> None:
        """Longer each time, never two branches for the same time."""
        if not self._failures and not self._is_over.is_set():
            log.warning("errands.not_asked branch=%s reason=%s", self._branch, error)
        timing = self._timing
        wait_s = min(timing.again_s * 2**self._failures, timing.again_most_s)
        self._failures = min(self._failures + 1, 16)
        self._is_over.wait(uniform(wait_s / 2, wait_s))
