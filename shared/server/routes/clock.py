"""The server's clock: whether the machine's is believed, and an operator's word that it is."""

from fastapi import APIRouter

from shared.protocol.clock import ClockState
from shared.protocol.event import to_datetime
from shared.server.clock import RealClock
from shared.server.dependencies import InHouse, Overseer
from shared.server.house import House
from shared.server.problems import ALWAYS, declare

router = APIRouter(prefix="/api/v1/clock", tags=["clock"])


@router.get("", responses=declare(*ALWAYS))
async def show(house: InHouse, _: Overseer) -> ClockState:
    """The branch's time, and how far the machine's clock is from it."""
    return _state(house)


@router.post("/accept", responses=declare(*ALWAYS))
async def accept(house: InHouse, _: Overseer) -> ClockState:
    """The machine's clock is right: go by it. In practice nothing changes."""
    if isinstance(house.clock, RealClock):
        house.clock.accept()
    return _state(house)


def _state(house: House) -> ClockState:
    held_us = house.clock.held_us() if isinstance(house.clock, RealClock) else 0
    now = to_datetime(house.clock.now_us())
    return ClockState(now=now, held_s=held_us // 1_000_000)
