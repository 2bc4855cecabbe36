"""The catalogue file: what is written is read back, sorted, and only when it changed."""

from pathlib import Path

from shared.i18n.catalogue import (
    FILES,
    Key,
    Message,
    catalogue,
    plural_form,
    read_messages,
    write_messages,
)

MESSAGES = [
    Message(Key("B", "two <&> tags"), ("两个",)),
    Message(Key("A", "%n tickets"), ("one", "many"), numerus=True),
    Message(Key("A", "May", "the month"), ("五月",), note="short, on a calendar"),
    Message(Key("A", "gone"), ("没了",), vanished=True),
    Message(Key("A", "new"), ("",)),
]


def test_reads_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "lobby_en.ts"
    write_messages(path, "en", MESSAGES)
    assert read_messages(path) == {message.key: message for message in MESSAGES}


def test_the_order_given_does_not_matter(tmp_path: Path) -> None:
    one, other = tmp_path / "lobby_en.ts", tmp_path / "other" / "lobby_en.ts"
    other.parent.mkdir()
    write_messages(one, "en", MESSAGES)
    write_messages(other, "en", reversed(MESSAGES))
    assert one.read_bytes() == other.read_bytes()


def test_an_unchanged_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "lobby_en.ts"
    write_messages(path, "en", MESSAGES)
    before = path.stat().st_mtime_ns
    write_messages(path, "en", MESSAGES)
    assert path.stat().st_mtime_ns == before


def test_a_missing_file_is_an_empty_catalogue(tmp_path: Path) -> None:
    assert read_messages(tmp_path / "lobby_en.ts") == {}


def test_plural_forms() -> None:
    assert [plural_form("en", n) for n in (0, 1, 2)] == [1, 0, 1]
    assert [plural_form("zh", n) for n in (0, 1, 2)] == [0, 0, 0]


def test_the_shipped_catalogues_are_there() -> None:
    assert all(path.is_file() for path in FILES.values())
    assert catalogue("zh")[Key("BottomBar", "Back")].forms == ("返回",)
