"""The presenter alone: what it asks of the client, and what is true meanwhile and afterwards."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from counter.teller.help_calls import HelpCall
from counter.teller.newest import TRUST_S
from counter.teller.presenter import GUARD_S
from counter.teller.scene import Command, Phase
from shared.client.ports import Failure
from shared.domain.errors import CounterNotOpen, TicketStateWrong
from shared.i18n import error_sentence
from shared.protocol.command import CloseTicket, PauseCounter, SignIn
from shared.protocol.lobby import NextResult
from tests.counter.teller import scenes
from tests.counter.teller.at_desk import Desk
from tests.support import view
from tests.support.fake_client import UNREACHABLE


def test_sign_in_opens_the_counter_and_watches_its_queue(qtbot: QtBot) -> None:
    made = Desk(scenes.lobby(100, state="closed"))
    made.sign_in(qtbot)
    assert made.client.calls == [
        ("sign_in", SignIn(staff="t1", pin="2468", counter="3")),
        ("open_counter", "3"),
    ]
    assert made.client.watched == "3"
    assert made.presenter.session is not None


def test_a_wrong_pin_is_one_sentence_and_nobody_is_signed_in(qtbot: QtBot) -> None:
    made = Desk(scenes.lobby())
    made.client.answers["sign_in"] = Failure("sign_in_failed", "as the server says")
    made.presenter.sign_in("t1", "0000", "3")
    qtbot.waitUntil(lambda: made.presenter.message is not None)
    assert made.presenter.message is not None
    assert made.presenter.message.sentence_in("en") == (
        "Staff number and PIN do not match. Try again, or ask a manager for a new PIN."
    )
    assert not made.presenter.is_at_desk


def test_a_counter_taken_by_somebody_else_leads_back_to_the_form(qtbot: QtBot) -> None:
    made = Desk(scenes.lobby())
    made.client.answers["open_counter"] = Failure(
        "counter_already_open", "taken", params=("3", "Li Na")
    )
    made.presenter.sign_in("t1", "2468", "3")
    qtbot.waitUntil(lambda: "sign_out" in made.names)
    assert (made.presenter.is_at_desk, made.presenter.session) == (False, None)
    assert made.presenter.message is not None
    assert made.presenter.message.sentence_in("en") == (
        "Counter 3 is already open for Li Na. Close it there first, or take another counter."
    )


def test_next_is_pending_until_the_answer_and_then_shows_the_customer(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.client.is_holding = True
    desk.presenter.press_next()
    assert desk.presenter.scene.pending is Command.NEXT
    ticket = scenes.called("A021", seconds_ago=0)
    desk.client.settle("next", NextResult(ticket=ticket, reason=view.reason()))
    shown = desk.presenter.scene
    assert (shown.phase, shown.ticket, shown.reason) == (Phase.CALLED, ticket, view.reason())
    assert (shown.pending, "A021" in [t.number for t in shown.mine]) == (None, False)


def test_a_second_press_within_a_second_is_the_same_press(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.press_next()
    qtbot.waitUntil(lambda: desk.presenter.pending is None)
    desk.watch.now_s += GUARD_S - 0.1
    desk.presenter.press_next()
    assert desk.names == ["next"]
    desk.watch.now_s += 0.2
    desk.presenter.press_next()
    assert desk.names == ["next", "next"]


def test_nothing_is_sent_while_a_command_is_pending(desk: Desk) -> None:
    desk.show(scenes.lobby(110, ticket=scenes.called()))
    desk.client.is_holding = True
    desk.presenter.recall()
    desk.presenter.start()
    desk.watch.now_s += 5
    desk.presenter.press_next()
    assert desk.names == ["recall"]


def test_an_old_snapshot_does_not_take_the_answer_back(desk: Desk, qtbot: QtBot) -> None:
    desk.client.is_holding = True
    desk.presenter.press_next()
    ticket = scenes.called("A021", seconds_ago=0)
    desk.client.settle("next", NextResult(ticket=ticket, reason=view.reason()))
    desk.show(scenes.lobby(101))
    assert desk.presenter.scene.ticket == ticket
    desk.show(scenes.lobby(102))
    assert desk.presenter.scene.ticket == ticket
    desk.client.push(scenes.event("ticket.called", "A021", sequence=103, rule="most_senior"))
    later = ticket.model_copy(update={"recalls": 1})
    desk.show(scenes.lobby(104, ticket=later))
    assert desk.presenter.scene.ticket == later


def test_an_answer_outweighs_snapshots_for_a_while_only(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.press_next()
    qtbot.waitUntil(lambda: desk.presenter.scene.phase is Phase.CALLED)
    desk.show(scenes.lobby(150))
    assert desk.presenter.scene.phase is Phase.CALLED
    desk.watch.now_s += TRUST_S + 0.1
    desk.show(scenes.lobby(151))
    assert desk.phase == "free"


def test_nobody_waiting_means_standing_by(desk: Desk, qtbot: QtBot) -> None:
    desk.show(scenes.nobody(110))
    desk.client.answers["next"] = None
    desk.presenter.press_next()
    qtbot.waitUntil(lambda: desk.presenter.scene.phase is Phase.STANDBY)


def test_a_customer_called_by_standby_is_announced(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.presenter.called) as heard:
        desk.client.push(scenes.event("ticket.called", "A050", rule="standby"))
    assert heard.args == ["A050"]


@pytest.mark.parametrize(("is_standby", "heard"), [(True, ["A050"]), (False, [])])
def test_whoever_an_idle_counter_gets_is_announced_by_whatever_rule(
    desk: Desk, is_standby: bool, heard: list[str]
) -> None:
    """A service comes back and several fit: the rule of that call is not “standby”."""
    desk.show(scenes.nobody(110, is_standby=is_standby))
    numbers: list[str] = []
    desk.presenter.called.connect(numbers.append)
    desk.client.push(scenes.event("ticket.called", "A050", sequence=111, rule="most_senior"))
    assert numbers == heard


def test_recall_start_close_and_no_show_go_to_the_present_ticket(desk: Desk, qtbot: QtBot) -> None:
    desk.show(scenes.lobby(110, ticket=scenes.called(recalls=1)))
    for act in (desk.presenter.recall, desk.presenter.start):
        act()
        qtbot.waitUntil(lambda: desk.presenter.pending is None)
    desk.presenter.close("documents")
    qtbot.waitUntil(lambda: desk.presenter.scene.phase is Phase.FREE)
    assert desk.client.calls == [
        ("recall", "t-a047"),
        ("start_ticket", "t-a047"),
        ("close_ticket", "t-a047", CloseTicket(outcome="documents")),
    ]


def test_no_show_waits_for_the_minimum_of_recalls(desk: Desk, qtbot: QtBot) -> None:
    desk.show(scenes.lobby(110, ticket=scenes.called()))
    desk.presenter.no_show()
    assert desk.names == []
    desk.show(scenes.lobby(111, ticket=scenes.called(recalls=1)))
    desk.presenter.no_show()
    assert desk.client.calls == [("no_show", "t-a047")]
    qtbot.waitUntil(lambda: desk.presenter.scene.phase is Phase.FREE)


def test_somebody_looks_before_a_deaf_customer_is_marked_absent(desk: Desk, qtbot: QtBot) -> None:
    deaf = scenes.called(recalls=1).model_copy(update={"needs_visual_call": True})
    desk.show(scenes.lobby(110, ticket=deaf))
    desk.presenter.no_show()
    assert desk.names == []
    assert desk.presenter.message is not None
    assert desk.presenter.message.failure.code == "nobody_looked"
    desk.presenter.no_show()
    assert desk.client.calls == [("no_show", "t-a047", "looked")]
    qtbot.waitUntil(lambda: desk.presenter.scene.phase is Phase.FREE)


def test_pause_and_resume(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.pause("lunch")
    qtbot.waitUntil(lambda: desk.presenter.scene.phase is Phase.PAUSED)
    assert desk.client.calls == [("pause_counter", "3", PauseCounter(reason="lunch"))]
    assert desk.presenter.scene.pause_reason == "lunch"
    desk.presenter.press_next()
    qtbot.waitUntil(lambda: desk.presenter.scene.phase is Phase.FREE)
    assert desk.names == ["pause_counter", "open_counter"]


def test_a_refusal_is_a_message_until_something_works(desk: Desk, qtbot: QtBot) -> None:
    desk.client.answers["next"] = Failure("counter_not_open", "x", params=("3",))
    desk.presenter.press_next()
    qtbot.waitUntil(lambda: desk.presenter.message is not None)
    assert desk.presenter.message is not None
    assert desk.presenter.message.sentence_in("zh") == error_sentence(CounterNotOpen("3"), "zh")
    del desk.client.answers["next"]
    desk.watch.now_s += 2
    desk.presenter.press_next()
    qtbot.waitUntil(lambda: desk.presenter.message is None)


def test_no_answer_is_said_and_the_key_can_be_pressed_again(desk: Desk, qtbot: QtBot) -> None:
    desk.client.answers["next"] = UNREACHABLE
    desk.presenter.press_next()
    qtbot.waitUntil(lambda: desk.presenter.message is not None)
    assert desk.presenter.pending is None
    assert desk.presenter.scene.phase is Phase.FREE


def test_offline_nothing_is_sent(desk: Desk) -> None:
    desk.client.go(online=False)
    desk.presenter.press_next()
    desk.presenter.pause("lunch")
    assert desk.names == []
    assert not desk.presenter.scene.is_online


def test_a_lost_session_leads_to_the_form_and_keeps_counter_and_day(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.client.push(scenes.event("ticket.closed", outcome="done"))
    desk.client.answers["next"] = Failure("session_missing", "x")
    desk.presenter.press_next()
    qtbot.waitUntil(lambda: not desk.presenter.is_at_desk)
    assert (desk.presenter.counter, desk.presenter.staff) == ("3", "t1")
    desk.sign_in(qtbot)
    assert desk.presenter.day.served == 1


def test_leaving_closes_the_counter_and_signs_out(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.leave()
    qtbot.waitUntil(lambda: not desk.presenter.is_at_desk)
    assert desk.names == ["close_counter", "sign_out"]


def test_leaving_a_counter_that_is_closed_already_signs_out(desk: Desk, qtbot: QtBot) -> None:
    desk.client.answers["close_counter"] = Failure("counter_not_open", "x", params=("3",))
    desk.presenter.leave()
    qtbot.waitUntil(lambda: not desk.presenter.is_at_desk)
    assert desk.presenter.message is None


def test_leaving_is_refused_while_a_customer_is_here(desk: Desk, qtbot: QtBot) -> None:
    refusal = Failure("counter_has_customer", "x", params=("3", "A047"))
    desk.client.answers["close_counter"] = refusal
    desk.presenter.leave()
    qtbot.waitUntil(lambda: desk.presenter.message is not None)
    assert desk.presenter.is_at_desk


def test_day_counts_the_events_of_this_session(desk: Desk) -> None:
    desk.show(scenes.lobby(110, ticket=scenes.serving(seconds_ago=120)))
    desk.client.push(scenes.event("ticket.closed", outcome="done"))
    day = desk.presenter.day
    assert (day.served, day.mean_s) == (1, 120.0)
    assert desk.presenter.signed_in_at == view.NOW


def test_a_new_business_day_begins_a_new_day_of_figures(desk: Desk) -> None:
    desk.client.push(scenes.event("ticket.closed", outcome="done"))
    desk.client.advance(86_400)
    desk.client.push(scenes.event("day.opened", sequence=103))
    day = desk.presenter.day
    assert (day.counter, day.staff, day.served) == ("3", "t1", 0)
    assert desk.presenter.signed_in_at == view.NOW + timedelta(days=1)


def test_help_is_seen_until_it_is_read_or_three_minutes_have_passed(desk: Desk) -> None:
    told = []
    desk.presenter.helpAsked.connect(lambda: told.append(1))
    desk.client.push(scenes.help_asked())
    assert (desk.presenter.help_call, told) == (HelpCall("kiosk-1", view.NOW), [1])
    desk.client.advance(180)
    assert desk.presenter.help_call is None
    desk.client.push(scenes.help_asked("kiosk-2", sequence=103, after_s=170))
    desk.presenter.dismiss_help()
    assert (desk.presenter.help_call, told) == (None, [1, 1])


def test_help_that_was_asked_during_an_outage_is_not_news(desk: Desk) -> None:
    told = []
    desk.presenter.helpAsked.connect(lambda: told.append(1))
    desk.client.advance(600)
    desk.client.push(scenes.help_asked(after_s=400))
    assert (desk.presenter.help_call, told) == (None, [])


def test_taking_back_leaves_the_present_customer_here(desk: Desk, qtbot: QtBot) -> None:
    desk.show(scenes.lobby(110, ticket=scenes.serving(), missed=scenes.missed("A019")))
    desk.presenter.take_back("missed:t-a019")
    assert desk.presenter.pending is Command.TAKE_BACK
    qtbot.waitUntil(lambda: desk.presenter.pending is None)
    assert desk.client.calls[-1] == ("return_ticket", "t-a019")
    ticket = desk.presenter.scene.ticket
    assert (desk.phase, ticket and ticket.number) == ("serving", "A047")


def test_taking_back_a_ticket_that_has_returned_is_refused(desk: Desk, qtbot: QtBot) -> None:
    refusal = TicketStateWrong("A019", "waiting", "returned")
    params = ("A019", "waiting", "returned")
    desk.client.answers["return_ticket"] = Failure(refusal.code, "x", params=params)
    desk.presenter.take_back("missed:t-a019")
    qtbot.waitUntil(lambda: desk.presenter.message is not None)
    assert desk.presenter.message is not None
    assert desk.presenter.message.sentence_in("zh") == error_sentence(refusal, "zh")


def test_a_call_right_after_opening_finds_the_counter_open(qtbot: QtBot) -> None:
    closed = scenes.lobby(100, state="closed", staff=None)
    made = Desk(closed)
    made.presenter.sign_in(scenes.STAFF, "2468", "3")
    qtbot.waitUntil(lambda: made.presenter.is_at_desk)
    made.presenter.press_next()  # the snapshot still shows the counter as it was before
    qtbot.waitUntil(lambda: made.presenter.pending is None)
    assert made.phase == "called"
    made.presenter.stop()
