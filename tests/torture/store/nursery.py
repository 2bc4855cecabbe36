"""`python -m tests.torture.store.nursery CLOCK`: starts servers quickly, by forking.

A line on its input is a JSON object {words, log, limit_bytes}: the words of a `lobby` command, the
file for what it says, and how large its files may get (0: as large as they like). The answer is
a line with the new process's number. Everything is imported before, so that a server that was
killed is back in a fraction of a second; nothing else differs from the program `lobby`, but for
the machine's clock, which is the real one plus what stands in the file CLOCK.
"""

import importlib
import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Final

from tests.torture.store.clock import MovableClock
from tests.torture.store.mutant import MUTANTS, put

#: What `lobby serve` imports when it is wanted.
PARTS: Final = (
    "shared.cli.main",
    "shared.config.load",
    "shared.server.command",
    "shared.server.house",
    "shared.server.run",
    "shared.store.listener",
    "shared.store.migrate",
    "shared.store.pin",
    "alembic.command",
    "psycopg",
    "uvicorn.loops.auto",
    "uvicorn.protocols.http.auto",
)
MUTANT: Final = "LOBBY_TORTURE_MUTANT"


def main() -> None:
    """Serve orders until the input ends."""
    move_clock(Path(sys.argv[1]))
    for part in PARTS:
        importlib.import_module(part)
    if wanted := os.environ.get(MUTANT):
        MUTANTS[wanted]()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are not kept
    say("ready")
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            become(order["words"], order["log"], order["limit_bytes"])
        say(str(child))


def move_clock(file: Path) -> None:
    """From now on a live server here goes by the movable clock."""
    from shared.server import clock

    movable = MovableClock(file)

    class MovedClock(clock.RealClock):
        """The product's own clock on a machine whose clock is moved."""

        def __init__(self) -> None:
            super().__init__(wall_ns=movable.wall_ns)

    put(clock, "RealClock", MovedClock)


def become(words: list[str], log: str, limit_bytes: int) -> None:
    """Be the command, with its output in a file; never comes back."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(said, 1)
    os.dup2(said, 2)
    if limit_bytes:
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, hard))
    from shared.cli.main import main as lobby

    sys.argv = ["lobby", *words]
    try:
        code = lobby()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code or 0)


def say(line: str) -> None:
    """One line of the answer, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
