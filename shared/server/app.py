"""The web application: routes, refusals, the outer edge. No I/O at import or when it is made."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from shared.server.description import describe
from shared.server.edge import Edge
from shared.server.house import House
from shared.server.phone import route as phone
from shared.server.problems import answer_refusals
from shared.server.routes import (
    appointments,
    charge,
    clock,
    counters,
    devices,
    events,
    incidents,
    journals,
    lobby,
    practice,
    probes,
    profile,
    reports,
    sessions,
    stand_in,
    tickets,
    triage,
    visits,
    why,
)

PREFIX = "/api/v1/branches/{branch}"


def create_app(house: House) -> FastAPI:
    """The application around a wired house; the house starts and stops with it."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        house.start()
        try:
            yield
        finally:
            house.stop()

    app = FastAPI(
        title="Branch Lobby",
        version=version("branch-lobby"),
        lifespan=lifespan,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # to where the caller's Host says
    )
    app.state.house = house
    for routes in (  # what is asked for most stands first, since they are tried in this order
        tickets,
        counters,
        why,
        visits,
        appointments,
        triage,
        devices,
        incidents,
        journals,
        lobby,
        events,
        charge,
        stand_in,
        sessions,
        reports,
        profile,
    ):
        app.include_router(routes.router, prefix=PREFIX)
    app.include_router(probes.router)
    app.include_router(phone.router)
    app.include_router(practice.router)
    app.include_router(clock.router)
    answer_refusals(app)
    app.add_middleware(Edge)
    describe(app, PREFIX)
    return app
