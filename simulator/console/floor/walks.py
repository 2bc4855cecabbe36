"""What a run says of the ways through the hall, for each plan; without Qt."""

import math
from dataclasses import dataclass

from simulator.console.shell.session import Result
from simulator.experiment.compare import EVERYBODY


@dataclass(frozen=True, slots=True)
class Walked:
    """Of a customer on average: metres and seconds on foot until the counter, and what it is for.

    ``unseated_percent`` of the people who came to a waiting zone found no seat.
    """

    way_m: float
    walk_s: float
    unseated_percent: float
    wait_min: float
    staff_h: float


def walked(result: Result) -> tuple[Walked | None, ...]:
    """Both plans; None for one without a layout."""
    found: list[Walked | None] = []
    for outcome, days in zip(result.lives.comparison.outcomes, result.lives.days, strict=True):
        halls = [day.hall for day in days if day.hall is not None]
        called = sum(hall.called for hall in halls)
        if not called:
            found.append(None)
            continue
        seated = sum(hall.seated for hall in halls)
        wait = outcome.figures(EVERYBODY).mean_wait_s.estimate / 60
        found.append(
            Walked(
                sum(hall.walked_m for hall in halls) / called,
                sum(hall.walked_s for hall in halls) / called,
                100 * sum(hall.stood for hall in halls) / seated if seated else math.nan,
                wait,
                sum(float(day.table.open_s.sum()) for day in days) / 3600 / len(days),
            )
        )
    return tuple(found)
