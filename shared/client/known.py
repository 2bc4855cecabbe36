"""What a program remembers of its branch over a restart: where the stand-in is, the last profile.

So a program that is started while the branch server is away finds the stand-in, and a kiosk knows
its services. One file for each program and branch server, in the state folder.
"""

import logging
from hashlib import sha256
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from shared.client.offline.durable import NotKept, replace_file
from shared.config.profile import Profile
from shared.protocol.incident import IncidentView

FOLDER: Final = "known"
NAME_CHARACTERS: Final = 12

logger = logging.getLogger(__name__)


class Known(BaseModel):
    """The file's content.

    ``term`` is the last one of a stand-in that this program followed: the branch server hears of it
    before anything else. ``phone_base`` is the address under which the customers' pages lie.
    ``day`` and ``incidents``: what was suspended on which business day, when it was heard last.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    branch: str = ""
    stand_in: str = ""
    profile: Profile | None = None
    term: str = ""
    phone_base: str = ""
    day: str = ""
    incidents: tuple[IncidentView, ...] = ()


class Memory:
    """A ``Known`` and its file. Without a path nothing outlives the program (tests, the demo)."""

    def __init__(self, path: Path | None = None) -> None:
        """Read it; one that is missing or cannot be read knows nothing."""
        self._path = path
        self.known = Known()
        if path is None:
            return
        try:
            self.known = Known.model_validate_json(path.read_bytes())
        except FileNotFoundError:
            pass
        except (OSError, ValidationError) as error:
            logger.warning("known.unreadable %s %s", path, type(error).__name__)

    def note(self, **what: object) -> bool:
        """Remember this; whether it is on the disk now (or needs not be)."""
        known = self.known.model_copy(update=what)
        if known == self.known:
            return True
        try:
            if self._path is not None:
                replace_file(self._path, known.model_dump_json(exclude_defaults=True).encode())
        except NotKept as error:
            logger.warning("known.not_kept %s", error)
            return False
        self.known = known
        return True


def memory_file(state: Path, program: str, server: str, branch: str) -> Path:
    """Where a program keeps what it knows of a branch server: ``branch`` as it was asked for."""
    name = sha256(f"{server.rstrip('/')} {branch}".encode()).hexdigest()[:NAME_CHARACTERS]
    return state / FOLDER / f"{program}-{name}.json"
