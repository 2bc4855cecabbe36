"""The branch's pace for one's own mix of services."""

from counter.teller.colleagues import VISITS_FROM
from counter.teller.day import Day
from shared.protocol.event import EventView
from tests.counter.teller import scenes


def visit(
    day: Day, number: str, minutes: float, *, counter: str, service: str = "cash", mentor: str = ""
) -> None:
    """One visit from issue to close at a counter."""
    staff = scenes.STAFF if counter == scenes.COUNTER else f"s{counter}"
    told: tuple[tuple[str, float, dict[str, object]], ...] = (
        ("counter.opened", 0, {"mentor": mentor} if mentor else {}),
        ("ticket.issued", 0, {"service": service}),
        ("ticket.started", 0, {}),
        ("ticket.closed", minutes * 60, {"outcome": "done"}),
    )
    for kind, after_s, data in told:
        event: EventView = scenes.event(kind, number, sequence=1, after_s=after_s, **data)
        day.note(event.model_copy(update={"counter": counter, "staff": staff}))


def usual_s(day: Day) -> float | None:
    """Asked anew each time."""
    return day.usual_here_s


def test_others_are_heard_from_enough_visits_on_for_the_same_mix() -> None:
    day = Day(scenes.COUNTER, scenes.STAFF)
    visit(day, "A001", 9, counter=scenes.COUNTER)
    for place in range(VISITS_FROM - 1):
        visit(day, f"A1{place}", 4, counter="1")
    assert usual_s(day) is None
    visit(day, "A120", 9, counter="2")
    assert usual_s(day) == 300  # (4 x 4 + 9) / 5 minutes
    visit(day, "B001", 20, counter=scenes.COUNTER, service="account")
    assert usual_s(day) is None


def test_trainees_say_nothing_of_the_pace() -> None:
    day = Day(scenes.COUNTER, scenes.STAFF)
    visit(day, "A001", 9, counter=scenes.COUNTER)
    for place in range(VISITS_FROM):
        visit(day, f"A1{place}", 30, counter="1", mentor="t9")
    assert usual_s(day) is None
