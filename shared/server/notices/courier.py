"""The courier: makes messages of calls, sends them, tries again, and forgets numbers at midnight.

A thread of its own that reads what is committed: no command ever waits for it, however dead the
target is. What it has to do stands in the database, so a killed server goes on where it was.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from zoneinfo import ZoneInfo

from shared.config.shelf import ProfileShelf
from shared.domain.errors import LobbyError
from shared.domain.event import NOTICE_DROPPED, NOTICE_WANTED
from shared.services import notifying
from shared.services.day import local_day
from shared.services.lobby import Entry, Lobby
from shared.services.notifying import (
    LATE_US,
    SOON,
    Notice,
    NoticeLost,
    NoticeRefused,
    Notifier,
)
from shared.services.ports import Clock, Ids
from shared.store.job import Command
from shared.store.notice import FAILED, SENT, Due, NoticeTable
from shared.store.writer import Writer

log = logging.getLogger(__name__)

#: The numbers of a day that is over are destroyed within so many seconds.
SWEEP_S: Final = 60.0
#: The pause after the first failure; it doubles up to the longest one.
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 60.0
PATIENCE_S: Final = 10.0


@dataclass(frozen=True, slots=True)
class Times:
    """How patient the courier is, in seconds."""

    first_pause_s: float = FIRST_PAUSE_S
    longest_pause_s: float = LONGEST_PAUSE_S
    sweep_s: float = SWEEP_S


class Courier:
    """Sends what customers asked for. Without ``notifier`` it only forgets."""

    def __init__(
        self,
        table: NoticeTable,
        writer: Writer,
        profiles: ProfileShelf,
        clock: Clock,
        ids: Ids,
        notifier: Notifier | None,
        times: Times = Times(),
        now_s: Callable[[], float] = time.time,
    ) -> None:
        """``clock`` is the branch's; ``now_s``, seconds since the epoch, is that of messages."""
        self._table = table
        self._writer = writer
        self._profiles = profiles
        self._clock = clock
        self._ids = ids
        self._notifier = notifier
        self._times = times
        self._now_s = now_s
        self._wanted: dict[str, set[str]] = {}
        self._near: set[str] = set()
        self._news = threading.Event()
        self._is_stopping = False
        self._failures = 0
        self._quiet_until_s = 0.0
        self._thread = threading.Thread(target=self._run, name="courier", daemon=True)

    @property
    def is_sending(self) -> bool:
        """Whether messages go anywhere."""
        return self._notifier is not None

    def is_wanted(self, branch: str, ticket: str) -> bool:
        """Whether the customer of a ticket has left a number."""
        return ticket in self._wanted.get(branch, ())

    def start(self) -> None:
        """Take up what was left; to be called when the tables are there."""
        self._wanted = self._table.wanted()
        self._news.set()
        self._thread.start()

    def stop(self) -> None:
        """End within the patience of one message."""
        self._is_stopping = True
        self._news.set()
        if self._thread.is_alive():
            self._thread.join(PATIENCE_S)

    def notice(self, branch: str, entries: list[Entry]) -> None:
        """After a commit, in the writer's thread: nothing but taking note."""
        for entry in entries:
            if entry.event.kind == NOTICE_WANTED:
                self._wanted.setdefault(branch, set()).add(entry.event.ticket)
            elif entry.event.kind == NOTICE_DROPPED:
                self._wanted.get(branch, set()).discard(entry.event.ticket)
        if self._wanted.get(branch):
            self._news.set()

    def _run(self) -> None:
        while not self._is_stopping:
            try:
                self.sweep()
                if self.is_sending:
                    self._make()
                    self._send()
            except LobbyError as error:  # the store is away: everything is still there later
                log.warning("courier.waits reason=%s", error)
            except Exception:
                log.exception("courier.failed")
            self._news.wait(self._pause_s())
            self._news.clear()

    def _pause_s(self) -> float:
        """Until something happens, or until it is time to try again."""
        if not self._failures:
            return self._times.sweep_s
        return min(max(self._quiet_until_s - self._now_s(), 0.05), self._times.sweep_s)

    def sweep(self) -> None:
        """Destroy the numbers of days that are over. Raises StoreUnavailable."""
        now_us = self._clock.now_us()
        days = {branch: local_day(now_us, self._zone(branch)).day for branch in [*self._wanted]}
        if self._table.forget_days(days):
            self._wanted = self._table.wanted()
            self._near.clear()

    def _zone(self, branch: str) -> ZoneInfo:
        """Of a branch without a usable profile, or of another process, the day ends with UTC's."""
        try:
            return ZoneInfo(self._profiles[branch].branch.time_zone)
        except (KeyError, LobbyError):
            return ZoneInfo("UTC")

    def _make(self) -> None:
        """Messages of new calls, and of those who are nearly there."""
        for branch, tickets in list(self._wanted.items()):
            if not tickets or branch not in self._profiles:
                continue
            called_for = self._look(branch, partial(notifying.called_for, tickets=set(tickets)))
            self._table.take_calls(branch, called_for, self._now_us(), self._new_ids())
            near = self._look(branch, partial(notifying.near, tickets=set(tickets)))
            if new := near - self._near:
                self._table.add(branch, new, SOON, self._now_us(), self._new_ids())
                self._near |= new

    def _send(self) -> None:
        """What is due, until the target fails."""
        while not self._is_stopping and self._now_s() >= self._quiet_until_s:
            due = self._table.claim(self._now_us(), [*self._profiles])
            if not due:
                self._failures = 0
                return
            if not self._deliver_all(due):
                return

    def _deliver_all(self, due: list[Due]) -> bool:
        """Send what was claimed; False when the target has to be left alone for a while.

        What was not tried is given back, also where something unforeseen ends the round: else it
        would lie until its claim ends.
        """
        left = list(due)
        try:
            while left:
                if not self._deliver(left.pop(0)):
                    return False
            return True
        finally:
            for each in left:
                again_us = max(int(self._quiet_until_s * 1_000_000), self._now_us())
                self._table.put_off(each.id, again_us, each.tries - 1)

    def _deliver(self, due: Due) -> bool:
        """Send one message; False when the target has to be left alone for a while."""
        if self._now_us() - due.made_us > LATE_US:
            self._settle(due, "late")
            return True
        to = self._table.number(due.branch, due.ticket)
        words = self._look(
            due.branch,
            lambda lobby, _: (
                notifying.message(lobby, due.ticket, due.about)
                if notifying.is_of_use(lobby, due.ticket, due.about)
                else None
            ),
        )
        if not to or words is None:
            self._settle(due, "gone")
            return True
        number, counter, language, text = words
        message = Notice(
            due.id, due.about, due.branch, due.ticket, number, counter, language, to, text
        )
        assert self._notifier is not None
        try:
            self._notifier.send(message)
        except NoticeLost as error:
            self._fail(due, error)
            return False
        except NoticeRefused as error:
            log.warning("courier.refused notice=%s reason=%s", due.id, error.params[0])
            self._settle(due, "refused")
            return True
        self._failures = 0
        self._settle(due, "")
        return True

    def _fail(self, due: Due, error: NoticeLost) -> None:
        self._failures += 1
        pause_s = min(
            self._times.first_pause_s * 2 ** (self._failures - 1), self._times.longest_pause_s
        )
        self._quiet_until_s = self._now_s() + pause_s
        self._table.put_off(due.id, int(self._quiet_until_s * 1_000_000))
        log.warning(
            "courier.lost notice=%s reason=%s pause_s=%.1f", due.id, error.params[0], pause_s
        )

    def _settle(self, due: Due, reason: str) -> None:
        """Write down what became of it: first in the table, so that it is never sent again."""
        self._table.settle(due.id, FAILED if reason else SENT)
        self._wait(
            self._writer.submit(
                Command(
                    due.branch,
                    lambda lobby, now_us: notifying.settled(
                        lobby,
                        now_us,
                        ticket=due.ticket,
                        message=due.id,
                        about=due.about,
                        tries=due.tries,
                        reason=reason,
                    ),
                )
            )
        )

    def _look(self, branch: str, see: Callable[[Lobby, int], Any]) -> Any:
        return self._wait(self._writer.look(branch, see))

    @staticmethod
    def _wait(future: "Future[Any]") -> Any:
        return future.result(PATIENCE_S)

    def _now_us(self) -> int:
        return int(self._now_s() * 1_000_000)

    def _new_ids(self) -> Iterator[str]:
        while True:
            yield self._ids.new_id()
