"""The profile: what holds now, and how another one is put in force."""

from importlib.metadata import version
from typing import Annotated

from fastapi import APIRouter, Body
from fastapi.responses import Response

from shared.config.profile import Profile
from shared.protocol.lobby import DeviceConfig
from shared.protocol.profile import ProfilePublished
from shared.server.dependencies import Branch, InHouse, Publisher, Reader
from shared.server.house import House
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running, look
from shared.services.lobby import Lobby
from shared.services.publication import publish

router = APIRouter(tags=["profile"])


@router.get("/config", responses=declare(*ALWAYS))
async def config(branch: Branch, house: InHouse, _: Reader) -> DeviceConfig:
    """The profile that holds now."""
    return await look(house, branch, lambda lobby, _: _config(lobby, house))


@router.post("/profile", response_model=ProfilePublished, responses=declare(*ALWAYS, 409))
async def publish_profile(
    actor: Publisher,
    running: Running,
    body: Annotated[Profile, Body(description="the whole profile, as in lobby schema profile")],
) -> Response:
    """Put a profile in force at once, in the middle of the day too.

    Who waits keeps number and seniority. The profile that holds already is answered without an
    event.
    """
    return await running.run(actor, lambda lobby, now_us: publish(lobby, now_us, body, actor.staff))


def _config(lobby: Lobby, house: House) -> DeviceConfig:
    return DeviceConfig(
        profile=lobby.profile.model_dump(mode="json"),
        profile_hash=lobby.published,
        server_version=version("branch-lobby"),
        policy_hash=lobby.branch.rules.discipline.hash,
        stand_in=house.duty.stand_in,
        is_practice=house.practice is not None,
    )
