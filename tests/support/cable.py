"""A cable between two programs that a test can pull: it forwards one port to another."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

BLOCK = 65536


class Cable:
    """Listens on ``port`` of 127.0.0.1 and forwards to ``target``; pulled, it carries nothing."""

    def __init__(self, target: int) -> None:
        self.target = target
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._ends: set[socket.socket] = set()
        self._is_pulled = False
        self._hears = threading.Event()
        self._hears.set()
        self._lock = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    def pull(self) -> None:
        """From now on nothing goes through, and nobody is told."""
        with self._lock:
            self._is_pulled = True
            for end in self._ends:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            self._ends.clear()

    def mute(self) -> None:
        """What is sent arrives, what is answered does not, until it is pulled or plugged."""
        self._hears.clear()

    def plug(self) -> None:
        """It carries again, both ways."""
        self._is_pulled = False
        self._hears.set()

    def close(self) -> None:
        self.pull()
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            if self._is_pulled:
                near.close()
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self.target), timeout=2)
            except OSError:
                near.close()
                continue
            with self._lock:
                self._ends |= {near, far}
            for way in ((near, far, False), (far, near, True)):
                threading.Thread(target=self._carry, args=way, daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, is_answer: bool) -> None:
        with contextlib.suppress(OSError):
            while block := source.recv(BLOCK):
                if is_answer:
                    self._hears.wait()
                sink.sendall(block)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
            with self._lock:
                self._ends.discard(end)


@contextmanager
def cable(target: int) -> Iterator[Cable]:
    """A cable to this port, plugged in."""
    made = Cable(target)
    try:
        yield made
    finally:
        made.close()
