"""`lobby sim policy` as a person types it, and told to stop."""

import json
import signal
import subprocess
from pathlib import Path

from tests.simulator.command_line import lobby
from tests.simulator.planning.killed import PROCESS, Capture, wait_for_answers

WORDS = ["sim", "policy", "neighbourhood", "--days", "40", "--fresh-days", "40", "--most", "30"]


def test_a_table_and_figures(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "found.json"
    words = [*WORDS[:3], "--days", 5, "--fresh-days", 5, "--vary", "growth", "--json", file]
    code, out, err = lobby(capsys, *words)
    assert (code, err) == (0, "")
    assert "All 36 choices were looked at: the best on these days." in out
    figures = json.loads(file.read_text(encoding="utf-8"))
    assert figures["search"]["is_best_of_all"]
    assert set(figures["fresh"]["present"]) == set(figures["fresh"]["found"])


def test_told_to_stop_it_gives_the_best_so_far(tmp_path: Path) -> None:
    """SIGINT once: the search ends by itself, with the last check and exit code 0."""
    journal, file = tmp_path / "journal", tmp_path / "found.json"
    more = ["--most", "5000", "--journal", str(journal), "--json", str(file)]
    running = subprocess.Popen([*PROCESS, *WORDS, *more], stdout=subprocess.DEVNULL)
    wait_for_answers(running, journal)
    running.send_signal(signal.SIGINT)
    assert running.wait(60) == 0
    assert json.loads(file.read_bytes())["search"]["is_cut_short"]
