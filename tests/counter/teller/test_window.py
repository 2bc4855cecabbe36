"""The real window, off-screen, with real keys."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter.teller.action_keys import ActionKey
from counter.teller.sheet import Sheet
from shared.client.ports import Failure
from shared.domain.errors import CounterNotOpen
from shared.i18n import error_sentence
from shared.protocol.command import CloseTicket, PauseCounter
from shared.ui.marks import Figure
from tests.counter.teller import scenes
from tests.counter.teller.at_keyboard import Teller


def test_free_shows_how_many_wait_and_never_a_number_that_size(teller: Teller) -> None:
    assert (teller.number, teller.verb) == ("11", "Call next")
    assert teller.window.desk.hero.likely.accessibleName() == "P003 Cash in or out Priority"
    assert teller.window.desk.hero.reason.sentence == "By arrival; priority waits less."


def test_f2_calls_and_enter_on_the_key_does_too(teller: Teller) -> None:
    teller.press(Qt.Key.Key_F2)
    teller.until(lambda: teller.number == "P003")
    assert teller.client.calls == [("next", "3")]
    assert teller.verb == "Close and call next"
    teller.window.presenter._guard_until_s = 0.0
    teller.press(Qt.Key.Key_Return)
    assert teller.client.calls == [("next", "3"), ("next", "3")]


def test_pending_shows_calling_and_a_second_press_is_ignored(teller: Teller) -> None:
    teller.client.is_holding = True
    teller.press(Qt.Key.Key_F2)
    assert (teller.verb, teller.window.desk.next_key.face.is_pending) == ("Calling", True)
    teller.press(Qt.Key.Key_F2)
    teller.client.settle("next", Failure("counter_not_open", "x", params=("3",)))
    teller.press(Qt.Key.Key_F2)
    assert teller.client.calls == [("next", "3")]
    assert teller.window.desk.message.sentence.text() == "Counter 3 is not open. Open it first."
    teller.press(Qt.Key.Key_Escape)
    assert teller.window.desk.message.isHidden()


def test_f3_recalls_and_del_needs_it_first(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.called()))
    key = teller.part(ActionKey, "noShowKey")
    assert (key.isEnabled(), key.face.hint) == (False, "recall once first")
    teller.press(Qt.Key.Key_Delete)
    assert teller.client.calls == []
    teller.press(Qt.Key.Key_F3)
    teller.until(lambda: teller.window.presenter.pending is None)
    teller.show(scenes.lobby(112, ticket=scenes.called(recalls=1)))
    assert (key.isEnabled(), key.face.hint) == (True, "frees the counter")
    teller.press(Qt.Key.Key_Delete)
    assert teller.client.calls == [("recall", "t-a047"), ("no_show", "t-a047")]


def test_f4_starts_the_clock(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.called()))
    teller.press(Qt.Key.Key_F4)
    assert teller.client.calls == [("start_ticket", "t-a047")]


def test_f5_and_a_digit_close_with_that_outcome(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    teller.press(Qt.Key.Key_F5)
    teller.press(Qt.Key.Key_3)
    assert teller.client.calls == [("close_ticket", "t-a047", CloseTicket(outcome="documents"))]
    teller.until(lambda: teller.number == "11")
    assert not teller.has_sheet
    teller.press(Qt.Key.Key_Return)  # an Enter too many calls nobody
    assert len(teller.client.calls) == 1


def test_keys_wait_while_a_sheet_is_open_and_esc_leaves_it(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    teller.press(Qt.Key.Key_F5)
    teller.press(Qt.Key.Key_F2)
    teller.press(Qt.Key.Key_9)
    assert teller.client.calls == []
    teller.press(Qt.Key.Key_Escape)
    assert not teller.has_sheet
    assert teller.window.desk.next_key.hasFocus()


def test_the_sheet_goes_when_the_customer_has_gone(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    teller.press(Qt.Key.Key_F5)
    teller.show(scenes.lobby(111))
    assert not teller.has_sheet


def test_f12_pauses_with_a_reason_and_f12_resumes(teller: Teller) -> None:
    teller.press(Qt.Key.Key_F12)
    teller.press(Qt.Key.Key_2)
    sheet = teller.sheet
    assert isinstance(sheet, Sheet)
    assert sheet.chosen.id == "lunch"
    assert sheet.result.startswith("Counter 3 pauses (Lunch).")
    assert teller.client.calls == []
    teller.press(Qt.Key.Key_Return)
    teller.until(lambda: teller.number == "Lunch")
    assert teller.client.calls == [("pause_counter", "3", PauseCounter(reason="lunch"))]
    assert teller.verb == "Resume work"
    teller.press(Qt.Key.Key_F12)
    teller.until(lambda: teller.verb == "Call next")


def test_f9_takes_back_who_missed_the_call(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving(), missed=scenes.missed("A019", "B007")))
    assert teller.part(ActionKey, "backKey").face.hint == "0 on hold, 2 missed"
    teller.press(Qt.Key.Key_F9)
    teller.press(Qt.Key.Key_2)
    sheet = teller.sheet
    assert isinstance(sheet, Sheet)
    assert sheet.chosen.id == "missed:t-b007"
    assert sheet.result.startswith("B007 waits again as if it had come 10 min ago.")
    assert teller.client.calls == []
    teller.press(Qt.Key.Key_Return)
    assert teller.client.calls == [("return_ticket", "t-b007")]
    teller.until(lambda: teller.window.presenter.pending is None)
    assert (teller.has_sheet, teller.number) == (False, "A047")
    teller.press(Qt.Key.Key_Return)  # an Enter too many calls nobody
    assert len(teller.client.calls) == 1


def test_f9_and_esc_take_nobody_back(teller: Teller) -> None:
    teller.show(scenes.lobby(110, missed=scenes.missed("A019")))
    QTest.mouseClick(teller.part(QWidget, "backKey"), Qt.MouseButton.LeftButton)
    assert teller.has_sheet
    teller.press(Qt.Key.Key_Escape)
    assert (teller.has_sheet, teller.client.calls) == (False, [])


def test_f9_says_why_it_is_off(teller: Teller) -> None:
    teller.press(Qt.Key.Key_F9)
    assert not teller.has_sheet
    key = teller.part(ActionKey, "backKey")
    assert (key.isEnabled(), key.face.hint) == (False, "nobody is away")


def test_help_is_asked_at_a_kiosk_and_esc_says_it_is_read(teller: Teller) -> None:
    notice = teller.window.desk.help_notice
    assert notice.isHidden()
    teller.client.push(scenes.help_asked())
    assert notice.isVisible()
    assert notice.sentence.text() == "10:12 A customer at kiosk-1 asks for help"
    teller.press(Qt.Key.Key_Escape)
    assert notice.isHidden()
    assert teller.window.desk.next_key.hasFocus()


def test_help_names_the_newest_and_a_click_reads_them_all(teller: Teller) -> None:
    notice = teller.window.desk.help_notice
    for sequence, device in ((102, "kiosk-1"), (103, "kiosk-1"), (104, "kiosk-2")):
        teller.client.push(scenes.help_asked(device, sequence=sequence))
    assert notice.sentence.text() == "10:12 A customer at kiosk-2 asks for help, and 2 more"
    QTest.mouseClick(teller.part(QWidget, "languageKey"), Qt.MouseButton.LeftButton)
    assert notice.sentence.text() == "10:12 取号机 kiosk-2 有客户求助，另有 2 次"
    QTest.mouseClick(notice, Qt.MouseButton.LeftButton)
    assert notice.isHidden()


def test_help_goes_after_three_minutes_of_the_branchs_clock(teller: Teller) -> None:
    notice = teller.window.desk.help_notice
    teller.client.push(scenes.help_asked())
    teller.client.advance(179)
    teller.window.desk.show_time()
    assert notice.isVisible()
    teller.client.advance(1)
    teller.until(notice.isHidden)


def test_help_stands_beside_a_refusal_and_esc_reads_one_at_a_time(teller: Teller) -> None:
    desk = teller.window.desk
    teller.client.answers["next"] = Failure("counter_not_open", "x", params=("3",))
    teller.client.push(scenes.help_asked())
    teller.press(Qt.Key.Key_F2)
    teller.until(desk.message.isVisible)
    column = (desk.message, desk.help_notice, desk.waiting)

    def stand_below_one_another() -> bool:
        edges = [(part.geometry().top(), part.geometry().bottom()) for part in column]
        return all(above[1] < below[0] for above, below in pairwise(edges))

    teller.until(stand_below_one_another)
    teller.press(Qt.Key.Key_Escape)
    assert (desk.message.isHidden(), desk.help_notice.isVisible()) == (True, True)
    teller.press(Qt.Key.Key_Escape)
    assert desk.help_notice.isHidden()


def test_six_missed_calls_and_two_notices_fit_a_window_above_a_task_bar(teller: Teller) -> None:
    desk = teller.window.desk
    teller.window.resize(1366, 720)
    numbers = [f"A{n:03d}" for n in range(6)]
    teller.show(scenes.lobby(110, missed=scenes.missed(*numbers)))
    teller.client.answers["next"] = Failure("counter_not_open", "x", params=("3",))
    teller.press(Qt.Key.Key_F2)
    teller.until(desk.message.isVisible)
    teller.client.push(scenes.help_asked())
    teller.press(Qt.Key.Key_F9)
    sheet = teller.sheet
    assert isinstance(sheet, Sheet)

    def fits() -> bool:
        return (
            desk.help_notice.geometry().bottom() < sheet.geometry().top()
            and sheet.height() >= sheet.minimumSizeHint().height()
            and sheet.geometry().bottom() < desk.height()
        )

    teller.until(fits)
    assert sheet.width() == desk.message.width()


def test_arrows_and_tab_stay_in_the_sheet(teller: Teller) -> None:
    teller.press(Qt.Key.Key_F12)
    sheet = teller.sheet
    assert isinstance(sheet, Sheet)
    for _ in range(20):
        teller.press(Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(teller.window.focusWidget())


def test_offline_says_so_and_sends_nothing(teller: Teller) -> None:
    teller.client.go(online=False)
    teller.client.advance(14)
    teller.window.desk.show_time()
    face = teller.window.desk.next_key.face
    assert (face.hint, face.is_enabled) == ("no connection: comes back by itself", False)
    assert teller.window.desk.bar.connection.word == "No connection 0:14"
    teller.press(Qt.Key.Key_F2)
    assert teller.client.calls == []
    teller.client.go(online=True)
    assert teller.window.desk.bar.connection.word == "Connected"


def test_timers_follow_the_branchs_clock(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving(seconds_ago=252)))
    assert teller.part(Figure, "heroTimer").words == "4:12"
    teller.client.advance(3600)
    teller.until(lambda: teller.part(Figure, "heroTimer").words == "1:04:12")


def test_ctrl_l_goes_to_the_list_and_keys_work_from_there(teller: Teller) -> None:
    teller.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert teller.window.desk.waiting.view.hasFocus()
    teller.press(Qt.Key.Key_Down)
    assert teller.window.desk.waiting.view.currentIndex().row() == 1
    teller.press(Qt.Key.Key_F2)
    assert teller.client.calls == [("next", "3")]


def test_tab_goes_from_next_over_the_keys_to_the_list(teller: Teller) -> None:
    missed = scenes.missed("A019")
    teller.show(scenes.lobby(110, ticket=scenes.called(recalls=1), missed=missed))
    names = []
    for _ in range(11):
        names.append(teller.window.focusWidget().objectName())
        teller.press(Qt.Key.Key_Tab)
    keys = ["nextKey", "recallKey", "hereKey", "closeKey", "noShowKey"]
    more = ["holdKey", "transferKey", "laterKey", "backKey"]
    assert names == [*keys, *more, "customerCard", "waitingView"]


def test_everything_that_takes_focus_has_a_name_for_screen_readers(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.called(recalls=1)))
    unnamed = [
        each.objectName()
        for each in teller.window.desk.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and not each.accessibleName()
    ]
    assert unnamed == []


def test_the_language_switches_while_it_runs(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    teller.client.answers["next"] = Failure("counter_not_open", "x", params=("3",))
    teller.press(Qt.Key.Key_F2)
    teller.until(lambda: teller.window.presenter.message is not None)
    QTest.mouseClick(teller.part(QWidget, "languageKey"), Qt.MouseButton.LeftButton)
    assert teller.verb == "办结并叫下一位"
    assert teller.window.desk.bar.counter.text() == "3 号柜台"
    assert teller.window.desk.message.sentence.text() == error_sentence(CounterNotOpen("3"), "zh")
    QTest.mouseClick(teller.part(QWidget, "languageKey"), Qt.MouseButton.LeftButton)
    assert teller.verb == "Close and call next"


def test_f1_lists_the_keys(teller: Teller) -> None:
    teller.press(Qt.Key.Key_F1)
    assert teller.has_sheet
    teller.press(Qt.Key.Key_F1)
    assert not teller.has_sheet


def test_ctrl_q_closes_the_counter_and_shows_the_form(teller: Teller) -> None:
    teller.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    teller.until(lambda: teller.window.currentWidget() is teller.window.sign_in)
    assert teller.client.calls == [("close_counter", "3"), ("sign_out",)]
    assert teller.window.sign_in.counter == "3"


def test_a_lost_session_keeps_the_counter_on_the_form(teller: Teller) -> None:
    teller.client.answers["next"] = Failure("session_missing", "x")
    teller.press(Qt.Key.Key_F2)
    teller.until(lambda: teller.window.currentWidget() is teller.window.sign_in)
    form = teller.window.sign_in
    assert (form.staff.text(), form.pin.text(), form.counter) == ("t1", "", "3")
    assert form.problem.text() == "Nobody is signed in here. Sign in with staff number and PIN."


def test_a_lower_window_leaves_out_what_is_least_needed(teller: Teller) -> None:
    desk = teller.window.desk
    teller.window.resize(1366, 900)
    teller.until(desk.last_visits.isVisible)
    teller.window.resize(1366, 690)
    teller.until(lambda: not desk.last_visits.isVisible())
    assert desk.my_day.isHidden()
    parts = [desk.hero, desk.next_key, desk.action_keys]

    def stand_below_one_another() -> bool:
        edges = [(part.geometry().top(), part.geometry().bottom()) for part in parts]
        return all(above[1] < below[0] for above, below in pairwise(edges))

    teller.until(stand_below_one_another)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_schemes_and_languages_fit_1366_by_768(
    qtbot: QtBot, scheme: str, language: str
) -> None:
    made = Teller(qtbot, language, scheme)
    made.sign_in()
    made.show(scenes.lobby(110, ticket=scenes.serving()))
    QApplication.processEvents()
    picture = made.program.grab()
    assert (picture.width(), picture.height()) == (1366, 768)
    panel = picture.pixelColor(1200, 745).name()
    assert panel == {"light": "#ffffff", "dark": "#172129"}[scheme]
    made.program.close()
