"""Counters: open, pause, plan a pause, switch services, close, next, out of order."""

from fastapi import APIRouter
from fastapi.responses import Response

from shared.protocol.command import (
    CallTicket,
    CloseCounter,
    Identifier,
    NextTicket,
    OpenCounter,
    PauseCounter,
    PlanPause,
    SetServices,
)
from shared.protocol.lobby import CounterView, NextResult
from shared.server.dependencies import Server
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running
from shared.services import attendance, calling

router = APIRouter(prefix="/counters/{counter}", tags=["counters"])
REFUSALS = declare(*ALWAYS, 409)


@router.post("/open", response_model=CounterView, responses=REFUSALS)
async def open_counter(
    counter: Identifier, actor: Server, running: Running, body: OpenCounter | None = None
) -> Response:
    """The signed-in person starts to work there, or comes back from a pause."""
    request = body or OpenCounter()
    return await running.run(
        actor,
        lambda lobby, now_us: attendance.open_counter(lobby, now_us, counter, actor, request),
    )


@router.post("/pause", response_model=CounterView, responses=REFUSALS)
async def pause_counter(
    counter: Identifier, actor: Server, running: Running, body: PauseCounter
) -> Response:
    """The counter stops calling, for a reason of the profile."""
    return await running.run(
        actor, lambda lobby, now_us: attendance.pause_counter(lobby, now_us, counter, body, actor)
    )


@router.post("/plan", response_model=CounterView, responses=REFUSALS)
async def plan_pause(
    counter: Identifier, actor: Server, running: Running, body: PlanPause
) -> Response:
    """The last customer, then a pause or the end of work; or no pause after all."""
    return await running.run(
        actor, lambda lobby, now_us: attendance.plan_pause(lobby, now_us, counter, body, actor)
    )


@router.post("/services", response_model=CounterView, responses=REFUSALS)
async def set_services(
    counter: Identifier, actor: Server, running: Running, body: SetServices
) -> Response:
    """Serve these services from now on, of those that counter and person may."""
    return await running.run(
        actor, lambda lobby, now_us: attendance.set_services(lobby, now_us, counter, body, actor)
    )


@router.post("/close", response_model=CounterView, responses=REFUSALS)
async def close_counter(
    counter: Identifier, actor: Server, running: Running, _body: CloseCounter | None = None
) -> Response:
    """Work at the counter ends."""
    return await running.run(
        actor, lambda lobby, now_us: attendance.close_counter(lobby, now_us, counter, actor)
    )


@router.post(
    "/next",
    response_model=NextResult,
    responses={204: {"description": "Nobody waits."}, **REFUSALS},
)
async def call_next(
    counter: Identifier, actor: Server, running: Running, body: NextTicket | None = None
) -> Response:
    """End the present visit and call the next customer; refused where it is another one by now."""
    current = body.current if body is not None else None
    return await running.run(
        actor, lambda lobby, now_us: calling.call_next(lobby, now_us, counter, actor, current)
    )


@router.post("/call", response_model=NextResult, responses=REFUSALS)
async def call_picked(
    counter: Identifier, actor: Server, running: Running, body: CallTicket
) -> Response:
    """Call this ticket out of order, for a reason of the profile."""
    return await running.run(
        actor, lambda lobby, now_us: calling.call_picked(lobby, now_us, counter, body, actor)
    )
