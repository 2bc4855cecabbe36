"""The program: dressed as the bank wants, shown where there is room, closed without a trace."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kiosk.ticketing.program import create
from shared.config.load import load_profile
from shared.config.profile import Profile
from tests.kiosk.ticketing.conftest import KioskMaker
from tests.support.fake_client import FakeClient

PROFILE = load_profile("neighbourhood")


def with_accent(accent: str) -> Profile:
    """The neighbourhood branch of a bank with another colour."""
    bank = PROFILE.bank.model_copy(update={"accent": accent})
    return PROFILE.model_copy(update={"bank": bank})


def test_wears_the_banks_colour(make_kiosk: KioskMaker) -> None:
    kiosk = make_kiosk(client=FakeClient(with_accent("#7A1F5C")))
    assert kiosk.program.theme.property("accent") == QColor("#7A1F5C")


def test_a_colour_that_cannot_be_read_is_told_and_not_worn(
    make_kiosk: KioskMaker, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk = make_kiosk(client=FakeClient(with_accent("#FFEE88")))
    assert kiosk.program.theme.property("accent") == QColor("#0A5C9E")
    assert "theme.accent_refused" in caplog.text


def test_shows_the_whole_design_off_screen_and_gives_its_picture(qtbot: QtBot) -> None:
    program = create(FakeClient(), {"language": "en", "fullscreen": "0"})
    program.show()
    assert program.grab().size() == QSize(1080, 1920)
    assert program.engine.problems == []
    program.close()
    program.close()  # twice does no harm
