"""One client: sends each command under a key until it is answered, wherever somebody answers."""

import http.client
import json
import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

from tests.torture.store.ledger import Told

PATIENCE_S: Final = 4.0  # a device's own
PAUSE_S: Final = (0.02, 0.25)
NEVER_S: Final = 90.0
TWIN_SHARE: Final = 0.02
AGAIN_SHARE: Final = 0.05
HEADERS: Final = {"Content-Type": "application/json", "Accept-Language": "en"}


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    body: dict[str, Any]


@dataclass
class Book:
    """What all clients together sent and were told. Safe to write from several threads."""

    told: list[Told] = field(default_factory=list)
    sent: int = 0
    unanswered: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    sentences: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    disk_refusals: int = 0
    is_full: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)


class Caller:
    """A device with, perhaps, a person. Not to be shared between threads."""

    def __init__(
        self, ports: list[int], prefix: str, headers: dict[str, str], book: Book, seed: str
    ) -> None:
        """``ports``: where servers can be reached; ``prefix``: the address of the branch."""
        self.draw = random.Random(seed)
        self.headers = {**HEADERS, **headers}
        self._ports = ports
        self._prefix = prefix
        self._book = book
        self._lines: dict[int, http.client.HTTPConnection] = {}

    def command(self, kind: str, subject: str, where: str, body: Any = None) -> Answer:
        """Send it until somebody answers; what was told goes into the book under its key.

        Now and then the answered command is sent once more, and now and then two are sent at once:
        whoever repeats must hear the same.
        """
        key = f"{self.draw.getrandbits(96):024x}"
        method, place = where.split(" ", 1)
        if kind == "help":
            body = {"device": "kiosk", "screen": key}
        twin = self._twin(method, place, body, key) if self._is(TWIN_SHARE) else None
        answer = self._until_answered(method, place, body, key)
        repeats = [twin.result()] if twin else []
        if answer.status < 300 and self._is(AGAIN_SHARE):
            repeats.append(self._until_answered(method, place, body, key))
        self._write(kind, subject, key, answer, repeats)
        return answer

    def ask(self, where: str, body: Any = None) -> Answer:
        """A question, or something else without a key, until it is answered."""
        method, place = where.split(" ", 1)
        return self._until_answered(method, place, body, "")

    def close(self) -> None:
        """Hang up."""
        for line in self._lines.values():
            line.close()

    def _is(self, share: float) -> bool:
        return self.draw.random() < share

    def _until_answered(self, method: str, place: str, body: Any, key: str) -> Answer:
        end_s = time.monotonic() + NEVER_S
        port = self.draw.choice(self._ports)
        while time.monotonic() < end_s:
            answer = self._once(port, method, place, body, key)
            if answer is not None and answer.status < 500 and answer.status != 429:
                return answer
            time.sleep(self.draw.uniform(*PAUSE_S))
            port = self.draw.choice(self._ports)
        with self._book.lock:
            self._book.faults.append(f"{method} {place} was not answered in {NEVER_S:.0f} s")
        return Answer(599, {"code": "never_answered"})

    def _once(self, port: int, method: str, place: str, body: Any, key: str) -> Answer | None:
        line = self._lines.setdefault(
            port, http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
        )
        headers = {**self.headers, "Idempotency-Key": key} if key else self.headers
        sent = json.dumps(body) if body is not None else None
        try:
            line.request(method, f"{self._prefix}/{place}", sent, headers)
            heard = line.getresponse()
            answer = Answer(heard.status, json.loads(heard.read() or b"{}"))
        except (OSError, http.client.HTTPException, ValueError):
            line.close()
            answer = None
        self._count(answer)
        return answer

    def _count(self, answer: Answer | None) -> None:
        with self._book.lock:
            self._book.sent += 1
            if answer is None:
                self._book.unanswered += 1
            elif answer.status >= 500:
                self._book.failed[str(answer.body.get("code"))] += 1
                self._book.sentences.add(str(answer.body.get("detail")))
                self._book.disk_refusals += self._book.is_full.is_set()

    def _twin(self, method: str, place: str, body: Any, key: str) -> "_Twin":
        other = Caller(self._ports, self._prefix, self.headers, self._book, f"twin of {key}")
        return _Twin(other, method, place, body, key)

    def _write(
        self, kind: str, subject: str, key: str, answer: Answer, repeats: list[Answer]
    ) -> None:
        with self._book.lock:
            if answer.status >= 300:
                self._book.refused[str(answer.body.get("code"))] += 1
            self._book.told.append(Told(kind, subject, key, answer.status, answer.body))
            for repeat in repeats:
                if _core(repeat) != _core(answer):
                    self._book.faults.append(
                        f"{kind} under {key}: told {_core(answer)} and {_core(repeat)}"
                    )


class _Twin(threading.Thread):
    """The same command at the same time, by another way."""

    def __init__(self, caller: Caller, method: str, place: str, body: Any, key: str) -> None:
        super().__init__(name="twin")
        self._caller, self._sent = caller, (method, place, body, key)
        self.start()

    def run(self) -> None:
        self._answer = self._caller._until_answered(*self._sent)
        self._caller.close()

    def result(self) -> Answer:
        self.join()
        return self._answer


def _core(answer: Answer) -> tuple[int, dict[str, Any]]:
    """An answer without the address of the phone page, of which there may be several."""
    return answer.status, {k: v for k, v in answer.body.items() if k != "phone_url"}
