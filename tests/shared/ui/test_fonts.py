"""The shipped font: it is the application's, knows our characters, and digits align."""

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QRawFont

from shared.ui.engine import LobbyEngine
from shared.ui.fonts import FAMILY, FILES, FOLDER, application_font


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_knows_gb2312_and_the_signs_we_use(path: object, engine: LobbyEngine) -> None:
    font = QRawFont(str(path), 20)
    rows = range(0xB0, 0xF8)
    hanzi = [bytes([row, cell]).decode("gb2312", "ignore") for row in rows for cell in (0xA1, 0xF9)]
    for sign in [*hanzi, *"AZaz09，。？：“”《》…—–·×≤≥→←↓％"]:
        if sign:
            assert font.supportsCharacter(ord(sign)), sign


@pytest.mark.parametrize("bold", [False, True])
def test_all_digits_have_one_width(bold: bool, engine: LobbyEngine) -> None:
    font = application_font(100)
    font.setBold(bold)
    metrics = QFontMetricsF(font)
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1
    assert metrics.horizontalAdvance("1171") == metrics.horizontalAdvance("8888")


def test_is_installed(engine: LobbyEngine) -> None:
    assert FAMILY in QFontDatabase.families()
    assert QFontDatabase.weight(FAMILY, "Bold") == 700


def test_the_licence_lies_beside_it() -> None:
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")
