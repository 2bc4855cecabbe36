"""``python -m tests.bench.store.load``: asks a server, over connections of its own, in a process of
its own, so that what the asking costs is not in the answers' times.

One phase a line of JSON comes in, one result a line goes out. Raw sockets and requests made of
bytes: some 15,000 requests a second, several times what a server of ours answers.
"""

import asyncio
import json
import os
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

CLOSED: Final = b""
KEYS = count(1)


class Connection(asyncio.Protocol):
    """One keep-alive connection: a request, its answer, the next request."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._buffer = b""
        self._answered: asyncio.Future[tuple[int, bytes]] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ready to ask."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, _error: Exception | None) -> None:
        """Whoever waits for an answer hears that none will come."""
        if self._answered is not None and not self._answered.done():
            self._answered.set_exception(ConnectionResetError())

    @property
    def is_open(self) -> bool:
        """Whether one can ask."""
        return self._transport is not None and not self._transport.is_closing()

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()

    def ask(self, request: bytes) -> "asyncio.Future[tuple[int, bytes]]":
        """Send; the answer's status and body come later."""
        assert self._transport is not None
        self._answered = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._answered

    def data_received(self, data: bytes) -> None:
        """Collect until the answer is whole (its length is announced)."""
        self._buffer += data
        head, mark, body = self._buffer.partition(b"\r\n\r\n")
        if not mark:
            return
        length = 0
        for line in head.split(b"\r\n")[1:]:
            if line[:15].lower() == b"content-length:":
                length = int(line[15:])
        if len(body) >= length and self._answered is not None:
            self._buffer = b""
            self._answered.set_result((int(head[9:12]), body))


@dataclass
class Tally:
    """What came of a phase."""

    took_ns: list[int] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    found: list[str] = field(default_factory=list)

    def note(self, began_ns: int, status: int, body: bytes, wanted: str) -> None:
        """One answer; ``wanted``: the way to what of it is kept, such as ticket.id."""
        self.took_ns.append(time.perf_counter_ns() - began_ns)
        self.statuses[status] += 1
        if wanted and status in (200, 201):
            at: Any = json.loads(body)
            for name in wanted.split("."):
                at = at[name]
            self.found.append(str(at))


class Load:
    """The clients of one server; each phase uses the first so many."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, int, int], Connection] = {}

    async def run(self, phase: dict[str, Any]) -> dict[str, Any]:
        """One phase: so many requests by so many clients, each after the answer to the one before.

        ``shots``: for each client what it sends, as head and body; each sends as many as the
        others, so that no branch gets more tickets than calls. ``pace_s`` > 0: one a pace, and
        their times count from when they were due.
        """
        tally, clients = Tally(), len(phase["shots"])
        until_ns = time.perf_counter_ns() + int(phase["seconds"] * 1e9)
        links = [await self._link(phase, n) for n in range(clients)]
        began_ns = time.perf_counter_ns()

        async def client(place: int, link: Connection, shot: dict[str, str]) -> None:
            for n in range(place, phase["times"], clients):
                due_ns = began_ns + int(n * phase["pace_s"] * 1e9)
                if phase["pace_s"]:
                    await asyncio.sleep(max(0, due_ns - time.perf_counter_ns()) / 1e9)
                asked_ns = time.perf_counter_ns()
                if asked_ns > until_ns:
                    return
                status, body = await link.ask(request_of(shot))
                tally.note(asked_ns, status, body, phase["wanted"])

        await asyncio.gather(*map(client, range(clients), links, phase["shots"]))
        took_ns = time.perf_counter_ns() - began_ns
        return {
            "took_s": took_ns / 1e9,
            "took_ns": tally.took_ns,
            "statuses": tally.statuses,
            "found": tally.found,
        }

    async def _link(self, phase: dict[str, Any], number: int) -> Connection:
        place = (phase["host"], phase["port"], number)
        known = self._open.get(place)
        if known is None or not known.is_open:
            loop = asyncio.get_running_loop()
            _, known = await loop.create_connection(Connection, phase["host"], phase["port"])
            self._open[place] = known
        return known


def request_of(shot: dict[str, str]) -> bytes:
    """The bytes of a request with an Idempotency-Key of its own, as our devices send one."""
    key = f"load-{os.getpid()}-{next(KEYS)}"
    line = f"Idempotency-Key: {key}\r\n" if shot["method"] == "POST" else ""
    return f"{shot['head']}{line}\r\n{shot['body']}".encode()


async def serve() -> None:
    """Phase after phase until the input ends."""
    load, loop = Load(), asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        print(json.dumps(await load.run(json.loads(line))), flush=True)


if __name__ == "__main__":
    asyncio.run(serve())
