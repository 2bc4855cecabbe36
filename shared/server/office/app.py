"""The web application of head office. No I/O at import or when it is made."""

from fastapi import APIRouter, FastAPI

from shared.server.description import describe
from shared.server.edge import Edge
from shared.server.office.office import Office
from shared.server.office.routes import booking, copies, devices, errands, plans, probes, wishes
from shared.server.problems import answer_refusals
from shared.server.web import bare_app

PREFIX = "/api/v1/branches/{branch}"


def create_office_app(office: Office) -> FastAPI:
    """The application around a wired office; the office starts and stops with it."""
    app = bare_app("Branch Lobby, head office", office)
    branch = APIRouter(prefix=PREFIX)
    for routes in (copies, errands, wishes, plans, devices):
        branch.include_router(routes.router)
    app.include_router(branch)
    app.include_router(probes.router)
    app.include_router(booking.router)
    answer_refusals(app)
    app.add_middleware(Edge)
    describe(app, PREFIX)
    return app
