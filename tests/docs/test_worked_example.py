"""The commands of docs/worked-example.md are run as they stand, only on fewer days."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from simulator.command import sim

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "worked-example.md"
#: What is left out or made small here, by command: the page's own figures take minutes.
QUICK = {
    "run": ["--days", "5"],
    "compare": ["--days", "5"],
    "cost": ["--days", "10"],
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
    if "--html" in words:  # drawing takes longest, and the pages have tests of their own
        place = words.index("--html")
        words = words[:place] + words[place + 2 :]
    return words + QUICK.get(words[2], [])


@pytest.mark.slow
def test_the_commands_of_the_worked_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = commands()
    assert [words[1:3] for words in found[:2]] == [["sim", "example"], ["sim", "calibrate"]]
    assert len(found) >= 6
    monkeypatch.chdir(tmp_path)
    for words in found:
        assert words[:2] == ["lobby", "sim"]
        done = CliRunner().invoke(sim, quick(words)[2:])
        assert done.exit_code == 0, (words, done.output[-2000:], done.exception)
        if words[2] == "example":
            monkeypatch.chdir(tmp_path / words[3])
            shorten(Path("staff.toml"))


def shorten(staff: Path) -> None:
    """A week instead of four."""
    text = staff.read_text(encoding="utf-8")
    assert "days = 28" in text
    staff.write_text(text.replace("days = 28", "days = 7"), encoding="utf-8")
