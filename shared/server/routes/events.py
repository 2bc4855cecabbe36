"""The stream of numbered events."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request, Security
from fastapi.responses import StreamingResponse
from fastapi.security import HTTPAuthorizationCredentials

from shared.server.dependencies import Branch, InHouse, Reader, bearer
from shared.server.problems import ALWAYS, declare
from shared.server.routes.lobby import SEQUENCE_MAX
from shared.server.running import look
from shared.server.stream import STREAM_HEADERS, STREAM_TYPE, EventStream, counted
from shared.services.lobby import Lobby

router = APIRouter(tags=["lobby"])
Sequence = Annotated[int | None, Header(ge=0, le=SEQUENCE_MAX)]
STREAM: dict[int | str, dict[str, Any]] = {
    200: {"description": "Server-sent events.", "content": {STREAM_TYPE: {}}}
}


@router.get("/events", responses={**STREAM, **declare(*ALWAYS)}, response_class=StreamingResponse)
async def events(
    request: Request,
    branch: Branch,
    house: InHouse,
    actor: Reader,
    key: Annotated[HTTPAuthorizationCredentials | None, Security(bearer)],
    last_event_id: Sequence = None,
    after: Annotated[int | None, Query(ge=0, le=SEQUENCE_MAX)] = None,
) -> StreamingResponse:
    """Events after Last-Event-ID (or ``after``), without loss; without either, from now on.

    The stream ends when the device's key is revoked.
    """
    house.limits.streams.refuse_if_full(actor.device)
    if not house.writer.is_used(branch):
        await look(house, branch, _nothing)  # from here on what others write to it is heard
    start = last_event_id if last_event_id is not None else after
    secret = key.credentials if key else ""

    def is_known() -> bool:
        return not house.duty.is_ill and house.devices.by_key(secret) is not None

    stream = EventStream(house, branch, start, request.is_disconnected, is_known)
    frames = counted(house.limits.streams, actor.device, stream.frames())
    return StreamingResponse(frames, media_type=STREAM_TYPE, headers=STREAM_HEADERS)


def _nothing(_lobby: Lobby, _now_us: int) -> None:
    """Nothing to see."""
