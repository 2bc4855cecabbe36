"""What screens see: the order of calls, the queue of a counter, why somebody was called."""

import pytest

from shared.domain.errors import CounterUnknown, TicketUnknown
from shared.protocol.event import to_datetime
from shared.protocol.lobby import NextResult
from shared.services import attendance, calling
from shared.services.views import lobby_view, phone_view
from tests.support.lobby import ANNA, MINUTE_US, carry_out, issued, open_lobby
from tests.support.server import morning

NOW = morning().now_us()


def test_waiting_stands_in_call_order_whatever_the_order_of_issue() -> None:
    lobby = open_lobby()
    for segment in ("ordinary", "key", "priority"):
        issued(lobby, NOW, "cash", segment)
    view = lobby_view(lobby, NOW, rate=1.0)
    assert [t.number for t in view.waiting] == ["P001", "V001", "A001"]
    assert (view.sequence, view.day, view.is_open) == (4, "2026-11-20", True)


def test_queue_of_a_counter_has_whom_it_cannot_call_at_the_end() -> None:
    lobby = open_lobby()
    issued(lobby, NOW, "wealth", "priority")
    issued(lobby, NOW, "cash")
    queue = lobby_view(lobby, NOW, rate=1.0, counter="1").queue
    assert queue is not None
    assert [(e.ticket.number, e.is_eligible) for e in queue] == [("A001", True), ("P001", False)]


def test_unknown_counter_is_refused() -> None:
    with pytest.raises(CounterUnknown):
        lobby_view(open_lobby(), NOW, rate=1.0, counter="99")


def test_call_tells_its_reason_with_the_numbers_of_who_was_passed_over() -> None:
    lobby = open_lobby()
    carry_out(lobby, attendance.open_counter(lobby, NOW, "1", ANNA))
    issued(lobby, NOW, "cash")
    issued(lobby, NOW + MINUTE_US, "cash", "priority")
    later = NOW + 3 * MINUTE_US
    answer = carry_out(lobby, calling.call_next(lobby, later, "1", ANNA))
    assert isinstance(answer, NextResult)
    reason = answer.reason
    assert (reason.rule, reason.passed_over, reason.waiting) == ("highest_score", ("A001",), 2)
    assert (reason.waited_s, reason.score_points) == (120.0, 14.0)  # 8 points + 3 a minute
    view = lobby_view(lobby, later, rate=1.0)
    assert view.counters[0].reason == reason
    assert [(c.number, c.counter, c.is_recall) for c in view.recent_calls] == [("P001", "1", False)]
    assert [t.overtaken for t in view.waiting] == [1]


def test_branch_is_closed_outside_its_hours() -> None:
    lobby = open_lobby()
    assert not lobby_view(lobby, NOW + 8 * 60 * MINUTE_US, rate=1.0).is_open


def test_phone_sees_its_own_ticket_and_nobody_elses() -> None:
    lobby = open_lobby()
    issued(lobby, NOW)
    mine = issued(lobby, NOW)
    view = phone_view(lobby, NOW, mine)
    assert (view.number, view.people_ahead, view.counter) == ("A002", 1, None)
    with pytest.raises(TicketUnknown):
        phone_view(lobby, NOW, "another")


def test_missed_are_those_who_may_come_back_newest_first() -> None:
    lobby = open_lobby()
    carry_out(lobby, attendance.open_counter(lobby, NOW, "1", ANNA))
    tickets = [issued(lobby, NOW) for _ in range(4)]
    for minute in range(3):
        at = NOW + minute * MINUTE_US
        ticket = tickets[minute]
        carry_out(lobby, calling.call_next(lobby, at, "1", ANNA))
        carry_out(lobby, calling.recall(lobby, at, ticket, ANNA))
        carry_out(lobby, calling.no_show(lobby, at, ticket, ANNA))
    at = NOW + 3 * MINUTE_US
    view = lobby_view(lobby, at, rate=1.0)
    assert [t.number for t in view.missed] == ["A003", "A002", "A001"]
    assert view.missed[0].ended_at == to_datetime(NOW + 2 * MINUTE_US)

    carry_out(lobby, calling.return_(lobby, at, tickets[1]))
    assert [t.number for t in lobby_view(lobby, at, rate=1.0).missed] == ["A003", "A001"]


def test_who_has_returned_and_is_absent_again_is_not_offered_again() -> None:
    lobby = open_lobby()
    carry_out(lobby, attendance.open_counter(lobby, NOW, "1", ANNA))
    ticket = issued(lobby, NOW)
    for minute in range(2):
        at = NOW + minute * MINUTE_US
        carry_out(lobby, calling.call_next(lobby, at, "1", ANNA))
        carry_out(lobby, calling.recall(lobby, at, ticket, ANNA))
        carry_out(lobby, calling.no_show(lobby, at, ticket, ANNA))
        if minute == 0:
            carry_out(lobby, calling.return_(lobby, at, ticket))
    assert lobby_view(lobby, NOW + 5 * MINUTE_US, rate=1.0).missed == ()
