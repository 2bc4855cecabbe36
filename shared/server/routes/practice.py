"""A practice branch: how fast its day runs, how many come, begin anew. A live one refuses."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import Field

from shared.domain.errors import NotPractice
from shared.protocol.base import Message, Request
from shared.protocol.event import to_datetime
from shared.protocol.practice import Pace, PaceView
from shared.server.clock import PracticeClock
from shared.server.dependencies import Branch, InHouse, allowed
from shared.server.house import House
from shared.server.permission import Action
from shared.server.practice.hall import PracticeHall
from shared.server.problems import ALWAYS, declare
from shared.services.actor import Actor

router = APIRouter(tags=["practice"], prefix="/api/v1/practice")
in_branch = APIRouter(tags=["practice"], prefix="/practice")

RATE_MAX = 3600.0


class ClockRate(Request):
    """PUT practice/clock."""

    rate: float = Field(ge=0, le=RATE_MAX, description="branch seconds per real second")


class ClockView(Message):
    """The practice clock now."""

    now: str = Field(description="ISO 8601, UTC")
    rate: float


Trainer = Annotated[Actor, Depends(allowed(Action.SET_CLOCK))]
Trainee = Annotated[Actor, Depends(allowed(Action.PRACTISE))]


@router.put("/clock", responses=declare(*ALWAYS, 409))
async def set_clock(house: InHouse, _: Trainer, body: ClockRate) -> ClockView:
    """Run the practice day faster or slower; a live branch refuses."""
    clock = house.clock
    if not isinstance(clock, PracticeClock):
        raise NotPractice()
    clock.set_rate(body.rate)
    return ClockView(now=to_datetime(clock.now_us()).isoformat(), rate=clock.rate)


@in_branch.put("/pace", responses=declare(*ALWAYS, 409))
async def set_pace(_branch: Branch, house: InHouse, _: Trainee, body: Pace) -> PaceView:
    """More or fewer made-up customers; a live branch refuses."""
    crowd = _hall(house).crowd
    assert crowd is not None  # the hall is open while it answers
    crowd.per_hour = body.customers_per_hour
    return PaceView(customers_per_hour=crowd.per_hour)


@in_branch.post("/reset", status_code=202, responses=declare(*ALWAYS, 409))
async def reset(_branch: Branch, house: InHouse, _: Trainee) -> None:
    """Forget everything that was practised and begin anew; everybody signs in again."""
    _hall(house).begin_anew()


def _hall(house: House) -> PracticeHall:
    if not isinstance(house.practice, PracticeHall):
        raise NotPractice()
    return house.practice
