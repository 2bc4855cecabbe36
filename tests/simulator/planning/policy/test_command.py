"""`lobby sim policy` as a person types it, killed in the middle and run again."""

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
WORDS = ["sim", "policy", "neighbourhood", "--days", "40", "--fresh-days", "40", "--most", "30"]
PROCESS = [
    *(sys.executable, "-c"),
    "import sys; from shared.cli.main import main; sys.exit(main(sys.argv[1:]))",
]


def test_a_table_and_figures(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    words = [*WORDS[:3], "--days", 5, "--fresh-days", 5, "--vary", "growth", "--json", file]
    code, out, err = lobby(capsys, *words)
    assert (code, err) == (0, "")
    assert "All 36 choices were looked at: the best on these days." in out
    figures = json.loads(file.read_text(encoding="utf-8"))
    assert figures["search"]["is_best_of_all"]
    assert set(figures["fresh"]["present"]) == set(figures["fresh"]["found"])


def test_killed_and_run_again_it_gives_the_same_answer(capsys: Capture, tmp_path: Path) -> None:
    """kill -9 once some answers are in the journal; then the whole answer, byte for byte."""
    journal, again, alone = (tmp_path / name for name in ("journal", "again.json", "alone.json"))
    first = subprocess.Popen([*PROCESS, *WORDS, "--journal", str(journal)])
    wait_for_answers(first, journal)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    answered = journal.read_bytes().count(b"\n") - 1
    assert lobby(capsys, *WORDS, "--journal", journal, "--json", again)[0] == 0
    assert lobby(capsys, *WORDS, "--json", alone)[0] == 0
    assert again.read_bytes() == alone.read_bytes()
    assert answered < json.loads(alone.read_bytes())["search"]["tried"]


def test_told_to_stop_it_gives_the_best_so_far(tmp_path: Path) -> None:
    """SIGINT once: the search ends by itself, with the last check and exit code 0."""
    journal, file = tmp_path / "journal", tmp_path / "found.json"
    more = ["--most", "5000", "--journal", str(journal), "--json", str(file)]
    running = subprocess.Popen([*PROCESS, *WORDS, *more], stdout=subprocess.DEVNULL)
    wait_for_answers(running, journal)
    running.send_signal(signal.SIGINT)
    assert running.wait(60) == 0
    assert json.loads(file.read_bytes())["search"]["is_cut_short"]


def wait_for_answers(running: subprocess.Popen[bytes], journal: Path) -> None:
    """Until some choices have been looked at."""
    ends = time.monotonic() + 60
    while not journal.exists() or journal.read_bytes().count(b"\n") < 4:
        assert running.poll() is None
        assert time.monotonic() < ends
        time.sleep(0.002)
