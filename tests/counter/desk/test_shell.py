"""The desk's window: signing in and out, pages by role, contact, language, help."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter.desk.inbox.page import InboxPage
from counter.desk.pages import PAGES
from shared.client.ports import Failure
from shared.i18n import current_language
from shared.protocol.sign_in import SignInAccount, SignInWays
from tests.counter.desk.at_desk import AtDesk, a_case, the_cases

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_nobody_sees_a_page_before_signing_in(qtbot: QtBot) -> None:
    at = AtDesk(qtbot)
    assert at.window.currentWidget() is at.window.sign_in
    assert (at.window.pages, at.client.calls) == ([], [])
    at.program.close()


def test_a_wrong_pin_is_a_sentence_and_the_form_stays(qtbot: QtBot) -> None:
    at = AtDesk(qtbot)
    at.client.answers["sign_in"] = Failure("pin_wrong", "Staff number or PIN is wrong.")
    at.program.desk.sign_in("q1", "0000")
    qtbot.waitUntil(lambda: at.window.sign_in.problem.text() != "")
    assert at.window.sign_in.problem.text() == at.program.desk.message
    assert at.window.currentWidget() is at.window.sign_in
    at.program.close()


def test_the_pages_are_those_of_the_role(qtbot: QtBot) -> None:
    for role in ("quality", "teller"):
        at = AtDesk(qtbot, role)
        at.sign_in()
        wanted = [spec.name for spec in PAGES if role in spec.roles]
        assert [spec.name for spec in at.window.specs] == wanted
        assert len(at.window.rail.tabs) == len(wanted)
        at.program.close()


def test_without_contact_the_window_says_so_and_nothing_can_be_done(desk: AtDesk) -> None:
    desk.client.go(online=False)
    assert desk.window.notices.away.isVisible()
    assert desk.window.notices.away.accessibleName() == (
        "No connection to the branch server. What you see is as of 10:12; "
        "nothing can be changed now."
    )
    assert not desk.program.desk.can_act
    desk.client.go(online=True)
    assert not desk.window.notices.isVisible()


def test_another_language_keeps_the_person_the_page_and_the_choice(desk: AtDesk) -> None:
    desk.client.answers["GET cases"] = the_cases(a_case("2026-1"), a_case("2026-2"))
    page = desk.window.show_named("inbox")
    assert isinstance(page, InboxPage)
    desk.qtbot.waitUntil(lambda: len(page.inbox.shown) == 2)
    page.inbox.choose("case-2026-2")
    desk.program.swap_language()
    assert current_language() == "zh"
    assert desk.window.bar.person.text() == "He Ping"
    other = desk.window.page
    assert isinstance(other, InboxPage)
    assert other.view.currentIndex().row() == 1


def test_help_lists_the_keys_and_escape_leaves_it(desk: AtDesk) -> None:
    desk.press(Qt.Key.Key_F1)
    page = desk.window.page
    assert page is not None
    assert page.sheet is not None
    desk.press(Qt.Key.Key_Escape)
    assert page.sheet is None


def test_signing_out_forgets_what_the_pages_knew(desk: AtDesk) -> None:
    kept = desk.program.desk.kept("inbox", object)
    desk.press(Qt.Key.Key_Q, CONTROL)
    assert desk.window.currentWidget() is desk.window.sign_in
    assert desk.client.calls_of("sign_out") == [()]
    assert desk.window.sign_in.pin.text() == ""
    desk.sign_in()
    assert desk.program.desk.kept("inbox", object) is not kept


def test_what_was_refused_is_nothing_for_the_next_person(desk: AtDesk) -> None:
    desk.program.desk.refuse(Failure("file_unreadable", "", params=("Wang.pdf", "gone")))
    assert "Wang.pdf" in desk.program.desk.message
    desk.program.desk.sign_out()
    assert desk.program.desk.message == ""
    assert desk.window.sign_in.problem.text() == ""


def test_a_session_that_has_ended_leads_back_to_the_form(desk: AtDesk) -> None:
    desk.client.answers["GET cases"] = Failure("session_missing", "Sign in first.")
    page = desk.window.page
    assert page is not None
    page.arrive()
    desk.qtbot.waitUntil(lambda: desk.window.currentWidget() is desk.window.sign_in)
    assert desk.program.desk.session is None
    assert desk.window.sign_in.problem.text() == desk.program.desk.message


def test_an_answer_after_signing_out_is_nobodys(desk: AtDesk) -> None:
    desk.client.is_holding = True
    page = desk.window.page
    assert page is not None
    page.arrive()
    desk.program.desk.sign_out()
    desk.client.settle("GET cases", the_cases(a_case()))
    desk.client.is_holding = False
    assert desk.program.desk.session is None


def test_the_banks_account_opens_the_desk(qtbot: QtBot) -> None:
    at = AtDesk(qtbot)
    at.client.answers["sign_in_ways"] = SignInWays(pin=True, password=True, browser=True)
    at.client.go(online=False)
    at.client.go(online=True)
    form = at.window.sign_in
    QTest.mouseClick(form.ways_bar.swap, Qt.MouseButton.LeftButton)
    assert (form.staff.accessibleName(), form.pin.text()) == ("Account of the bank", "")
    QTest.keyClicks(form.staff, "he.ping")
    QTest.keyClicks(form.pin, "West Lake 2026")
    QTest.keyClick(form.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: at.program.desk.session is not None)
    command = SignInAccount(account="he.ping", password="West Lake 2026")
    assert ("sign_in", command) in at.client.calls
    at.program.close()


def test_the_browser_is_waited_for_until_somebody_says_no(qtbot: QtBot) -> None:
    at = AtDesk(qtbot)
    at.client.answers["sign_in_ways"] = SignInWays(pin=False, password=False, browser=True)
    at.client.go(online=False)
    at.client.go(online=True)
    form = at.window.sign_in
    assert (form.staff.isVisible(), form.submit.isVisible()) == (False, False)
    at.client.is_holding = True
    QTest.mouseClick(form.ways_bar.browser, Qt.MouseButton.LeftButton)
    assert form.problem.text() == "Sign in in the browser that opens."
    QTest.mouseClick(form.ways_bar.browser, Qt.MouseButton.LeftButton)
    assert form.problem.text().startswith("Nobody signed in in the browser.")
    at.program.close()
