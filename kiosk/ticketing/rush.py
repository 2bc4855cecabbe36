"""Rush mode at the kiosk: one touch, whatever the tile; times of day instead of minutes."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from kiosk.ticketing.tile import KioskTile
from shared.config.profile import Profile
from shared.protocol.lobby import LobbyView

GROUP_KEY = "group:"
"""Keys of grouped tiles: this and the tile's place in the profile."""


def is_rush(lobby: LobbyView | None, now: datetime) -> bool:
    """Whether it goes on; it ends by itself, without any news from the server."""
    return lobby is not None and lobby.rush is not None and now < lobby.rush.until


def rush_service(profile: Profile, tile: KioskTile) -> str | None:
    """What one touch on a tile gives a ticket for; None: the tile leads somewhere else."""
    if not tile.services:
        return None
    if not tile.is_group:
        return tile.services[0]
    place = int(tile.key.removeprefix(GROUP_KEY))
    return profile.tiles[place].rush_service or tile.services[0]


def clock_times(waits_min: Mapping[str, int], now: datetime) -> dict[str, str]:
    """When a ticket of each tile would be called, by its key; the same figure as the minutes."""
    return {key: f"{now + timedelta(minutes=minutes):%H:%M}" for key, minutes in waits_min.items()}
