"""The teller's card: every key on one page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from counter.teller.card_page import draw_card, write_card
from counter.teller.help_sheet import key_list
from counter.teller.key_map import USUAL
from shared.ui.app import widget_application

A4_HEIGHT = 1123


@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_page_holds_it(tmp_path: Path, language: str) -> None:
    widget_application(language)
    path = tmp_path / "card.pdf"
    write_card(path, language)
    written = path.read_bytes()
    assert written.startswith(b"%PDF-")
    assert written.count(b"/Type /Page\n") == 1
    sheet = QImage(QSize(794, A4_HEIGHT), QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    assert draw_card(painter, language) < A4_HEIGHT - 40
    painter.end()


def test_every_key_stands_on_it() -> None:
    told = {key for key, _words in key_list("en")}
    assert set(USUAL) - told == {"Esc"}  # what it does, each notice says
