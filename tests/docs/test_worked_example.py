"""The commands of docs/worked-example.md are run as they stand, only on fewer days."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "worked-example.md"
START = "import sys; sys.argv[0] = 'lobby'; from shared.cli.main import main; main()"
#: What is left out or made small here, by command: the page's own figures take minutes.
QUICK = {
    "run": ["--days", "5"],
    "compare": ["--days", "5"],
    "roster": ["--effort", "0.1", "--rounds", "1", "--days", "4", "--fresh-days", "4"],
}


def commands() -> list[list[str]]:
    """Every command of the page in its order."""
    blocks = re.findall(r"```\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [shlex.split(line) for line in lines if line.startswith("lobby ")]


def quick(words: list[str]) -> list[str]:
    """The command on fewer days; a later option counts instead of an earlier one."""
    if "--check" in words:
        return words
    return words + QUICK.get(words[2], [])


@pytest.mark.slow
def test_the_commands_of_the_worked_example(tmp_path: Path) -> None:
    found = commands()
    assert [words[1:3] for words in found[:2]] == [["sim", "example"], ["sim", "calibrate"]]
    assert len(found) >= 6
    folder = tmp_path
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    for words in found:
        done = subprocess.run(
            [sys.executable, "-c", START, *quick(words)[1:]],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, (words, done.stdout[-2000:], done.stderr[-2000:])
        if words[2] == "example":
            folder = tmp_path / words[3]
            shorten(folder / "staff.toml")


def shorten(staff: Path) -> None:
    """A week instead of four."""
    text = staff.read_text(encoding="utf-8")
    assert "days = 28" in text
    staff.write_text(text.replace("days = 28", "days = 7"), encoding="utf-8")
