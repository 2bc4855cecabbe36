"""Out of order: said by staff at the kiosk itself, and so until they say otherwise."""

import logging
from pathlib import Path
from typing import Final

from shared.client.offline.durable import NotKept, replace_file

FILE: Final = "out_of_order"
#: As the list of devices names it.
PROBLEM: Final = "out_of_order"

logger = logging.getLogger(__name__)


class OutOfOrder:
    """A mark in the kiosk's folder: a restart at night does not put it back into use."""

    def __init__(self, folder: Path | None) -> None:
        """As an earlier run left it; ``folder`` None: nothing outlives the program."""
        self._path = None if folder is None else folder / FILE
        self.is_on = self._path is not None and self._path.exists()

    @property
    def problems(self) -> tuple[str, ...]:
        """For the list of devices."""
        return (PROBLEM,) if self.is_on else ()

    def set(self, *, is_on: bool) -> None:
        """From now on, also where the disk does not take it: that is logged."""
        self.is_on = is_on
        if self._path is None:
            return
        try:
            if is_on:
                replace_file(self._path, b"")
            else:
                self._path.unlink(missing_ok=True)
        except (NotKept, OSError) as error:
            logger.warning("out_of_order.not_kept %s", error)
