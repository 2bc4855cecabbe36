"""Where a program leaves what it has to keep on this machine."""

import os
import sys
from pathlib import Path


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
