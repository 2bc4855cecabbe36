"""Names of keys, and what they do."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from counter.teller.key_map import USUAL, KeyMap, written

PLAIN, CONTROL, PAD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


def action(made: KeyMap, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> str:
    return made.action_of(QKeyEvent(QEvent.Type.KeyPress, key, modifier))


def test_the_usual_keys() -> None:
    made = KeyMap()
    found = [action(made, key) for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_A)]
    assert found == ["next", "no_show", ""]
    assert action(made, Qt.Key.Key_L, CONTROL) == "list"


def test_own_keys_come_before_the_usual_ones() -> None:
    made = KeyMap({"F13": "next", "F2": "recall", "Num+1": "next"})
    assert action(made, Qt.Key.Key_F13) == "next"
    assert action(made, Qt.Key.Key_F2) == "recall"
    assert (action(made, Qt.Key.Key_1, PAD), action(made, Qt.Key.Key_1)) == ("next", "")


def test_a_number_pads_key_counts_as_the_plain_one_where_it_has_no_own() -> None:
    assert action(KeyMap(), Qt.Key.Key_Delete, PAD) == "no_show"


def test_one_way_to_write_a_key() -> None:
    assert {key: written(key) for key in USUAL} == {key: key for key in USUAL}
    assert (written("delete"), written("ctrl+l"), written("Nonsense"), written("F2, F3")) == (
        "Del",
        "Ctrl+L",
        "",
        "",
    )
