"""Somebody who listens to the stream of events, through every cut, and misses nothing."""

import http.client
import random
import threading
from typing import Final

PATIENCE_S: Final = 6.0  # a server's beat comes every 2 s


class Listener(threading.Thread):
    """Goes on from the last number that it heard, at whichever server answers."""

    def __init__(
        self,
        name: str,
        ports: list[int],
        prefix: str,
        headers: dict[str, str],
        is_over: threading.Event,
    ) -> None:
        """It listens from the beginning of the log on."""
        super().__init__(name=name, daemon=True)
        self.heard: list[int] = []
        self.connections = 0
        self._ports, self._prefix, self._headers = ports, prefix, headers
        self._is_over = is_over
        self._draw = random.Random(name)

    def run(self) -> None:
        """Until it is over."""
        while not self._is_over.is_set():
            port = self._draw.choice(self._ports)
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
            try:
                self._listen(line)
            except (OSError, http.client.HTTPException, ValueError):
                self._is_over.wait(0.1)
            finally:
                line.close()

    def _listen(self, line: http.client.HTTPConnection) -> None:
        after = str(self.heard[-1] if self.heard else 0)
        headers = {**self._headers, "Last-Event-ID": after}
        line.request("GET", f"{self._prefix}/events", headers=headers)
        stream = line.getresponse()
        if stream.status != 200:
            self._is_over.wait(0.1)
            return
        self.connections += 1
        sequence = 0
        while (said := stream.readline()) and not self._is_over.is_set():
            if said.startswith(b"id:") and said.endswith(b"\n"):
                sequence = int(said[3:])
            elif said == b"\n" and sequence:  # only now the event is whole
                self.heard.append(sequence)
                sequence = 0

    def faults(self, last: int) -> list[str]:
        """What is missing or came twice, if anything."""
        if self.heard == list(range(1, last + 1)):
            return []
        missing = set(range(1, last + 1)) - set(self.heard)
        twice = len(self.heard) - len(set(self.heard))
        return [f"{self.name}: {len(missing)} of {last} events missing, {twice} heard twice"]
