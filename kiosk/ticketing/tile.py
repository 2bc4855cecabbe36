"""The tiles of the start screen from the branch profile, and how many wait behind each."""

from collections import Counter
from dataclasses import dataclass

from shared.config.profile import Profile, Text, Tile
from shared.i18n import LANGUAGES, translate
from shared.protocol.lobby import LobbyView

MOST = 6  # PRODUCT.md §3: at most six tiles a screen
APPOINTMENTS = "appointments"
Words = dict[str, str]
"""A name in both languages: {"zh": ..., "en": ...}."""


def words(text: Text | None) -> Words:
    """A text of the profile as QML takes it; empty where there is none."""
    return {"zh": text.zh, "en": text.en} if text else {"zh": "", "en": ""}


@dataclass(frozen=True)
class KioskTile:
    """A tile: one service, a group with a second page of tiles, or an errand of its own."""

    key: str
    name: Words
    icon: str
    services: tuple[str, ...]
    is_group: bool = False
    errand: str = ""

    def shown(self) -> dict[str, object]:
        """What QML needs of it."""
        return {"key": self.key, "name": self.name, "icon": self.icon, "isGroup": self.is_group}


def start_tiles(profile: Profile) -> tuple[KioskTile, ...]:
    """The tiles of the profile, or its first services where it has none.

    Where the branch has appointments, and fewer than six tiles, theirs stands before the last one.
    """
    if profile.tiles:
        tiles = tuple(_tile(profile, tile, index) for index, tile in enumerate(profile.tiles))
    else:
        room = MOST - bool(profile.appointments)
        tiles = service_tiles(profile, tuple(each.id for each in profile.services[:room]))
    if not profile.appointments or len(tiles) >= MOST:
        return tiles
    return (*tiles[:-1], appointments_tile(), *tiles[-1:])


def group_tiles(profile: Profile, tile: KioskTile) -> tuple[KioskTile, ...]:
    """The tiles behind a grouped one; the last group has appointments, if the start has no room."""
    tiles = service_tiles(profile, tile.services)
    groups = [each for each in start_tiles(profile) if each.is_group]
    is_elsewhere = any(each.errand == APPOINTMENTS for each in start_tiles(profile))
    if not profile.appointments or is_elsewhere or tile != groups[-1] or len(tiles) >= MOST:
        return tiles
    return (*tiles, appointments_tile())


def appointments_tile() -> KioskTile:
    """Book, change, check in."""
    name = {code: translate("Kiosk", "Appointments", language=code) for code in LANGUAGES}
    return KioskTile(APPOINTMENTS, name, "event_available", (), errand=APPOINTMENTS)


def service_tiles(profile: Profile, services: tuple[str, ...]) -> tuple[KioskTile, ...]:
    """One tile for each service, in this order."""
    known = {service.id: service for service in profile.services}
    return tuple(
        KioskTile(name, words(known[name].name), known[name].icon, (name,)) for name in services
    )


def waiting_by_tile(tiles: tuple[KioskTile, ...], lobby: LobbyView | None) -> dict[str, int]:
    """How many people wait for the services of each tile, by its key."""
    waiting = Counter(ticket.service for ticket in lobby.waiting) if lobby else Counter[str]()
    return {tile.key: sum(waiting[name] for name in tile.services) for tile in tiles}


def _tile(profile: Profile, tile: Tile, index: int) -> KioskTile:
    """One tile of the profile."""
    if tile.service is not None:
        return service_tiles(profile, (tile.service,))[0]
    return KioskTile(f"group:{index}", words(tile.name), tile.icon, tile.services, is_group=True)
