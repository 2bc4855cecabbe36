"""A cable that can be cut: a TCP proxy whose connections are reset or stand still when told to."""

import asyncio
import contextlib
import random
import socket
import struct
import threading
from collections.abc import Coroutine
from typing import Any, Final

LINGER_NOT: Final = struct.pack("ii", 1, 0)  # close with a reset, as a cut cable does in the end
PIECE_BYTES: Final = 65536


class Wires:
    """The loop, in a thread of its own, in which all proxies of a play run."""

    def __init__(self) -> None:
        """It runs until ``close``."""
        self.loop = asyncio.new_event_loop()
        self.servers: list[asyncio.Server] = []
        self._thread = threading.Thread(target=self.loop.run_forever, name="wires", daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Do something in the loop and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(30)

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        """Do something in the loop."""
        asyncio.run_coroutine_threadsafe(work, self.loop)

    def close(self) -> None:
        """Cut everything."""
        for server in self.servers:
            self.loop.call_soon_threadsafe(server.close)
        self.run(_cancel_all())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(30)
        self.loop.close()


class Proxy:
    """From a port of its own to a port of this machine, or to a socket in the file system."""

    def __init__(self, wires: Wires, target: int | str) -> None:
        """It listens from now on; whether anybody is behind it does not matter."""
        self._wires = wires
        self._target = target
        self._open: set[_Line] = set()
        self._flowing = asyncio.Event()
        self.cuts = self.stalls = 0
        self.port: int = wires.run(self._listen())

    def cut(self, draw: random.Random, share: float = 1.0) -> None:
        """Reset this share of the connections, at once or when the next answer comes back.

        With the latter the server has done what the client never hears of.
        """
        self._wires.run(self._cut(draw, share))

    def stall(self, seconds: float, *, is_cut_after: bool) -> None:
        """From now on nothing passes for so long; then all of it does, or everything is reset."""
        if self._flowing.is_set():
            self._wires.start(self._stall(seconds, is_cut_after))

    async def _listen(self) -> int:
        self._flowing.set()
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self._wires.servers.append(server)
        port: int = server.sockets[0].getsockname()[1]
        return port

    async def _serve(self, near: asyncio.StreamReader, out: asyncio.StreamWriter) -> None:
        line = _Line(out)
        self._open.add(line)
        with contextlib.suppress(OSError):
            try:
                far, on = await self._reach()
                line.add(on)
                await asyncio.gather(
                    self._pass(line, near, on, is_answer=False),
                    self._pass(line, far, out, is_answer=True),
                )
            finally:
                line.reset()
                self._open.discard(line)

    async def _reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if isinstance(self._target, int):
            return await asyncio.open_connection("127.0.0.1", self._target)
        return await asyncio.open_unix_connection(self._target)

    async def _pass(
        self,
        line: "_Line",
        source: asyncio.StreamReader,
        sink: asyncio.StreamWriter,
        *,
        is_answer: bool,
    ) -> None:
        while piece := await source.read(PIECE_BYTES):
            await self._flowing.wait()
            if is_answer and line.is_doomed:
                line.reset()
                return
            sink.write(piece)
            await sink.drain()
        line.reset()

    async def _cut(self, draw: random.Random, share: float) -> None:
        for line in sorted(self._open, key=lambda line: line.number):
            if draw.random() < share:
                self.cuts += 1
                if draw.random() < 0.5:
                    line.is_doomed = True
                else:
                    line.reset()

    async def _stall(self, seconds: float, is_cut_after: bool) -> None:
        self.stalls += 1
        self._flowing.clear()
        await asyncio.sleep(seconds)
        if is_cut_after:
            await self._cut(random.Random(0), 1.0)
        self._flowing.set()


class _Line:
    """One connection through a proxy. ``is_doomed``: the next answer does not get through."""

    made = 0

    def __init__(self, near: asyncio.StreamWriter) -> None:
        _Line.made += 1
        self.number = _Line.made
        self.is_doomed = False
        self._ends = [near]

    def add(self, far: asyncio.StreamWriter) -> None:
        self._ends.append(far)

    def reset(self) -> None:
        for end in self._ends:
            _reset(end)


def _reset(end: asyncio.StreamWriter) -> None:
    bound = end.get_extra_info("socket")
    if bound is not None and not end.is_closing():
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
    end.transport.abort()


async def _cancel_all() -> None:
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
