"""Closing the real window: the customer and the counter come first."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt

from shared.client.ports import Failure
from tests.counter.teller import scenes
from tests.counter.teller.at_keyboard import Teller
from tests.support.fake_client import UNREACHABLE


def test_closing_the_window_with_a_customer_asks_once(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    teller.window.close()
    assert teller.window.isVisible()
    teller.press(Qt.Key.Key_Escape)
    teller.window.close()  # hours later: nobody has said yet that the customer may be left
    assert teller.window.isVisible()
    teller.window.close()  # twice in a row says it
    assert not teller.window.isVisible()


def test_a_sheet_about_one_customer_does_nothing_to_the_next(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving("A047")))
    teller.press(Qt.Key.Key_F6)
    assert teller.has_sheet
    teller.show(scenes.lobby(112, ticket=scenes.called("A048")))
    teller.until(lambda: not teller.has_sheet)
    assert teller.client.calls == []


def test_closing_the_window_can_be_confirmed_with_keys(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    teller.window.close()
    teller.press(Qt.Key.Key_2)
    teller.press(Qt.Key.Key_Return)
    assert not teller.window.isVisible()


def test_closing_the_window_without_a_customer_closes_the_counter_first(teller: Teller) -> None:
    teller.window.close()
    assert teller.window.isVisible()
    teller.until(lambda: not teller.window.isVisible())
    assert teller.client.calls == [("close_counter", "3"), ("sign_out",)]


def test_closing_the_window_waits_for_the_answer_that_is_due(teller: Teller) -> None:
    teller.client.is_holding = True
    teller.press(Qt.Key.Key_F2)
    teller.window.close()
    teller.client.settle("next", None)
    assert teller.client.calls == [("next", "3"), ("close_counter", "3")]
    teller.client.settle("close_counter", scenes.counter())
    assert teller.window.isVisible()
    teller.client.settle("sign_out")
    assert not teller.window.isVisible()


def test_closing_the_window_as_the_session_is_lost_closes_it(teller: Teller) -> None:
    teller.client.is_holding = True
    teller.press(Qt.Key.Key_F2)
    teller.window.close()
    teller.client.settle("next", Failure("session_missing", "x"))
    assert not teller.window.isVisible()


def test_closing_the_window_does_not_depend_on_the_server(teller: Teller) -> None:
    teller.client.answers["close_counter"] = UNREACHABLE
    teller.window.close()
    teller.until(lambda: not teller.window.isVisible())
    assert teller.client.calls == [("close_counter", "3")]


def test_closing_the_window_offline_asks_nobody(teller: Teller) -> None:
    teller.client.go(False)
    teller.window.close()
    assert not teller.window.isVisible()
    assert teller.client.calls == []


def test_a_customer_who_comes_while_the_window_closes_keeps_it_open(teller: Teller) -> None:
    refusal = Failure("counter_has_customer", "x", params=("3", "A047"))
    teller.client.answers["close_counter"] = refusal
    teller.window.close()
    teller.until(lambda: teller.window.presenter.message is not None)
    assert teller.window.isVisible()
    teller.show(scenes.lobby(110, ticket=scenes.called()))
    teller.window.close()
    assert teller.has_sheet


def test_a_closed_window_bears_what_its_presenter_still_says(teller: Teller) -> None:
    teller.window.close_without_asking()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    teller.show(scenes.lobby(111))
    assert not teller.window.strip_mode.is_on
