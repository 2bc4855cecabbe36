from counter.teller.day import SHARE_FROM, Day
from shared.protocol.event import EventView
from tests.counter.teller import scenes


def day(*events: EventView) -> Day:
    made = Day(scenes.COUNTER, scenes.STAFF)
    for event in events:
        made.note(event)
    return made


def visit(number: str, start_s: float, end_s: float, outcome: str = "done") -> list[EventView]:
    return [
        scenes.event("ticket.started", number, after_s=start_s),
        scenes.event("ticket.closed", number, after_s=end_s, outcome=outcome),
    ]


def test_nothing_has_happened_and_nothing_is_invented() -> None:
    made = day()
    assert (made.served, made.mean_s, made.satisfied_share, made.missed) == (0, None, None, 0)


def test_served_and_mean_time_from_start_to_end() -> None:
    made = day(*visit("A001", 0, 120), *visit("A002", 200, 500, "documents"))
    assert made.served == 2
    assert made.mean_s == 210.0
    assert [(v.number, v.outcome, v.served_s) for v in made.visits] == [
        ("A001", "done", 120.0),
        ("A002", "documents", 300.0),
    ]


def test_a_start_seen_only_in_the_snapshot_counts() -> None:
    made = day()
    ticket = scenes.serving("A003", seconds_ago=60)
    made.know(ticket.id, ticket.service, ticket.started_at)
    made.note(scenes.event("ticket.closed", "A003", outcome="done"))
    assert (made.mean_s, made.visits[0].service) == (60.0, "cash")


def test_service_is_learnt_from_the_issue() -> None:
    issued = scenes.event("ticket.issued", "B001", service="account").model_copy(
        update={"counter": "", "staff": ""}
    )
    made = day(issued, *visit("B001", 0, 60))
    assert made.visits[0].service == "account"


def test_other_counters_and_people_do_not_count() -> None:
    closed = visit("A001", 0, 120)[1]
    made = day(
        closed.model_copy(update={"counter": "1"}), closed.model_copy(update={"staff": "t2"})
    )
    assert made.served == 0


def test_time_on_hold_is_not_time_with_the_customer() -> None:
    made = day(
        scenes.event("ticket.started", "A001", after_s=0),
        scenes.event("ticket.held", "A001", after_s=60, pool="documents"),
        *visit("A001", 600, 640),
    )
    assert [v.served_s for v in made.visits] == [100.0]


def test_who_is_sent_on_was_served_here_once() -> None:
    """What happens to the ticket afterwards still names this counter, and is nothing to it."""
    made = day(
        scenes.event("ticket.started", "A001", after_s=0),
        scenes.event("ticket.transferred", "A001", after_s=60, needs=["account"]),
        scenes.event("ticket.transferred", "A001", after_s=90, needs=["lost"]),
    )
    assert [(v.outcome, v.served_s) for v in made.visits] == [("sent_on", 60.0)]


def test_a_trainee_has_no_times() -> None:
    made = day(scenes.event("counter.opened", "", mentor="t2"), *visit("A001", 0, 120))
    assert (made.served, made.mean_s) == (1, None)


def test_no_shows_are_counted_apart() -> None:
    made = day(scenes.event("ticket.no_show", "A001", recalls=1))
    assert (made.missed, made.served) == (1, 0)


def test_share_of_good_marks_appears_only_with_enough_of_them() -> None:
    numbers = [f"A{n:03d}" for n in range(1, SHARE_FROM + 1)]
    made = day(*[event for number in numbers for event in visit(number, 0, 60)])
    for number, score in zip(numbers[:-1], (5, 4, 3, 1), strict=True):
        made.note(scenes.event("ticket.rated", number, score=score))
    assert made.satisfied_share is None
    made.note(scenes.event("ticket.rated", numbers[-1], score=4))
    assert made.satisfied_share == 0.6


def test_a_mark_for_a_visit_before_this_session_does_not_count() -> None:
    made = day(scenes.event("ticket.rated", "A001", score=5))
    assert made.marks == {}
