"""The strip above other programs: the same keys, sheets beside it, and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from counter.teller.strip import HEIGHT, NOTICE
from shared.client.ports import Failure
from shared.protocol.command import CloseTicket
from shared.protocol.visit import HoldTicket
from tests.counter.teller import scenes
from tests.counter.teller.at_keyboard import Teller
from tests.counter.test_reachable import check


def press(teller: Teller, key: Qt.Key) -> None:
    """A key where the strip, or the sheet beside it, has the focus."""
    mode = teller.window.strip_mode
    shown: QWidget = mode.sheets if mode.sheets.isVisible() else mode.strip
    target: QWidget | None = shown.focusWidget()  # the stubs promise one
    QTest.keyClick(shown if target is None else target, key)


def narrow(teller: Teller) -> None:
    teller.press(Qt.Key.Key_F11)
    assert teller.window.strip_mode.is_on
    assert not teller.window.isVisible()


def test_it_stays_on_top_and_shows_number_time_and_next_key(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    narrow(teller)
    strip = teller.window.strip_mode.strip
    assert strip.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert (strip.width(), strip.height()) == (480, HEIGHT)
    shown = (strip.number.words, strip.timer.words, strip.beneath.whole, strip.beside.whole)
    assert shown == ("A047", "4:12", "Cash in or out", "usual 5 min")
    assert strip.next_key.face.verb == "Close and call next"
    assert [key.text() for key in strip.sides] == ["Recall", "Hold..."]
    assert (strip.count.text(), strip.longest.text()) == ("12", "longest 24 min")


def test_f2_works_there_and_f11_goes_back(teller: Teller) -> None:
    narrow(teller)
    press(teller, Qt.Key.Key_F2)
    teller.until(lambda: teller.window.strip_mode.strip.number.words == "P003")
    assert teller.client.calls == [("next", "3")]
    press(teller, Qt.Key.Key_F11)
    assert teller.window.isVisible()
    assert not teller.window.strip_mode.is_on


def test_a_sheet_lies_beside_it_and_a_digit_closes(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    narrow(teller)
    press(teller, Qt.Key.Key_F5)
    mode = teller.window.strip_mode
    assert mode.sheets.isVisible()
    assert not mode.sheets.geometry().intersects(mode.strip.geometry())
    press(teller, Qt.Key.Key_3)
    assert teller.client.calls == [("close_ticket", "t-a047", CloseTicket(outcome="documents"))]
    assert not mode.sheets.isVisible()


def test_its_side_key_asks_why_to_hold(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    narrow(teller)
    QTest.mouseClick(teller.window.strip_mode.strip.sides[1], Qt.MouseButton.LeftButton)
    press(teller, Qt.Key.Key_Return)
    assert teller.client.calls == [("hold", "t-a047", HoldTicket(pool="documents"))]


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the off-screen platform has none
def test_a_refusal_adds_a_line_until_it_is_read(teller: Teller) -> None:
    narrow(teller)
    teller.client.answers["next"] = Failure("counter_not_open", "x", params=("3",))
    press(teller, Qt.Key.Key_F2)
    strip = teller.window.strip_mode.strip
    teller.until(lambda: strip.notice.whole == "Counter 3 is not open. Open it first.")
    assert strip.height() == HEIGHT + NOTICE
    press(teller, Qt.Key.Key_Escape)
    assert (strip.notice.whole, strip.height()) == ("", HEIGHT)


def test_closing_it_asks_while_a_customer_is_here(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    narrow(teller)
    teller.window.strip_mode.strip.close()
    assert teller.window.isVisible()
    assert teller.has_sheet


def test_who_is_signed_out_reads_the_form(teller: Teller) -> None:
    narrow(teller)
    teller.window.presenter.leave()
    teller.until(lambda: not teller.window.presenter.is_at_desk)
    teller.until(teller.window.isVisible)
    assert not teller.window.strip_mode.is_on


def test_tab_goes_round_it_and_all_has_a_name(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    narrow(teller)
    check(teller.window.strip_mode.strip)
