"""Updating keeps every translation; setting one works for texts that are not there yet."""

import threading
from pathlib import Path

import pytest

from shared.i18n import catalogue as catalogue_module
from shared.i18n import set as set_module
from shared.i18n import update as update_module
from shared.i18n.catalogue import Key, Message, read_messages
from shared.i18n.update import merged, update

BACK = Key("Screen", "Back")
COUNTED = Key("Screen", "%n tickets")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Catalogues of the test's own."""
    paths = {"zh": tmp_path / "lobby_zh_CN.ts", "en": tmp_path / "lobby_en.ts"}
    for module in (catalogue_module, set_module, update_module):
        monkeypatch.setattr(module, "FILES", paths)
    return paths


def write_source(root: Path, text: str) -> None:
    """The only source file below the root."""
    path = root / "kiosk" / "screen.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_new_text_is_added_unfinished(tmp_path: Path, files: dict[str, Path]) -> None:
    write_source(tmp_path, 'translate("Screen", "Back"); translate("Screen", "%n tickets", n=2)')
    assert update(tmp_path) == ()
    assert read_messages(files["zh"]) == {
        BACK: Message(BACK, ("",)),
        COUNTED: Message(COUNTED, ("",), numerus=True),
    }
    assert read_messages(files["en"]) == {COUNTED: Message(COUNTED, ("", ""), numerus=True)}


def test_a_removed_text_keeps_its_translation_until_pruned(
    tmp_path: Path, files: dict[str, Path]
) -> None:
    write_source(tmp_path, 'translate("Screen", "Back")')
    set_module.main(["Screen", "Back", "返回"])
    update(tmp_path)
    write_source(tmp_path, "")
    update(tmp_path)
    assert read_messages(files["zh"]) == {BACK: Message(BACK, ("返回",), vanished=True)}
    write_source(tmp_path, 'translate("Screen", "Back")')
    update(tmp_path)
    assert read_messages(files["zh"]) == {BACK: Message(BACK, ("返回",))}
    write_source(tmp_path, "")
    update(tmp_path, prune=True)
    assert read_messages(files["zh"]) == {}


def test_updating_twice_changes_nothing(tmp_path: Path, files: dict[str, Path]) -> None:
    write_source(tmp_path, 'translate("Screen", "Back"); translate("Screen", "%n tickets", n=2)')
    update(tmp_path)
    before = [path.read_bytes() for path in files.values()]
    update(tmp_path)
    assert [path.read_bytes() for path in files.values()] == before


def test_a_text_that_becomes_counted_keeps_its_first_form() -> None:
    known = {COUNTED: Message(COUNTED, ("%n 张",))}
    found = {COUNTED: Message(COUNTED, numerus=True)}
    assert merged(known, found, "zh")[COUNTED] == Message(COUNTED, ("%n 张",), numerus=True)


def test_set_asks_for_every_english_form(files: dict[str, Path]) -> None:
    with pytest.raises(SystemExit) as stopped:
        set_module.main(["-l", "en", "Screen", "%n tickets", "%n ticket"])
    assert stopped.value.code == 2
    set_module.main(["-l", "en", "Screen", "%n tickets", "%n ticket", "%n tickets"])
    assert read_messages(files["en"])[COUNTED].forms == ("%n ticket", "%n tickets")


def test_many_writers_lose_nothing(files: dict[str, Path]) -> None:
    keys = [Key("Screen", f"text {index}") for index in range(12)]
    threads = [
        threading.Thread(target=set_module.set_translation, args=("zh", key, ("文",)))
        for key in keys
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(read_messages(files["zh"])) == set(keys)
