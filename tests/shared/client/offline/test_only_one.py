"""A folder belongs to one program; a dead one holds nothing."""

import signal
import subprocess
import sys
from pathlib import Path

from shared.client.offline.only_one import OnlyOne

HOLDER = """
import sys, time
from pathlib import Path
from shared.client.offline.only_one import OnlyOne

one = OnlyOne(Path(sys.argv[1]))
print(one.is_ours, flush=True)
time.sleep(60)
"""


def test_the_second_one_is_told(tmp_path: Path) -> None:
    first = OnlyOne(tmp_path)
    assert first.is_ours
    second = OnlyOne(tmp_path)
    assert not second.is_ours
    first.release()
    assert OnlyOne(tmp_path).is_ours


def test_a_killed_program_holds_nothing(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"True\n"
    assert not OnlyOne(tmp_path).is_ours
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    assert OnlyOne(tmp_path).is_ours


def test_a_folder_that_cannot_be_made_is_nobodys(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not OnlyOne(tmp_path / "file" / "below").is_ours
