"""The practice clock: how fast a practice day runs. Answers only where the day is no real one."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import Field

from shared.domain.errors import NotPractice
from shared.protocol.base import Message, Request
from shared.protocol.event import to_datetime
from shared.server.clock import PracticeClock
from shared.server.dependencies import InHouse, allowed
from shared.server.permission import Action
from shared.server.problems import ALWAYS, declare
from shared.services.actor import Actor

router = APIRouter(tags=["practice"], prefix="/api/v1/practice")

RATE_MAX = 3600.0


class ClockRate(Request):
    """PUT practice/clock."""

    rate: float = Field(ge=0, le=RATE_MAX, description="branch seconds per real second")


class ClockView(Message):
    """The practice clock now."""

    now: str = Field(description="ISO 8601, UTC")
    rate: float


Trainer = Annotated[Actor, Depends(allowed(Action.SET_CLOCK))]


@router.put("/clock", responses=declare(*ALWAYS, 409))
async def set_clock(house: InHouse, _: Trainer, body: ClockRate) -> ClockView:
    """Run the practice day faster or slower; a live branch refuses."""
    clock = house.clock
    if not isinstance(clock, PracticeClock):
        raise NotPractice()
    clock.set_rate(body.rate)
    return ClockView(now=to_datetime(clock.now_us()).isoformat(), rate=clock.rate)
