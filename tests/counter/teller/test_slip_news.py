"""A teller hears of slips that did not come out, and has one printed again."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shared.client.ports import Failure
from shared.protocol.printing import Reprint
from tests.counter.teller.at_keyboard import Teller
from tests.counter.teller.slip_scenes import NO_PAPER, lobby, slip


def test_who_may_have_no_slip_is_named_with_the_reason_and_customers_go_first(
    teller: Teller,
) -> None:
    notice = teller.window.desk.slip_notice
    assert notice.isHidden()
    teller.show(lobby(110, slip("A027"), slip("A028"), devices=(NO_PAPER,)))
    assert notice.sentence.text() == "A028 may have no slip: no paper · and 2 more"
    teller.show(lobby(111, devices=(NO_PAPER,)))
    assert notice.sentence.text() == "Kiosk at the door: no paper"
    assert notice.again.isHidden()
    teller.show(lobby(112))
    assert notice.isHidden()


def test_what_is_asked_for_or_under_way_worries_nobody_for_half_a_minute(teller: Teller) -> None:
    teller.show(lobby(110, slip("A027", "requested", ""), slip("A028", "started", "")))
    notice = teller.window.desk.slip_notice
    assert notice.isHidden()
    late = lobby(111, slip("A027", "requested", ""))
    teller.show(late.model_copy(update={"now": late.now + timedelta(seconds=31)}))
    assert notice.sentence.text() == "A027 may have no slip: the kiosk has not begun"


def test_esc_reads_it_and_what_comes_anew_is_shown_again(teller: Teller) -> None:
    notice = teller.window.desk.slip_notice
    teller.show(lobby(110, slip("A027")))
    teller.press(Qt.Key.Key_Escape)
    assert notice.isHidden()
    teller.show(lobby(111, slip("A027"), slip("A028", "unknown", "printer_silent")))
    assert notice.sentence.text() == "A028 may have no slip: printer silent"


def test_the_slip_is_printed_again_with_one_click_and_a_refusal_brings_it_back(
    teller: Teller,
) -> None:
    notice = teller.window.desk.slip_notice
    teller.show(lobby(110, slip("A027")))
    QTest.mouseClick(notice.again, Qt.MouseButton.LeftButton)
    assert teller.client.calls_of("reprint") == [("t-a027", Reprint())]
    assert notice.isHidden()
    teller.client.answers["reprint"] = Failure("printer_not_named", "No.")
    teller.show(lobby(111, slip("A028")))
    QTest.mouseClick(notice.again, Qt.MouseButton.LeftButton)
    teller.until(notice.isVisible)
