"""The bare web application that every server of ours begins with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Protocol

from fastapi import FastAPI


class Wired(Protocol):
    """The parts that requests use: they start and stop with the application."""

    def start(self) -> None:
        """Begin to serve; called in the server's event loop."""

    def stop(self) -> None:
        """Finish what was taken and let go of everything."""


def bare_app(title: str, house: Wired) -> FastAPI:
    """An application without routes around a wired house. No I/O at import or when it is made."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        house.start()
        try:
            yield
        finally:
            house.stop()

    app = FastAPI(
        title=title,
        version=version("branch-lobby"),
        lifespan=lifespan,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # to where the caller's Host says
    )
    app.state.house = house
    return app


def read_routes(app: FastAPI) -> None:
    """Read every route now: the framework does it at the first request, which waits for it.

    A tenth of a second at the first touch of the day.
    """
    nowhere = {"type": "http", "method": "GET", "path": "", "root_path": "", "headers": []}
    for route in app.router.routes:
        route.matches(nowhere)
