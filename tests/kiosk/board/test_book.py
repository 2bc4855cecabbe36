"""The board knows group and language of a ticket from whatever speaks of it first."""

from kiosk.board.book import Book, Known
from shared.protocol.event import EventView
from tests.kiosk.board.stream import event
from tests.support import view


def told(kind: str, **data: str) -> EventView:
    """An event about A001 with data."""
    return event(1, kind, "A001").model_copy(update={"data": data})


def test_a_new_ticket_is_known_before_any_snapshot() -> None:
    book = Book()
    book.take_event(told("ticket.issued", segment="vip", language="en"))
    assert book.of("t-a001") == Known("vip", "en")
    book.take_event(told("ticket.reclassified", segment="ordinary"))
    assert book.of("t-a001") == Known("ordinary", "en")


def test_a_snapshot_tells_of_everybody_in_the_hall() -> None:
    book = Book()
    at_counter = view.ticket("A003", segment="key", language="en")
    called = view.call("A004").model_copy(update={"segment": "vip", "language": "zh_CN"})
    book.take_snapshot(
        view.lobby(
            waiting=(view.ticket("A001"),),
            held=(view.ticket("A002", language="en"),),
            counters=(view.counter("1", ticket=at_counter),),
            recent_calls=(called, view.call("A005")),
        )
    )
    assert [book.of(f"t-a00{n}") for n in range(1, 6)] == [
        Known("ordinary", "zh_CN"),
        Known("ordinary", "en"),
        Known("key", "en"),
        Known("vip", "zh_CN"),
        Known(),
    ]


def test_who_does_not_hear_well_is_known() -> None:
    book = Book()
    data = {"segment": "ordinary", "language": "en", "is_visual": True}
    book.take_event(event(1, "ticket.issued", "A001").model_copy(update={"data": data}))
    book.take_snapshot(view.lobby(waiting=(view.ticket("A002", needs_visual_call=True),)))
    assert [book.of(f"t-a00{n}").is_visual for n in (1, 2, 3)] == [True, True, False]


def test_a_new_day_begins_with_nobody() -> None:
    book = Book()
    book.take_event(told("ticket.issued", segment="vip", language="en"))
    book.take_event(told("day.opened"))
    assert book.of("t-a001") == Known()
