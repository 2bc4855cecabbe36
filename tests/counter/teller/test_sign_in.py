"""The sign-in page, off-screen, with real keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shared.client.ports import Failure
from shared.protocol.command import SignIn
from shared.protocol.sign_in import SignInAccount, SignInWays
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


BANK = SignInWays(pin=True, password=True, browser=True)


def with_ways(qtbot: QtBot, ways: SignInWays) -> Teller:
    made = Teller(qtbot)
    made.client.answers["sign_in_ways"] = ways
    made.client.go(online=False)
    made.client.go(online=True)
    return made


def test_pins_only_shows_no_other_key(qtbot: QtBot) -> None:
    made = Teller(qtbot)
    assert not made.window.sign_in.ways_bar.isVisible()
    made.program.close()


def test_the_banks_account_by_keyboard(qtbot: QtBot) -> None:
    made = with_ways(qtbot, BANK)
    form = made.window.sign_in
    QTest.mouseClick(form.ways_bar.swap, Qt.MouseButton.LeftButton)
    assert (form.staff.accessibleName(), form.pin.accessibleName()) == (
        "Account of the bank",
        "Password",
    )
    QTest.keyClicks(form.staff, "li.na@bank")
    made.press(Qt.Key.Key_Return)
    QTest.keyClick(form.pin, Qt.Key.Key_Return)
    assert form.problem.text() == "Type your account and its password."
    QTest.keyClicks(form.pin, "Nanjing Road 18")
    made.press(Qt.Key.Key_Return)
    made.until(lambda: made.window.currentWidget() is made.window.desk)
    command = SignInAccount(account="li.na@bank", password="Nanjing Road 18", counter="3")
    assert made.client.calls[0] == ("sign_in", command)
    made.program.close()


def test_a_password_does_not_stay_in_the_form(qtbot: QtBot) -> None:
    made = with_ways(qtbot, BANK)
    made.client.answers["sign_in"] = Failure("account_locked", "x")
    form = made.window.sign_in
    QTest.mouseClick(form.ways_bar.swap, Qt.MouseButton.LeftButton)
    QTest.keyClicks(form.staff, "anna")
    QTest.keyClicks(form.pin, "secret")
    QTest.keyClick(form.pin, Qt.Key.Key_Return)
    made.until(lambda: form.problem.text() != "")
    assert form.problem.text().startswith("This account is locked in the bank's directory.")
    assert (form.staff.text(), form.pin.text()) == ("anna", "")
    QTest.mouseClick(form.ways_bar.swap, Qt.MouseButton.LeftButton)
    assert (form.staff.text(), form.problem.text()) == ("", "")
    made.program.close()


def test_without_pins_the_form_asks_for_the_account(qtbot: QtBot) -> None:
    made = with_ways(qtbot, SignInWays(pin=False, password=True, browser=False))
    form = made.window.sign_in
    assert form.staff.accessibleName() == "Account of the bank"
    assert not form.ways_bar.isVisible()
    made.program.close()


def test_browser_only(qtbot: QtBot) -> None:
    made = with_ways(qtbot, SignInWays(pin=False, password=False, browser=True))
    form = made.window.sign_in
    assert (form.staff.isVisible(), form.submit.isVisible()) == (False, False)
    made.client.is_holding = True
    QTest.mouseClick(form.ways_bar.browser, Qt.MouseButton.LeftButton)
    assert form.problem.text() == "Sign in in the browser that opens."
    assert form.ways_bar.browser.text() == "Do not wait for the browser"
    QTest.mouseClick(form.ways_bar.browser, Qt.MouseButton.LeftButton)
    assert form.problem.text().startswith("Nobody signed in in the browser.")
    made.program.close()
