"""The check names each kind of fault with what to do; the shipped catalogue has none."""

from pathlib import Path

import pytest

from shared.i18n.catalogue import Key, Message
from shared.i18n.check import catalogue_faults, faults

BACK = Key("Screen", "Back to %1")
COUNTED = Key("Screen", "%n of %1")


def found(*keys: Key) -> dict[Key, Message]:
    """Texts of the sources."""
    return {key: Message(key, numerus="%n" in key.source) for key in keys}


@pytest.mark.parametrize(
    ("known", "in_sources", "line"),
    [
        ([], [BACK], "is not in the catalogue; run: python -m shared.i18n.update"),
        ([Message(BACK, ("",))], [BACK], "is not translated; use: python -m shared.i18n.set"),
        (
            [Message(BACK, ("回到 %1",))],
            [],
            "is not in the sources; run: python -m shared.i18n.update --prune",
        ),
        (
            [Message(BACK, ("回到 %1",), vanished=True)],
            [BACK],
            "is out of date; run: python -m shared.i18n.update",
        ),
    ],
)
def test_names_the_fault(known: list[Message], in_sources: list[Key], line: str) -> None:
    messages = {message.key: message for message in known}
    assert list(catalogue_faults("zh", messages, found(*in_sources))) == [
        f"zh: Screen: 'Back to %1' {line}"
    ]


def test_placeholders_must_match() -> None:
    messages = {BACK: Message(BACK, ("回到 %2",))}
    assert list(catalogue_faults("zh", messages, found(BACK))) == [
        "zh: Screen: 'Back to %1': the placeholders differ in '回到 %2'"
    ]


def test_a_plural_form_may_leave_the_number_out() -> None:
    messages = {COUNTED: Message(COUNTED, ("one of %1", "%n of %1"), numerus=True)}
    assert list(catalogue_faults("en", messages, found(COUNTED))) == []


def test_finds_template_strings_in_qml(tmp_path: Path) -> None:
    path = tmp_path / "kiosk" / "Screen.qml"
    path.parent.mkdir()
    path.write_text('Item {\n  property string a: qsTr("Counter " + 3)\n}\n')
    assert [line for line in faults(tmp_path) if line.startswith("kiosk")] == [
        "kiosk/Screen.qml:2: put one plain string into the call"
    ]
