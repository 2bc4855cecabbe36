"""Whether head office lives and is ready, and its figures."""

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse, Response
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from shared.server.metrics import MEDIA_TYPE, Family, Sample, exposition
from shared.server.office.dependencies import InOffice
from shared.server.office.office import Office
from shared.server.problems import declare
from shared.store.backup import standings

router = APIRouter(tags=["probes"])


class OfficeHealth(BaseModel):
    """Answer of the probes."""

    status: str


@router.get("/healthz", responses=declare(500))
async def healthz() -> OfficeHealth:
    """The process lives."""
    return OfficeHealth(status="ok")


@router.get("/readyz", responses=declare(500, 503))
async def readyz(office: InOffice) -> OfficeHealth:
    """The database can be read and written."""
    await run_in_threadpool(office.database.check)
    await run_in_threadpool(office.database.check_writing)
    return OfficeHealth(status="ready")


@router.get(
    "/metrics",
    response_class=PlainTextResponse,
    responses={
        200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
        **declare(500, 503),
    },
)
async def metrics(office: InOffice) -> Response:
    """Figures for Prometheus; none is about a person."""
    families = await run_in_threadpool(_figures, office)
    return Response(exposition(families), media_type=MEDIA_TYPE)


def _figures(office: Office) -> list[Family]:
    ends: list[Sample] = [
        ("", {"branch": held.branch}, held.sequence) for held in standings(office.database)
    ]
    waiting: list[Sample] = [
        ("", {"branch": branch}, count) for branch, count in office.errands.waiting().items()
    ]
    taken: list[Sample] = [("", {}, office.lines_taken)]
    return [
        ("lobby_copy_sequence", "gauge", "Newest event of each copy.", ends),
        ("lobby_copy_lines_total", "counter", "Lines taken since the start.", taken),
        ("lobby_errands_waiting", "gauge", "Errands that a branch does not know of.", waiting),
    ]
