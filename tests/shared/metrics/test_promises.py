"""What became of promised windows, worked out by hand."""

import math

from shared.domain.event import Event
from shared.metrics.promises import Promised, plain_width_s, promises_of, score

SECOND_US = 1_000_000


def issued(ticket: str, at: int, **data: str) -> Event:
    return Event("ticket.issued", at, at, ticket, data={"service": "cash", **data})


def made(ticket: str, at: int, begins: int, ends: int) -> Event:
    middle = (begins + ends) // 2
    data: dict[str, object] = {
        "from_us": begins,
        "until_us": ends,
        "basis": 1,
        "service": "cash",
        "segment": "ordinary",
        "likely_us": middle,
        "raw_us": [begins, middle, ends],
        "plain_us": middle,
        "method": "test",
    }
    return Event("promise.made", at, at, ticket, data=data)  # type: ignore[arg-type] # plain values


def called(ticket: str, at: int) -> Event:
    return Event("ticket.called", at, at, ticket, "1")


def test_each_fate_is_counted_once() -> None:
    log = [
        issued("held", 0),
        made("held", 0, 10, 20),
        issued("late", 1),
        made("late", 1, 10, 20),
        issued("early", 2),
        made("early", 2, 50, 60),
        issued("gone", 3),
        made("gone", 3, 10, 20),
        issued("void", 4),
        made("void", 4, 10, 20),
        issued("untold", 5),
        issued("bound", 5, to_counter="2"),
        issued("at once", 6),
        called("at once", 6),
        Event("promise.withdrawn", 7, 7, "void", data={"reason": "system"}),
        called("held", 20),
        called("late", 21),
        called("early", 30),
        called("void", 31),
        called("untold", 32),
    ]
    found = promises_of(log)
    assert [each.called_us for each in found.kept] == [20, 21, 30]
    assert (found.waited, found.withheld, found.withdrawn, found.uncalled) == (6, 1, 1, 1)
    mine = score(found.kept)
    assert (mine.count, mine.held, mine.in_time) == (3, 1 / 3, 2 / 3)
    assert mine.width_s == 10 / SECOND_US
    assert mine.by_service == {"cash": (3, 1 / 3)}


def test_without_promises_there_are_no_figures() -> None:
    mine = score(promises_of([issued("a", 1)]).kept)
    assert mine.count == 0
    assert math.isnan(mine.held)


def promised(plain_min: float, called_min: float) -> Promised:
    minute = 60 * SECOND_US
    return Promised(
        "cash", 0, 0, 0, (0, 0, 0), round(plain_min * minute), round(called_min * minute)
    )


def test_the_band_around_the_plain_estimate_leaves_as_many_outside() -> None:
    # errors of -1, 0, 1, 2 and 30 minutes: one in five lies behind three minutes
    kept = [promised(10, 10 + error) for error in (-1, 0, 1, 2, 30)]
    assert math.isclose(plain_width_s(kept, 0, 1), 180)
    # a constant factor is held by a relative band of no width
    kept = [promised(wait, 2 * (wait + 0.5) - 0.5) for wait in (2, 5, 9, 20)]
    assert plain_width_s(kept, 0, 0) < 1e-6
    assert math.isnan(plain_width_s(kept, 2, 2))
