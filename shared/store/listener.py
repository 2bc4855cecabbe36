"""Hears what other processes have written to the same PostgreSQL database."""

import logging
import select
import socket
import threading
import time
from collections.abc import Callable, Iterable
from typing import Final

import psycopg

from shared.config.database_address import PostgresAddress
from shared.store.postgres import CHANNEL, connect_arguments

log = logging.getLogger(__name__)

#: Without any news look all the same: a message may be lost with its connection.
POLL_S: Final = 5.0
RETRY_S: Final = 1.0
STOP_S: Final = 1.0

#: Told in the listener's thread: the branch, and its newest event (None: look how far it goes).
Heard = Callable[[str, int | None], None]


class Listener:
    """A thread that waits for messages of commits, whoever made them."""

    def __init__(self, address: PostgresAddress, branches: Iterable[str], heard: Heard) -> None:
        """Nothing runs yet; of other branches nothing is told."""
        self._url = address.url
        self._branches = frozenset(branches)
        self._heard = heard
        self._is_over = False
        self._thread = threading.Thread(target=self._run, name="lobby-listener", daemon=True)

    def start(self) -> None:
        """Begin to listen; until the connection stands, and after each cut, branches are polled."""
        self._wake, self._woken = socket.socketpair()
        self._thread.start()

    def stop(self) -> None:
        """End the thread; one that is just trying to connect is left to itself."""
        self._is_over = True
        self._wake.send(b"!")
        self._thread.join(STOP_S)
        if not self._thread.is_alive():
            self._wake.close()
            self._woken.close()

    def _run(self) -> None:
        while not self._is_over:
            try:
                with psycopg.connect(self._url, autocommit=True, **connect_arguments()) as ear:
                    ear.execute(f"LISTEN {CHANNEL}")
                    self._listen(ear)
            except psycopg.Error as error:
                log.warning("listener.cut reason=%s", str(error).partition("\n")[0])
                self._look()
                self._wait(None, RETRY_S)

    def _listen(self, ear: "psycopg.Connection[tuple[object, ...]]") -> None:
        """What was said before is looked up first, and again when long nothing was heard."""
        looked_s = -POLL_S
        while not self._is_over:
            if time.monotonic() - looked_s >= POLL_S:
                looked_s = time.monotonic()
                self._look()
            self._wait(ear, POLL_S)
            for message in ear.notifies(timeout=0):
                branch, _, sequence = message.payload.partition(" ")
                if branch in self._branches:
                    self._heard(branch, int(sequence) if sequence.isdigit() else None)

    def _wait(self, ear: "psycopg.Connection[tuple[object, ...]] | None", most_s: float) -> None:
        """Until something comes or the end is wanted."""
        sources = [self._woken.fileno()] if ear is None else [self._woken.fileno(), ear.fileno()]
        select.select(sources, [], [], most_s)

    def _look(self) -> None:
        for branch in sorted(self._branches):
            self._heard(branch, None)
