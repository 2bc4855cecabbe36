"""The end that staff asked for: a mark for the service manager, or the same command once more."""

import os
from pathlib import Path

import pytest

from shared.client.ending import ENDED, MARK, RESTARTED, end_as_asked, started_with


def test_the_command_is_repeated_without_its_used_up_code() -> None:
    words = ["python", "lobby", "kiosk", "--enrol", "ACDE-FGHJ", "--printer", "tcp://192.0.2.7"]
    assert started_with(words) == [*words[:3], *words[5:]]
    assert started_with(["lobby", "kiosk", "--enrol=ACDE-FGHJ"]) == ["lobby", "kiosk"]


def test_below_a_service_manager_a_mark_keeps_it_ended(tmp_path: Path) -> None:
    watched = {"NOTIFY_SOCKET": "/run/notify", "XDG_RUNTIME_DIR": str(tmp_path)}
    end_as_asked(0, watched)
    end_as_asked(RESTARTED, watched)
    assert list(tmp_path.iterdir()) == []
    end_as_asked(ENDED, watched)
    assert [each.name for each in tmp_path.iterdir()] == [MARK]


@pytest.mark.skipif(os.name == "nt", reason="there the Shell Launcher starts it again")
def test_alone_it_starts_itself_again_and_stays_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda _program, words: begun.append(words))
    end_as_asked(ENDED, {})
    assert begun == []
    end_as_asked(RESTARTED, {})
    assert len(begun) == 1
