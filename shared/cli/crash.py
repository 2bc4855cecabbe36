"""Where a bug is written down, so that the terminal shows one sentence instead of a traceback."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from shared.config.state import state_folder

LOG_SIZE_BYTES = 1_000_000
OLD_LOGS_KEPT = 3


def write_crash(error: BaseException, command: str) -> Path:
    """Append the traceback to `errors.log` in the state folder and give that file's path.

    Raises:
        OSError: the folder cannot be written.
    """
    folder = state_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "errors.log"
    handler = RotatingFileHandler(
        path, maxBytes=LOG_SIZE_BYTES, backupCount=OLD_LOGS_KEPT, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("lobby.crash")
    logger.propagate = False  # the file only: a root handler would print the traceback
    logger.addHandler(handler)
    try:
        logger.critical("command.failed command=%s", command, exc_info=error)
    finally:
        logger.removeHandler(handler)
        handler.close()
    return path
