"""Where a bug is written down, so that the terminal shows one sentence instead of a traceback."""

import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_SIZE_BYTES = 1_000_000
OLD_LOGS_KEPT = 3


def state_folder() -> Path:
    """The folder for what a program leaves behind: `LOBBY_STATE_DIR`, or the platform's own.

    Source: XDG Base Directory Specification 0.8 (`XDG_STATE_HOME`) for Linux; Apple's and
    Microsoft's customary per-user folders elsewhere.
    """
    if chosen := os.environ.get("LOBBY_STATE_DIR"):
        return Path(chosen)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"), "branch-lobby")
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "branch-lobby"
    return Path(os.environ.get("XDG_STATE_HOME", home / ".local" / "state"), "branch-lobby")


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
