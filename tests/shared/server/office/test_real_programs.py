"""The real programs in processes of their own: a branch and head office, killed and restored."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from shared.cli.main import main
from shared.config.load import load_profile
from shared.store.engine import Database
from shared.store.lines import hash_at, position
from shared.store.verify import verify_branch
from tests.support.lobby import BRANCH
from tests.support.serving import PATIENCE_S
from tests.support.waiting import soon

pytestmark = [pytest.mark.end2end, pytest.mark.slow]
PROGRAM = "import sys; from shared.cli.main import main; sys.exit(main())"


@contextmanager
def running(*words: object, **settings: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """`lobby ...` until the end of the block, and its address once it says that it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *map(str, words)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **settings},
    )
    assert process.stdout is not None
    try:
        yield process, process.stdout.readline().split(" at ")[1].split(" ")[0]
    finally:
        process.kill()
        process.wait(PATIENCE_S)
        process.stdout.close()


def lobby(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """A command in this process: code, output, complaints."""
    code = main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out.strip(), said.err.strip()


def copy_of(address: str) -> dict[str, Any]:
    """What a branch server says of its line."""
    answer = httpx.get(f"{address}/readyz", trust_env=False).raise_for_status()
    return dict(answer.json()["copies"][0])


def is_equal(branch: Path, office: Path) -> bool:
    """Whether head office has all that the branch has."""
    return ends(branch) == ends(office) and ends(branch)[0] > 0


def ends(file: Path) -> tuple[int, str]:
    """Where a log ends."""
    database = Database(file)
    found = position(database, BRANCH)
    database.close()
    return found.last, found.last_hash


def test_branch_is_killed_and_comes_back_with_all_that_head_office_had(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    branch, office = tmp_path / "branch.db", tmp_path / "office.db"
    backup, profile = tmp_path / "last-night.db", tmp_path / "changed.json"
    changed = load_profile("neighbourhood").model_copy(update={"version": "from head office"})
    profile.write_text(changed.model_dump_json(), encoding="utf-8")
    kept, own = ("--database", office), ("--database", branch)
    code, invitation, _ = lobby(capsys, "head-office", "admit", BRANCH, *kept)
    assert code == 0
    with running("head-office", "serve", "--port", 0, *kept) as (_, address):
        named = ("--branch", BRANCH, "--code", invitation)
        code, key, _ = lobby(capsys, "head-office", "enrol", address, *named)
        assert code == 0
        line = {"LOBBY_OFFICE": address, "LOBBY_OFFICE_KEY": key}
        with running("serve", "--port", 0, *own, **line) as (process, server):
            soon(lambda: copy_of(server)["is_up"] and copy_of(server)["behind_events"] == 0)
            assert lobby(capsys, "db", "backup", backup, *own)[0] == 0
            night = ends(backup)[0]
            code, said, _ = lobby(capsys, "head-office", "publish", profile, *kept)
            assert (code, "from head office holds from event" in said) == (0, True)
            soon(lambda: is_equal(branch, office))
            had = ends(office)
            assert lobby(capsys, "head-office", "line", "--server", server)[0] == 0
            process.kill()
        branch.unlink()
        monkeypatch.setenv("LOBBY_OFFICE_KEY", key)
        code, said, _ = lobby(capsys, "db", "restore", backup, "--office", address, *own)
        told = f"{had[0] - night} events came back that the backup does not hold"
        assert (code, told in said) == (0, True)
        restored = Database(branch)
        assert hash_at(restored, BRANCH, had[0]) == had[1]
        assert verify_branch(restored, BRANCH).faults == []
        restored.close()
        with running("serve", "--port", 0, *own, **line):
            soon(lambda: ends(office)[0] > had[0] and is_equal(branch, office))
    for at in (own, kept):
        code, said, _ = lobby(capsys, "db", "verify", *at)
        assert (code, " 0 faults" in said) == (0, True)
