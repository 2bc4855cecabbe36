"""Kept answers on their way to the stand-in, each with the last line of its command."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import islice, takewhile
from typing import Final, NamedTuple

from shared.protocol.shipping import Lines, LogLine
from shared.protocol.stand_in import CopiedAnswer

#: Put since the last recall. Beyond that all of them are read from the database again, when the
#: stand-in is back.
MOST: Final = 5000
#: In one request; with as many lines as travel at once it is below what a server reads of one.
PIECE_MOST: Final = 500
PIECE_BYTES: Final = 80_000


class Piece(NamedTuple):
    """What goes into one request."""

    lines: tuple[LogLine, ...]
    answers: tuple[CopiedAnswer, ...]


class Unsent:
    """The answers that the stand-in lacks, in the order of the log. Any thread."""

    def __init__(self) -> None:
        """Nobody knows what it lacks."""
        self._lock = threading.Lock()
        self._queue: deque[CopiedAnswer] = deque()
        self._put = self._told = 0
        self._recalled = 0  # how many at the queue's beginning came from the database
        self._is_known = False

    def put(self, kept: Iterable[CopiedAnswer]) -> int:
        """New ones; gives the mark by which ``is_told`` is asked."""
        with self._lock:
            for answer in kept:
                self._queue.append(answer)
                self._put += 1
            if len(self._queue) - self._recalled > MOST:
                self._lose()
            return self._put

    def lose(self) -> None:
        """The stand-in has none, or nobody knows which."""
        with self._lock:
            self._lose()

    def _lose(self) -> None:
        self._queue.clear()
        self._recalled = 0
        self._is_known = False

    def recall(self, read: Callable[[], Sequence[CopiedAnswer]]) -> None:
        """Where nobody knows what it lacks: all that are kept, and those put meanwhile."""
        with self._lock:
            if self._is_known:
                return
            self._queue.clear()
            before = self._put
        found = read()
        with self._lock:
            if len(self._queue) != self._put - before:
                return  # too many meanwhile: once more
            self._queue.extendleft(reversed(found))
            self._recalled = len(found)
            self._told = before - len(found)
            self._is_known = True

    def first(self) -> tuple[list[CopiedAnswer], bool] | None:
        """As many as fit into one request, and whether those are all; None while nobody knows."""
        with self._lock:
            if not self._is_known:
                return None
            some = list(islice(self._queue, PIECE_MOST))
            is_all = len(some) == len(self._queue)
        size = 0
        for count, answer in enumerate(some):
            size += len(answer.model_dump_json().encode())
            if size > PIECE_BYTES and count:
                return some[:count], False
        return some, is_all

    def tell(self, count: int) -> None:
        """The stand-in has so many more of them; of those lost meanwhile nobody knows."""
        with self._lock:
            if not self._is_known:
                return
            for _ in range(min(count, len(self._queue))):
                self._queue.popleft()
                self._told += 1
                self._recalled = max(0, self._recalled - 1)

    def is_told(self, mark: int) -> bool:
        """Whether the stand-in has everything that was put up to this mark."""
        with self._lock:
            return self._is_known and mark <= self._told

    @property
    def is_known(self) -> bool:
        """Whether what is kept here is all that the stand-in lacks."""
        return self._is_known


def next_piece(
    lines: Lines, written: int, known: int, answers: list[CopiedAnswer], *, is_all: bool
) -> Piece:
    """What to send next: lines up to ``written``, and the answers that belong to them.

    ``known`` is where the copy ends. No piece ends within a command, unless the command alone is
    larger: so no line is there without the answer to its command.
    """
    found = [line for line in lines.lines if line.sequence <= written]
    if not is_all:
        complete = max(answer.place for answer in answers)
        found = [line for line in found if line.sequence <= complete]
    if found and found[-1].sequence < written:
        found = _whole(found, {answer.place for answer in answers})
    last = found[-1].sequence if found else known
    ready = takewhile(lambda answer: answer.place <= last, answers)
    return Piece(tuple(found), tuple(ready))


def _whole(lines: list[LogLine], places: set[int]) -> list[LogLine]:
    """Without the beginning of a command at the end; all lines when they are one command's."""
    for count in range(len(lines), 0, -1):
        line, later = lines[count - 1], lines[count : count + 1]
        is_end = bool(later) and later[0].recorded_us != line.recorded_us
        if line.sequence in places or is_end:
            return lines[:count]
    return lines
