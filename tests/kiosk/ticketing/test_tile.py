"""Tiles from the profile, figures from the snapshot."""

from kiosk.ticketing.tile import service_tiles, start_tiles, waiting_by_tile
from shared.config.load import load_profile
from tests.support import view


def test_the_neighbourhood_has_room_for_appointments() -> None:
    tiles = start_tiles(load_profile("neighbourhood"))
    assert [tile.key for tile in tiles] == [
        "cash", "account", "transfer", "wealth", "appointments", "group:4",
    ]  # fmt: skip
    assert tiles[0].shown() == {
        "key": "cash",
        "name": {"zh": "存款取款", "en": "Cash in or out"},
        "icon": "payments",
        "isGroup": False,
    }


def test_a_group_counts_everybody_behind_it() -> None:
    profile = load_profile("city")
    tiles = start_tiles(profile)
    assert [tile.key for tile in tiles if tile.is_group] == [f"group:{i}" for i in (2, 3, 4, 5)]
    assert tiles[2].services == ("account", "lost", "details", "social")
    lobby = view.lobby(waiting=view.twelve_waiting())
    waiting = waiting_by_tile(tiles, lobby)
    assert (waiting["cash"], waiting["group:2"], waiting["group:4"]) == (5, 3, 0)
    assert waiting_by_tile(service_tiles(profile, ("lost", "account")), lobby) == {
        "lost": 1,
        "account": 2,
    }


def test_without_tiles_the_first_six_services_are_shown() -> None:
    profile = load_profile("city")
    bare = profile.model_copy(update={"tiles": ()})
    assert [tile.key for tile in start_tiles(bare)] == [
        *(s.id for s in profile.services[:4]),
        "appointments",
        profile.services[4].id,
    ]


def test_nobody_is_counted_before_the_first_snapshot() -> None:
    tiles = start_tiles(load_profile("neighbourhood"))
    assert set(waiting_by_tile(tiles, None).values()) == {0}
