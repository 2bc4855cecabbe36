"""The sign-in page, off-screen, with real keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shared.client.ports import Failure
from shared.protocol.command import SignIn
from tests.counter.teller import scenes
from tests.counter.teller.at_keyboard import Teller


def test_sign_in_by_keyboard_alone(qtbot: QtBot) -> None:
    made = Teller(qtbot)
    form = made.window.sign_in
    assert (made.window.focusWidget(), form.counter) == (form.staff, "3")
    QTest.keyClicks(form.staff, "t1")
    made.press(Qt.Key.Key_Return)
    assert made.window.focusWidget() is form.pin
    QTest.keyClicks(form.pin, "2468")
    made.press(Qt.Key.Key_Return)
    made.until(lambda: made.window.currentWidget() is made.window.desk)
    assert made.client.calls == [
        ("sign_in", SignIn(staff="t1", pin="2468", counter="3")),
        ("open_counter", "3"),
    ]
    assert made.window.desk.next_key.hasFocus()
    made.program.close()


def test_a_refused_pin_is_typed_again(qtbot: QtBot) -> None:
    made = Teller(qtbot)
    made.client.answers["sign_in"] = Failure("sign_in_failed", "x")
    form = made.window.sign_in
    QTest.keyClicks(form.staff, "t1")
    QTest.keyClicks(form.pin, "1111")
    QTest.keyClick(form.pin, Qt.Key.Key_Return)
    made.until(lambda: form.problem.text() != "")
    assert form.problem.text().startswith("Staff number and PIN do not match.")
    assert (form.staff.text(), form.pin.text(), form.pin.hasFocus()) == ("t1", "", True)
    made.program.close()


def test_what_is_being_typed_survives_news(qtbot: QtBot) -> None:
    made = Teller(qtbot)
    made.client.answers["sign_in"] = Failure("sign_in_failed", "x")
    form = made.window.sign_in
    QTest.keyClicks(form.staff, "t1")
    QTest.keyClicks(form.pin, "1111")
    QTest.keyClick(form.pin, Qt.Key.Key_Return)
    made.until(lambda: form.problem.text() != "")
    QTest.keyClicks(form.pin, "24")
    made.show(scenes.lobby(105))
    QTest.keyClicks(form.pin, "68")
    assert form.pin.text() == "2468"
    assert form.problem.text().startswith("Staff number and PIN do not match.")
    made.program.close()


def test_a_server_that_is_away_is_named_on_the_form(qtbot: QtBot) -> None:
    made = Teller(qtbot)
    made.client.trouble = Failure("server_unreachable", "x", True, ("http://branch.example.com",))
    made.client.go(online=False)
    form = made.window.sign_in
    assert form.problem.text().startswith("The branch server http://branch.example.com does not")
    assert not form.submit.isEnabled()
    made.client.go(online=True)
    assert (form.problem.text(), form.submit.isEnabled()) == ("", True)
    made.program.close()


def test_an_incomplete_form_is_not_sent(qtbot: QtBot) -> None:
    made = Teller(qtbot)
    form = made.window.sign_in
    QTest.keyClicks(form.staff, "t1")
    QTest.keyClicks(form.pin, "12x")
    QTest.keyClick(form.pin, Qt.Key.Key_Return)
    assert form.problem.text() == "Type your staff number and your PIN (at least 4 digits)."
    assert (form.pin.text(), made.client.calls) == ("12", [])
    made.program.close()
