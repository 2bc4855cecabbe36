"""The day rolls over by itself; counters belong to the person who works there."""

import pytest

from shared.domain.errors import CounterAlreadyOpen, RequestInvalid
from shared.protocol.command import PauseCounter
from shared.protocol.lobby import CounterView
from shared.services import attendance, calling
from tests.support.lobby import ANNA, BERT, LEAD, carry_out, issued, open_lobby
from tests.support.server import local_us, morning

NOW = morning().now_us()


def test_yesterday_ends_before_today_begins() -> None:
    lobby = open_lobby()
    carry_out(lobby, attendance.open_counter(lobby, NOW, "1", ANNA))
    issued(lobby, NOW)
    events = attendance.open_day(lobby, local_us("2026-11-21T09:00"))
    assert [e.kind for e in events] == ["ticket.expired", "counter.closed", "day.opened"]
    lobby.take(events)
    assert (lobby.branch.day, lobby.branch.tickets, lobby.closed_today) == ("2026-11-21", {}, 0)


def test_nothing_happens_on_the_same_day() -> None:
    assert attendance.open_day(open_lobby(), NOW) == []


def test_clock_that_was_set_back_does_not_open_yesterday_again() -> None:
    assert attendance.open_day(open_lobby(), local_us("2026-11-19T09:00")) == []


def test_counter_answers_with_the_name_of_who_sits_there() -> None:
    lobby = open_lobby()
    view = carry_out(lobby, attendance.open_counter(lobby, NOW, "1", ANNA))
    assert isinstance(view, CounterView)
    assert (view.state, view.staff, view.staff_name) == ("open", "anna", "Anna")


def test_nobody_works_at_a_colleagues_counter() -> None:
    lobby = open_lobby()
    carry_out(lobby, attendance.open_counter(lobby, NOW, "1", ANNA))
    ticket = issued(lobby, NOW)
    with pytest.raises(CounterAlreadyOpen):
        calling.call_next(lobby, NOW, "1", BERT)
    carry_out(lobby, calling.call_next(lobby, NOW, "1", ANNA))
    with pytest.raises(CounterAlreadyOpen):
        calling.recall(lobby, NOW, ticket, BERT)


def test_those_in_charge_close_a_counter_that_somebody_left_open() -> None:
    lobby = open_lobby()
    carry_out(lobby, attendance.open_counter(lobby, NOW, "1", ANNA))
    view = carry_out(lobby, attendance.close_counter(lobby, NOW, "1", LEAD))
    assert isinstance(view, CounterView)
    assert view.state == "closed"


def test_pause_shows_reason_and_return() -> None:
    lobby = open_lobby()
    carry_out(lobby, attendance.open_counter(lobby, NOW, "1", ANNA))
    until = "2026-11-20T12:30:00+08:00"
    request = PauseCounter.model_validate({"reason": "lunch", "until": until})
    view = carry_out(lobby, attendance.pause_counter(lobby, NOW, "1", request, ANNA))
    assert isinstance(view, CounterView)
    assert (view.state, view.pause_reason, view.pause_until) == ("paused", "lunch", request.until)


@pytest.mark.parametrize(
    "until",
    [
        "2026-11-20T09:29:59+08:00",
        "2026-11-21T09:30:01+08:00",
        "9999-12-31T23:59:59.999999-12:00",
        "0001-01-01T00:00:00+12:00",
    ],
)
def test_return_from_a_pause_lies_within_a_day(until: str) -> None:
    lobby = open_lobby()
    carry_out(lobby, attendance.open_counter(lobby, NOW, "1", ANNA))
    request = PauseCounter.model_validate({"reason": "lunch", "until": until})
    with pytest.raises(RequestInvalid):
        attendance.pause_counter(lobby, NOW, "1", request, ANNA)
