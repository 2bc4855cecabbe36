"""Keys about the counter: pauses to come, services, companions, reminders."""

from datetime import timedelta

from PySide6.QtCore import Qt

from counter.teller.sheet import Sheet
from shared.protocol.command import PlanPause, SetServices
from shared.protocol.lobby import PausePlanView
from shared.protocol.visit import JoinTicket
from tests.counter.teller import scenes
from tests.counter.teller.at_keyboard import Teller
from tests.support import view


def test_f12_with_a_customer_plans_a_pause_and_its_return(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.called()))
    teller.press(Qt.Key.Key_F12)
    teller.press(Qt.Key.Key_2)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Up):
        teller.press(key)
    sheet = teller.sheet
    assert isinstance(sheet, Sheet)
    assert sheet.stepper is not None
    assert sheet.stepper.accessibleName() == "Back about 10:22 in 10 minutes"
    assert sheet.result == (
        "Counter 3 pauses (Lunch) when this visit ends, and calls nobody else before."
    )
    teller.press(Qt.Key.Key_Return)
    back = view.NOW + timedelta(minutes=10)
    plan = PlanPause(reason="lunch", until=back)
    assert teller.client.calls == [("plan_pause", "3", plan)]
    planned = PausePlanView(reason="lunch", until=back)
    teller.until(lambda: teller.window.presenter.pending is None)
    teller.window.presenter._newest.forget()
    teller.show(scenes.lobby(112, ticket=scenes.called(), plan=planned))
    assert teller.verb == "Close, then pause"
    teller.press(Qt.Key.Key_F12)
    teller.press(Qt.Key.Key_1)  # no pause after all
    teller.press(Qt.Key.Key_Return)
    assert teller.client.calls[-1] == ("plan_pause", "3", PlanPause(is_off=True))


def test_ctrl_s_switches_a_service_off(teller: Teller) -> None:
    teller.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    teller.press(Qt.Key.Key_1)
    teller.press(Qt.Key.Key_Return)
    services = SetServices(services=("transfer", "account", "lost", "other"))
    assert teller.client.calls == [("set_services", "3", services)]


def test_enter_in_the_list_takes_somebody_along(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    teller.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_Return):
        teller.press(key)
    assert teller.client.calls == [("join", "t-a047", JoinTicket(companion="t-p003"))]


def test_a_reminder_of_somebody_on_hold_comes_and_is_read(teller: Teller) -> None:
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    teller.press(Qt.Key.Key_F6)
    teller.press(Qt.Key.Key_Return)
    teller.until(lambda: teller.window.presenter.pending is None)
    held = view.ticket("A047", state="held", pool="documents")
    teller.show(scenes.lobby(112, held=(held,)))
    bar = teller.window.desk.hold_bar
    assert (bar.until.text(), bar.reminder) == ("reminder at 10:22", "")
    teller.client.advance(600)
    teller.until(lambda: bar.until.text() == "look after it now")
    assert bar.property("role") == "noticeWarning"
    teller.press(Qt.Key.Key_Escape)
    assert (bar.until.text(), bar.property("role")) == ("", "panel")
