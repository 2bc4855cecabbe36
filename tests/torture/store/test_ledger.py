"""The judgement can fail: each kind of fault, put into a sound log, is found and named."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from shared.protocol.event import EventView
from tests.torture.store.ledger import Judgement, Told, judge

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
Log = list[EventView]


def event(kind: str, ticket: str = "", counter: str = "", **data: str | bool) -> EventView:
    number = f"A00{ticket}" if ticket else ""
    return EventView(
        sequence=1,
        kind=kind,
        at=AT,
        recorded_at=AT,
        ticket=ticket,
        number=number,
        counter=counter,
        data=dict(data),
    )


def numbered(log: Log) -> Log:
    return [each.model_copy(update={"sequence": n}) for n, each in enumerate(log, 1)]


def sound() -> Log:
    """Two customers: the first is called, recalled and closed, the second helped."""
    return [
        event("day.opened", day="2026-11-20"),
        event("ticket.issued", "1", day="2026-11-20"),
        event("ticket.issued", "2", day="2026-11-20"),
        event("ticket.called", "1", "3"),
        event("ticket.recalled", "1"),
        event("ticket.started", "1", is_implied=False),
        event("ticket.closed", "1"),
        event("help.asked", screen="key-9"),
        event("appointment.booked"),
    ]


def call(ticket: str, counter: str) -> dict[str, object]:
    shown = {"id": ticket, "counter": counter, "called_at": AT.isoformat()}
    return {"ticket": shown}


TOLD = [
    Told("issue", "cash", "key-1", 201, {"id": "1", "number": "A001"}),
    Told("issue", "cash", "key-2", 201, {"id": "2", "number": "A002"}),
    Told("next", "3", "key-3", 200, call("1", "3")),
    Told("recall", "1", "key-4", 200, {}),
    Told("start", "1", "key-5", 200, {}),
    Told("close", "1", "key-6", 200, {}),
    Told("help", "", "key-9", 202, {}),
    Told("book", "", "key-10", 201, {}),
    Told("recall", "2", "key-11", 409, {"code": "ticket_state_wrong"}),
]
#: Places in ``sound()``.
ISSUED, CALLED, RECALLED, CLOSED, HELPED, BOOKED = 1, 3, 4, 6, 7, 8


def test_sound_log_is_sound() -> None:
    assert judge(numbered(sound()), TOLD) == Judgement()


@pytest.mark.parametrize("place", [ISSUED, CALLED, RECALLED, 5, CLOSED, HELPED, BOOKED])
def test_whatever_was_acknowledged_and_is_missing_is_lost(place: int) -> None:
    log = sound()
    del log[place]
    assert len(judge(numbered(log), TOLD).lost) == 1


@pytest.mark.parametrize("place", [RECALLED, 5, CLOSED, HELPED, BOOKED])
def test_whatever_stands_there_once_more_is_doubled(place: int) -> None:
    log = sound()
    log.insert(place, log[place])
    assert len(judge(numbered(log), TOLD).doubled) == 1


def test_ticket_that_nobody_was_given_is_doubled() -> None:
    """A command that was carried out again under its key made a ticket of its own."""
    log = [*sound(), event("ticket.issued", "3", day="2026-11-20")]
    assert judge(numbered(log), TOLD).doubled == ["ticket ('3', 'A003') x1"]


def test_refused_command_that_was_carried_out_after_all_is_doubled() -> None:
    log = [*sound(), event("ticket.recalled", "2")]
    assert judge(numbered(log), TOLD).doubled == ["of one ticket ('ticket.recalled', '2') x1"]


def test_call_that_nobody_asked_for_is_doubled() -> None:
    log = [*sound(), event("ticket.called", "2", "3")]
    assert judge(numbered(log), TOLD).doubled == ["calls at counter 3 x1"]
    waited = [*sound(), event("counter.standby", counter="3"), event("ticket.called", "2", "3")]
    assert judge(numbered(waited), TOLD).faults == []


def same_number(log: Log) -> None:
    log[2] = log[2].model_copy(update={"number": "A001"})


def called_again(log: Log) -> None:
    log.insert(CALLED + 1, event("ticket.called", "1", "4"))


def gap(log: Log) -> None:
    log[-1] = log[-1].model_copy(update={"sequence": 99})


@pytest.mark.parametrize(
    ("spoil", "found"),
    [(same_number, "repeated"), (called_again, "called_twice"), (gap, "other")],
)
def test_other_faults(spoil: Callable[[Log], None], found: str) -> None:
    log = numbered(sound())
    spoil(log)
    judged = judge(log if found == "other" else numbered(log), TOLD)
    assert len(getattr(judged, found)) == 1


def test_number_may_come_again_on_another_day() -> None:
    log = [*sound(), event("ticket.issued", "4", day="2026-11-21")]
    log[-1] = log[-1].model_copy(update={"number": "A001"})
    told = [*TOLD, Told("issue", "cash", "key-12", 201, {"id": "4", "number": "A001"})]
    assert judge(numbered(log), told).faults == []
