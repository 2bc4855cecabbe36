"""Running the application: the socket, uvicorn, a clean end."""

import asyncio
import errno
import socket
import sys
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from shared.config.notify import ALIVE, READY, STOPPING, Supervisor
from shared.domain.errors import AddressUnusable, PortInUse
from shared.server.app import create_app
from shared.server.house import House
from shared.server.tls import TlsFiles
from shared.server.web import read_routes

BACKLOG = 512


class WebServer(uvicorn.Server):
    """uvicorn that first ends what is kept open on purpose, so that nobody holds up the end."""

    def __init__(
        self,
        app: FastAPI,
        stop_within_s: int,
        end: Callable[[], None],
        ready: Callable[[], None] | None = None,
        tls: TlsFiles | None = None,
    ) -> None:
        """``end`` is called first of all; ``ready`` once when requests are answered."""
        self._app = app
        self._supervisor = Supervisor()
        self._signs: asyncio.Future[None] | None = None
        self._end = end
        self._ready = ready
        super().__init__(_config(app, stop_within_s, tls))

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        read_routes(self._app)
        await super().startup(sockets)
        if self.started:
            self._signs = asyncio.ensure_future(give_signs(self._supervisor))
        if self.started and self._ready is not None:
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End what is kept open, then everything else."""
        if self._signs is not None:
            self._signs.cancel()
        self._supervisor.tell(STOPPING)
        self._end()
        await asyncio.sleep(0)
        await super().shutdown(sockets)


async def give_signs(supervisor: Supervisor) -> None:
    """Tell the service manager that requests are answered, and that the loop still turns."""
    supervisor.tell(READY)
    every_ms = supervisor.every_ms
    while every_ms is not None:
        await asyncio.sleep(every_ms / 1000)
        supervisor.tell(ALIVE)


class BranchServer(WebServer):
    """A house behind its application; ``tls``: serve https."""

    def __init__(
        self,
        house: House,
        ready: Callable[[], None] | None = None,
        tls: TlsFiles | None = None,
    ) -> None:
        """``ready`` is called once when requests are answered."""
        within_s = house.settings.stop_within_s
        super().__init__(create_app(house), within_s, house.end_streams, ready, tls)


def listen(host: str, port: int) -> socket.socket:
    """A bound socket; port 0 takes any free one.

    Raises:
        PortInUse: another program listens there.
        AddressUnusable: the address is not this machine's, or the port needs more rights.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's delay off only where the protocol is named; without it every answer
    # waits some 40 ms for the client's delayed acknowledgement.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":  # there it would let two programs listen on one port
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen(BACKLOG)
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(port) from error
        raise AddressUnusable(host, port, error.strerror) from error
    return bound


def address_of(bound: socket.socket, *, is_tls: bool = False) -> str:
    """The address to type into a client."""
    host, port = bound.getsockname()[:2]
    scheme = "https" if is_tls else "http"
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"


def _config(app: FastAPI, stop_within_s: int, tls: TlsFiles | None) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="on",
        timeout_graceful_shutdown=stop_within_s,
        timeout_keep_alive=30,
        server_header=False,
        ssl_certfile=tls.cert if tls else None,
        ssl_keyfile=tls.key if tls else None,
    )
