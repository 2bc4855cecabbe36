"""The web application of head office. No I/O at import or when it is made."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import APIRouter, FastAPI

from shared.server.description import describe
from shared.server.edge import Edge
from shared.server.office.office import Office
from shared.server.office.routes import copies, devices, errands, probes, wishes
from shared.server.problems import answer_refusals

PREFIX = "/api/v1/branches/{branch}"


def create_office_app(office: Office) -> FastAPI:
    """The application around a wired office; the office starts and stops with it."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        office.start()
        try:
            yield
        finally:
            office.stop()

    app = FastAPI(
        title="Branch Lobby, head office",
        version=version("branch-lobby"),
        lifespan=lifespan,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # to where the caller's Host says
    )
    app.state.house = office
    branch = APIRouter(prefix=PREFIX)
    for routes in (copies, errands, wishes, devices):
        branch.include_router(routes.router)
    app.include_router(branch)
    app.include_router(probes.router)
    answer_refusals(app)
    app.add_middleware(Edge)
    describe(app, PREFIX)
    return app
