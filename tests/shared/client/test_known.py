"""What a program remembers, and that it says so when it cannot."""

from pathlib import Path

from shared.client.known import Known, Memory, memory_file
from shared.config.load import load_profile


def test_what_is_noted_is_known_after_a_restart(tmp_path: Path) -> None:
    path = memory_file(tmp_path, "kiosk", "http://branch.example:8100/", "renmin")
    assert path == memory_file(tmp_path, "kiosk", "http://branch.example:8100", "renmin")
    profile = load_profile("neighbourhood")
    assert Memory(path).note(profile=profile, stand_in="http://counter-2.example:8100")
    assert Memory(path).known == Known(profile=profile, stand_in="http://counter-2.example:8100")


def test_another_server_is_another_memory(tmp_path: Path) -> None:
    one = memory_file(tmp_path, "kiosk", "http://one.example", "")
    assert one != memory_file(tmp_path, "kiosk", "http://other.example", "")
    assert one != memory_file(tmp_path, "board", "http://one.example", "")


def test_a_file_that_cannot_be_read_knows_nothing(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text("[1", encoding="utf-8")
    memory = Memory(path)
    assert memory.known == Known()
    assert memory.note(term="t-1")
    assert Memory(path).known.term == "t-1"


def test_what_cannot_be_kept_is_not_known_either(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    memory = Memory(tmp_path / "file" / "known.json")
    assert not memory.note(term="t-1")
    assert memory.known.term == ""


def test_without_a_file_it_lasts_as_long_as_the_program() -> None:
    memory = Memory()
    assert memory.note(term="t-1")
    assert memory.known.term == "t-1"
