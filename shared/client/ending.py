"""How a program ends when staff ended it at its own screen, or wanted it started afresh.

Below a service manager (or Windows' Shell Launcher) whatever ends is started again; without one we
do that ourselves. A program that shall stay ended leaves a mark, for which its unit looks before
the next start (``shared/cli/units/screen.service``).
"""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from shared.config.notify import Supervisor

#: What the event loop ends with.
ENDED: Final = 10
RESTARTED: Final = 11
MARK: Final = "ended"


def end_as_asked(code: int, environment: Mapping[str, str] = os.environ) -> None:
    """The last thing a program does; it comes back unless the program is started afresh here."""
    is_watched = Supervisor(environment).is_there
    if code == ENDED and is_watched and (folder := environment.get("XDG_RUNTIME_DIR")):
        Path(folder, MARK).touch()
    elif code == RESTARTED and not is_watched and sys.platform != "win32":
        os.execv(sys.executable, started_with(sys.orig_argv))


def started_with(words: Sequence[str]) -> list[str]:
    """The same command once more: without the one-time code, which is used up."""
    kept: list[str] = []
    is_code = False
    for word in words:
        if not is_code and word != "--enrol" and not word.startswith("--enrol="):
            kept.append(word)
        is_code = word == "--enrol"
    return kept
