"""A search in a process of its own, killed in the middle and run again with its journal."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.simulator.command_line import lobby

Capture = pytest.CaptureFixture[str]
PROCESS = [
    *(sys.executable, "-c"),
    "import sys; from shared.cli.main import main; sys.exit(main(sys.argv[1:]))",
]
#: How long the answer took is not part of it.
SECONDS = "seconds"


def killed(words: list[str], journal: Path) -> int:
    """The command, killed by SIGKILL once it knows something: how many answers it left."""
    running = subprocess.Popen([*PROCESS, *words, "--journal", str(journal)])
    wait_for_answers(running, journal)
    os.kill(running.pid, signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    return journal.read_bytes().count(b"\n") - 1


def wait_for_answers(running: subprocess.Popen[bytes], journal: Path) -> None:
    """Until it has written some answers down."""
    ends = time.monotonic() + 60
    while not journal.exists() or journal.read_bytes().count(b"\n") < 4:
        assert running.poll() is None
        assert time.monotonic() < ends
        time.sleep(0.002)


def answer(capsys: Capture, words: list[str], file: Path) -> dict[str, object]:
    """The command's figures, without how long it took."""
    code, _, err = lobby(capsys, *words, "--json", file)
    assert (code, err) == (0, "")
    found = json.loads(file.read_bytes())
    assert isinstance(found, dict)
    return {name: value for name, value in found.items() if name != SECONDS}
