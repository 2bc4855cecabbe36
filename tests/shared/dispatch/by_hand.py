"""Halls written down by hand: priority always scores higher, 30 minutes at most, cap 2."""

from shared.dispatch import layout as col
from tests.shared.dispatch.halls import NOW_US, Scene, choose

MINUTE_US = col.MINUTE_US
ORDINARY, PRIORITY = 0, 1
LIMIT_US = 30 * MINUTE_US


def ticket(
    order: int,
    waited_min: int,
    segment: int = ORDINARY,
    *,
    overtaken: int = 0,
    due_min: int | None = None,
    to_counter: int = -1,
    to_person: int = -1,
    continues: int = 0,
    service: int = 0,
) -> list[int]:
    """One who has waited so many minutes; ``due_min`` is how long ago the booked time was."""
    senior_us = NOW_US - waited_min * MINUTE_US
    due_us = -1 if due_min is None else NOW_US - due_min * MINUTE_US
    return [
        service * 2 + segment, service, segment, senior_us, senior_us, overtaken, due_us,
        to_counter, to_person, order, continues, 1 << service,
    ]  # fmt: skip


def scene(*hall: list[int], **changes: object) -> Scene:
    """Priority customers always score higher; 30 minutes at most, overtaken twice at most."""
    given: dict[str, object] = {
        "hall": list(hall),
        "counter": [0, 0, 0b11, 0b11, 0, 0, 0, 0, 1000, 1000],
        "policy": [[0, 1000, 0, LIMIT_US, 2], [2_000_000, 1000, 0, LIMIT_US, 2]] * 2,
        "house": [0, col.OVERLOAD_NONE, 1000, 1, 2],
        "ratios": [],
        "state": [0],
    }
    return Scene(**(given | changes))  # type: ignore[arg-type]  # keyword table of mixed types


def called(made: Scene) -> tuple[int, str]:
    found = choose(made)
    verdict = made.oracle.verdict()
    assert (found.row, found.reason) == (verdict.row, verdict.reason)
    return found.row, found.reason


#: What makes a ticket bound to the counter of these scenes.
BOUND = {"to_counter": 0, "continues": 1}
