"""The sheets of a visit that goes on, in the real window with real keys."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter.teller.sheet import Sheet
from shared.config.load import load_profile
from shared.protocol.command import CallTicket
from shared.protocol.visit import DeferTicket, HoldTicket, TransferTicket
from tests.counter.teller import scenes
from tests.counter.teller.at_keyboard import Teller
from tests.support import view


def test_f6_f7_f8_ask_and_a_digit_and_enter_answer(teller: Teller) -> None:
    for key, digit, command in (
        (Qt.Key.Key_F6, Qt.Key.Key_2, ("hold", "t-a047", HoldTicket(pool="form"))),
        (Qt.Key.Key_F8, Qt.Key.Key_3, ("defer", "t-a047", DeferTicket(minutes=15))),
        (Qt.Key.Key_F7, Qt.Key.Key_1, ("transfer", "t-a047", TransferTicket(counter="1"))),
    ):
        teller.show(scenes.lobby(110, ticket=scenes.serving()))
        teller.press(key)
        teller.press(digit)
        teller.press(Qt.Key.Key_Return)
        assert teller.client.calls[-1] == command
        teller.until(lambda: teller.window.presenter.pending is None)
        teller.window.presenter._newest.forget()


def test_what_does_not_fit_a_sheet_of_targets_is_on_the_next(qtbot: QtBot) -> None:
    teller = Teller(qtbot)
    teller.client.profile = load_profile("city")
    teller.sign_in()
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    teller.press(Qt.Key.Key_F7)
    first = teller.sheet
    assert isinstance(first, Sheet)
    assert len(first.buttons) == 9
    assert first.buttons[8].text() == "7 more"
    teller.press(Qt.Key.Key_9)
    teller.press(Qt.Key.Key_Return)
    second = teller.sheet
    assert isinstance(second, Sheet)
    assert second is not first
    assert len(second.buttons) == 7
    teller.press(Qt.Key.Key_7)
    teller.press(Qt.Key.Key_Return)
    assert teller.client.calls[-1] == ("transfer", "t-a047", TransferTicket(service="other"))
    teller.program.close()


def test_who_is_on_hold_stands_at_the_foot(teller: Teller) -> None:
    held = view.ticket("A039", state="held", pool="documents")
    teller.show(scenes.lobby(110, held=(held,)))
    bar = teller.window.desk.hold_bar
    assert (bar.isVisible(), bar.number.text()) == (True, "A039")
    assert bar.accessibleName().startswith("A039 Fetching documents")
    teller.press(Qt.Key.Key_F9)
    teller.press(Qt.Key.Key_1)
    teller.press(Qt.Key.Key_Return)
    assert teller.client.calls[-1] == ("resume_ticket", "t-a039")
    teller.show(scenes.lobby(112))
    assert not bar.isVisible()


def test_enter_in_the_list_calls_out_of_order_with_a_reason(teller: Teller) -> None:
    session = teller.window.presenter.session
    assert session is not None
    teller.window.presenter.session = session.model_copy(update={"role": "lead"})
    teller.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    teller.press(Qt.Key.Key_Down)
    teller.press(Qt.Key.Key_Down)
    chosen = teller.window.presenter.scene.mine[
        teller.window.desk.waiting.view.currentIndex().row()
    ]
    teller.press(Qt.Key.Key_Return)
    teller.press(Qt.Key.Key_1)
    teller.press(Qt.Key.Key_Return)
    assert teller.client.calls == [
        ("call_ticket", "3", CallTicket(ticket=chosen.id, reason="help", current=""))
    ]
    teller.until(lambda: teller.number == chosen.number)
