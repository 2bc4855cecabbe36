"""A visit that does not end here, without a window: hold, send on, later, next need, pick."""

import pytest
from pytestqt.qtbot import QtBot

from shared.protocol.visit import DeferTicket, HoldTicket, NextNeed, TransferTicket
from tests.counter.teller import scenes
from tests.counter.teller.at_desk import Desk


@pytest.mark.parametrize(
    ("intent", "said", "command"),
    [
        ("hold", "documents", HoldTicket(pool="documents")),
        ("transfer", "counter:2", TransferTicket(counter="2")),
        ("transfer", "service:lost", TransferTicket(service="lost")),
        ("defer", "15", DeferTicket(minutes=15)),
    ],
)
def test_a_visit_that_goes_on(
    desk: Desk, qtbot: QtBot, intent: str, said: str, command: object
) -> None:
    desk.show(scenes.lobby(110, ticket=scenes.serving()))
    getattr(desk.presenter, intent)(said)
    qtbot.waitUntil(lambda: desk.presenter.pending is None)
    assert desk.client.calls[-1] == (intent, "t-a047", command)
    assert desk.presenter.scene.ticket is None  # the counter is free before the snapshot says so


def test_the_next_need_begins_only_where_there_is_one(desk: Desk, qtbot: QtBot) -> None:
    ticket = scenes.serving()
    desk.show(scenes.lobby(110, ticket=ticket))
    before = len(desk.client.calls)
    desk.presenter.here_or_need()
    assert len(desk.client.calls) == before
    desk.show(scenes.lobby(111, ticket=ticket.model_copy(update={"needs": ("cash", "lost")})))
    desk.presenter.here_or_need()
    qtbot.waitUntil(lambda: desk.presenter.pending is None)
    assert desk.client.calls[-1] == ("next_need", "t-a047", NextNeed())


def test_who_is_on_hold_is_taken_back_by_the_same_key(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.take_back("held:t-a019")
    qtbot.waitUntil(lambda: desk.presenter.pending is None)
    assert desk.client.calls[-1] == ("resume_ticket", "t-a019")


def test_only_who_may_picks_and_nobody_while_a_customer_is_here(desk: Desk) -> None:
    presenter = desk.presenter
    assert not presenter.may_pick()
    assert presenter.message is not None
    assert presenter.message.failure.code == "role_forbidden"
    assert presenter.session is not None
    presenter.session = presenter.session.model_copy(update={"role": "lead"})
    assert presenter.may_pick()
    desk.show(scenes.lobby(110, ticket=scenes.serving()))
    assert not presenter.may_pick()


def test_a_press_for_an_empty_counter_does_not_close_who_was_just_called(desk: Desk) -> None:
    desk.client.push(scenes.event("ticket.called", "A050", rule="standby"))
    desk.show(scenes.lobby(110, ticket=scenes.called("A050")))
    desk.presenter.press_next()
    assert desk.client.calls == []
    desk.watch.now_s += 1.0
    desk.presenter.press_next()
    assert desk.client.calls == [("next", "3")]
    assert desk.client.meant == "t-a050"


def test_a_press_says_whom_the_window_shows(desk: Desk) -> None:
    desk.presenter.press_next()
    assert desk.client.calls[-1:] == [("next", "3")]
    assert desk.client.meant == ""
