"""The real `lobby` command as a person types it: exit code and everything it said."""

import subprocess
from dataclasses import dataclass

from simulator.demo.process import lobby

TIMEOUT_S = 60.0


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    said: str
    complained: str


def type_in(*words: str) -> Ended:
    """Run `lobby WORDS` to its end."""
    done = subprocess.run(
        lobby(words),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
        timeout=TIMEOUT_S,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)
