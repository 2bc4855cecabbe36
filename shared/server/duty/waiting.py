"""Answers that wait until somebody else knows what they tell."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from shared.domain.away import NotConfirmed
from shared.store.custody import Answer, Tell


@dataclass(slots=True)
class Held:
    """What was committed up to ``last`` at ``since_ms``: whom to tell, whom to answer.

    ``mark``: of the answers that were kept with it (``shared.server.duty.unsent``).
    """

    last: int
    mark: int
    since_ms: int
    tell: Tell
    answer: Answer
    is_answered: bool = False


class Waiting:
    """Keeps them in their order; any thread."""

    def __init__(self, now_ms: Callable[[], int], patience_ms: int) -> None:
        """Nothing waits."""
        self._now_ms = now_ms
        self._patience_ms = patience_ms
        self._held: deque[Held] = deque()
        self._lock = threading.RLock()

    def put(self, last: int, mark: int, tell: Tell, answer: Answer) -> None:
        """To be told after everything that was put before."""
        with self._lock:
            self._held.append(Held(last, mark, self._now_ms(), tell, answer))

    def release(self, is_known: Callable[[Held], bool]) -> None:
        """Tell what others know by now; whoever has waited too long hears that it is uncertain."""
        with self._lock:
            while self._held and is_known(self._held[0]):
                held = self._held.popleft()
                held.tell()
                if not held.is_answered:
                    held.answer(None)
            for held in self._held:
                if not held.is_answered and self._now_ms() - held.since_ms >= self._patience_ms:
                    held.is_answered = True
                    held.answer(NotConfirmed())

    @property
    def is_empty(self) -> bool:
        """Whether nobody waits."""
        return not self._held
