"""What became of each slip, kept on the kiosk's disk until a server has it.

A print under way stands there as what it will have been if the power goes now: begun, and nobody
knows how it ended.
"""

import logging
from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from shared.client.offline.durable import NotKept, replace_file
from shared.protocol.printing import PrintEnd

FILE: Final = "prints.json"
STOPPED: Final = "kiosk_stopped"
#: A server passes over what is not of its day; a line that was dead for long is not worth more.
KEPT_FOR: Final = timedelta(hours=36)
KEPT_MAX: Final = 2000

logger = logging.getLogger(__name__)


class Kept(BaseModel):
    """The file's content."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    under_way: tuple[PrintEnd, ...] = ()
    ended: tuple[PrintEnd, ...] = ()


class PrintLog:
    """Prints under way, and ended ones that no server has heard of yet, oldest first.

    Nothing is written before ``save``: the caller chooses a moment when nobody waits for the disk.
    """

    def __init__(self, folder: Path | None) -> None:
        """Read what an earlier run left; ``folder`` None: nothing outlives the program."""
        self._path = None if folder is None else folder / FILE
        kept = _read(self._path)
        self._under_way: dict[tuple[str, int], PrintEnd] = {}
        self.ended = [*kept.ended, *kept.under_way]
        self._saved = kept

    def begin(self, ticket: str, copy_no: int, at: datetime) -> None:
        """This slip is being printed from now on."""
        self._under_way[ticket, copy_no] = PrintEnd(
            ticket=ticket, copy_no=copy_no, at=at, fate="unknown", reason=STOPPED
        )

    def end(self, end: PrintEnd) -> None:
        """It is over."""
        self._under_way.pop((end.ticket, end.copy_no), None)
        fresh = [each for each in self.ended if end.at - each.at < KEPT_FOR]
        self.ended = [*fresh, end][-KEPT_MAX:]

    def forget(self, told: Collection[PrintEnd]) -> None:
        """A server has these."""
        self.ended = [each for each in self.ended if each not in told]

    def save(self) -> None:
        """Bring it to the disk, if there is news. A full disk is logged: printing goes on."""
        kept = Kept(under_way=tuple(self._under_way.values()), ended=tuple(self.ended))
        if self._path is None or kept == self._saved:
            return
        try:
            replace_file(self._path, kept.model_dump_json(exclude_defaults=True).encode())
            self._saved = kept
        except NotKept as error:
            logger.warning("prints.not_kept %s", error)


def _read(path: Path | None) -> Kept:
    if path is None:
        return Kept()
    try:
        return Kept.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Kept()
    except (OSError, ValidationError) as error:
        logger.warning("prints.unreadable %s %s", path, type(error).__name__)
        return Kept()
