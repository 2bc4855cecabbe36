from datetime import timedelta

from counter.rating.visit import Visits
from shared.protocol.event import EventView
from tests.support import view


def event(
    kind: str, ticket: str = "t-a001", counter: str = "3", *, after_s: float = 0.0, **data: object
) -> EventView:
    at = view.NOW + timedelta(seconds=after_s)
    values: dict[str, object] = {"sequence": 1, "kind": kind, "at": at, "recorded_at": at}
    values |= {"ticket": ticket, "counter": counter, "data": data}
    return EventView.model_validate(values)


def after(*events: EventView) -> str:
    visits = Visits("3")
    for each in events:
        visits.note(each, view.NOW)
    return visits.ticket


def test_a_closed_visit_may_be_rated() -> None:
    assert after(event("ticket.closed")) == "t-a001"


def test_other_counters_and_other_endings_ask_nobody() -> None:
    assert after(event("ticket.closed", counter="1")) == ""
    assert after(event("ticket.no_show")) == ""


def test_the_call_of_the_same_key_press_leaves_time_to_rate() -> None:
    assert after(event("ticket.closed"), event("ticket.called", "t-a002")) == "t-a001"


def test_a_later_call_or_start_ends_the_question() -> None:
    closed = event("ticket.closed")
    assert after(closed, event("ticket.called", "t-a002", after_s=5)) == ""
    assert after(closed, event("ticket.started", "t-a002", after_s=9)) == ""


def test_a_mark_given_elsewhere_ends_the_question() -> None:
    assert after(event("ticket.closed"), event("ticket.rated", score=5)) == ""
    assert after(event("ticket.closed"), event("ticket.rated", "t-b001", score=5)) == "t-a001"


def test_each_visit_is_asked_about_once() -> None:
    visits = Visits("3")
    visits.note(event("ticket.closed"), view.NOW)
    visits.forget()
    visits.note(event("ticket.closed"), view.NOW)
    assert visits.ticket == ""


def test_a_close_that_is_told_late_asks_nobody_unless_time_is_lapsed() -> None:
    late = event("ticket.closed", after_s=-90)
    assert after(late) == ""
    visits = Visits("3")
    visits.note(late, view.NOW, clock_rate=60.0)
    assert visits.ticket == "t-a001"
