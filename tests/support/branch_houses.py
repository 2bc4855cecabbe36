"""A house of several branches: profiles that differ in their names only, a device in each."""

from pathlib import Path

from shared.config.database_address import PostgresAddress
from shared.config.profile import Profile
from shared.config.settings import ServerSettings
from shared.config.shelf import ProfileShelf
from shared.protocol.event import to_datetime
from shared.server.house import House
from shared.server.ids import RandomIds
from shared.services.ports import Clock
from tests.support.profiles import NEIGHBOURHOOD
from tests.support.server import CHEAP_PINS, morning

NORTH, SOUTH = "north", "south"


def renamed(branch: str, profile: Profile = NEIGHBOURHOOD) -> Profile:
    """The profile as one of another branch."""
    table = profile.branch.model_copy(update={"id": branch})
    return profile.model_copy(update={"branch": table})


def house_of(
    database: Path | PostgresAddress, shelf: ProfileShelf, clock: Clock | None = None
) -> House:
    """A wired house of these branches, with its tables; nothing runs yet."""
    settings = ServerSettings(database=database, port=0)
    house = House(settings, shelf, clock or morning(), RandomIds(), CHEAP_PINS)
    house.open()
    return house


def two_branches() -> ProfileShelf:
    """The branches north and south."""
    return ProfileShelf.of([renamed(NORTH), renamed(SOUTH)])


def enrol_in(house: House, branch: str, role: str = "kiosk") -> str:
    """The key of a new device there; an empty branch is every one."""
    key = f"key of {role} in {branch or 'all'}"
    at = to_datetime(house.clock.now_us())
    house.devices.enrol(f"{role}-{branch or 'all'}", role, role, key.replace(" ", "-"), at, branch)
    return key.replace(" ", "-")
