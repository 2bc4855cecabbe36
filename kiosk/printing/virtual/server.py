"""The virtual printer as a TCP server in a thread of its own."""

import asyncio
import contextlib
import errno
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Self

from kiosk.printing.errors import ListenFailed
from kiosk.printing.virtual.decoder import Decoder
from kiosk.printing.virtual.machine import Query
from kiosk.printing.virtual.printed import PrintedSlip
from kiosk.printing.virtual.state import VirtualState
from shared.domain.errors import PortInUse

READ_BYTES = 65536
STOP_LIMIT_S = 5.0


class VirtualPrinter:
    """Prints what comes over TCP; ``slips`` holds the cut slips, ``torn`` what never got a cut.

    While its state blocks printing, slips stay inside and come out when the state is cleared.
    ``on_slip`` is called in the printer's thread with each slip and its PNG (None without an
    ``out`` folder). Use it as a context manager, or call ``start`` and ``close``.
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        width_dots: int = 576,
        state: VirtualState | None = None,
        out: Path | None = None,
        on_slip: Callable[[PrintedSlip, Path | None], None] | None = None,
    ) -> None:
        """Wire the parts; port 0 takes any free one."""
        self._host = host
        self._wanted_port = port
        self._width_dots = width_dots
        self._state = state or VirtualState()
        self._out = out
        self._on_slip = on_slip
        self._held: list[PrintedSlip] = []
        self._changed = threading.Condition()
        self._writers: set[asyncio.StreamWriter] = set()
        self.slips: list[PrintedSlip] = []
        self.torn: list[PrintedSlip] = []
        self.port = 0

    @property
    def address(self) -> str:
        """The address for the kiosk's settings."""
        return f"tcp://{self._host}:{self.port}"

    def start(self) -> None:
        """Listen.

        Raises:
            PortInUse: another program has the port.
            ListenFailed: no such address here, or no right to use the port.
        """
        try:
            listener = socket.create_server((self._host, self._wanted_port))
        except OSError as problem:
            if problem.errno == errno.EADDRINUSE:
                raise PortInUse(self._wanted_port) from None
            where = f"{self._host}:{self._wanted_port}"
            raise ListenFailed(where, problem.strerror) from None
        self.port = listener.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(
            target=self._run, args=(listener,), name="virtual-printer", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Break all connections and stop listening; what was half printed goes to ``torn``."""
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(STOP_LIMIT_S)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def set_state(self, state: VirtualState) -> None:
        """Put the printer into a condition; clearing a blocking one lets held slips out."""
        with self._changed:
            self._state = state
            held, self._held = (self._held, []) if not state.is_blocked else ([], self._held)
        for slip in held:
            self._let_out(slip)

    def wait_for_slips(self, count: int, limit_s: float = 5.0) -> bool:
        """Wait until that many slips were cut; whether they were in time."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self.slips) >= count, limit_s)

    def _run(self, listener: socket.socket) -> None:
        try:
            self._loop.run_until_complete(self._serve(listener))
        finally:
            self._loop.close()

    async def _serve(self, listener: socket.socket) -> None:
        clients: set[asyncio.Task[None]] = set()

        def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.create_task(self._client(reader, writer))
            clients.add(task)
            task.add_done_callback(clients.discard)

        server = await asyncio.start_server(accept, sock=listener)
        await self._stop.wait()
        server.close()
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.gather(*clients, return_exceptions=True)
        await server.wait_closed()

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        decoder = Decoder(self._width_dots)
        self._writers.add(writer)
        try:
            await self._print_stream(reader, writer, decoder)
        except ConnectionError:
            pass  # the host went away: what hangs out is torn off below
        finally:
            self._writers.discard(writer)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()
        rest = decoder.end()
        if rest is not None:
            self.torn.append(rest)

    async def _print_stream(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, decoder: Decoder
    ) -> None:
        received = 0
        while data := await reader.read(READ_BYTES):
            limit = self._state.drop_after_bytes
            left = None if limit is None else limit - received
            received += len(data)
            for event in decoder.feed(data[:left]):
                if isinstance(event, Query):
                    writer.write(self._state.answer(event.number))
                else:
                    self._take(event)
            if limit is not None and received >= limit:
                writer.transport.abort()
                return
            await writer.drain()

    def _take(self, slip: PrintedSlip) -> None:
        with self._changed:
            if self._state.is_blocked:
                self._held.append(slip)
                return
        self._let_out(slip)

    def _let_out(self, slip: PrintedSlip) -> None:
        path = None if self._out is None else save_slip(slip, self._out)
        with self._changed:
            self.slips.append(slip)
            self._changed.notify_all()
        if self._on_slip is not None:
            self._on_slip(slip, path)


def save_slip(slip: PrintedSlip, folder: Path) -> Path:
    """Write the slip as the next free slip-0001.png of the folder, which is made if missing."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 1 + sum(1 for _ in folder.glob("slip-*.png"))
    while (path := folder / f"slip-{number:04d}.png").exists():
        number += 1
    unfinished = path.with_suffix(".part")
    slip.image.save(unfinished, format="PNG")
    unfinished.replace(path)  # whoever watches the folder never sees half a picture
    return path
