"""`python -m tests.support.small_disk FOLDER`: a writer on a file system that is full, then not.

Says as JSON what the refusals were, and what was given before, after, and stands in the log.
"""

import json
import sys
from pathlib import Path

from shared.domain.errors import LobbyError
from shared.store.verify import verify_branch
from tests.support.lobby import BRANCH, RunningWriter, issue, running_writer

MOST = 5000
BLOCK_BYTES = 4096


def main() -> None:
    """Fill it, be refused twice, make room, go on, start anew, verify."""
    folder = Path(sys.argv[1])
    database, ballast = folder / "b.db", folder / "ballast"
    with running_writer(database) as running:
        running.run(issue())
        fill(ballast)
        given, refusal = until_refused(running)
        again = until_refused(running)
        ballast.unlink()
        number(running)
        held = running.lobby().branch.issued
    with running_writer(database) as restarted:
        found = verify_branch(restarted.database, BRANCH)
        told = {
            "refusals": [str(refusal), str(again[1])],
            "given": 1 + given + again[0] + 1,
            "held": held,
            "tickets": found.tickets,
            "faults": found.sentences,
        }
    sys.stdout.write(json.dumps(told))


def fill(ballast: Path) -> None:
    """Until nothing goes in any more."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"." * BLOCK_BYTES)
        except OSError:
            return


def until_refused(running: RunningWriter) -> tuple[int, LobbyError]:
    """How many were given, and what was said then."""
    for given in range(MOST):
        try:
            number(running)
        except LobbyError as error:
            return given, error
    raise AssertionError("the disk is not full")


def number(running: RunningWriter) -> None:
    running.run(issue())


if __name__ == "__main__":
    main()
