"""When the branch opens next."""

from dataclasses import replace

import pytest

from shared.domain.branch import Branch
from shared.domain.calendar import CLOSED, Calendar
from shared.domain.errors import BranchClosed
from shared.domain.opening import Opening, next_opening, refuse_without_tickets
from shared.domain.refused import ClosedForNow, DayClosed, TicketsOver
from shared.domain.rules import DayHours, DayRules, Rules
from tests.support.branches import small_rules

HOUR_US = 3_600_000_000
USUAL = DayHours(9 * HOUR_US, 16 * HOUR_US, 17 * HOUR_US)
SHORT = DayHours(10 * HOUR_US, 12 * HOUR_US, 13 * HOUR_US)


def rules(**calendar: object) -> Rules:
    """Open 9 to 17, on days of the type short 10 to 13."""
    made = small_rules(hours=USUAL, calendar=Calendar(**calendar))  # type: ignore[arg-type]  # names of one test
    return replace(made, days={"short": DayRules(made.discipline, SHORT)})


def branch_on(day: str, given: Rules) -> Branch:
    branch = Branch(given)
    branch.start_day(day, 0, given.calendar.day_type(day))
    return branch


def test_tomorrow_by_its_own_hours() -> None:
    friday = branch_on("2026-11-20", rules(dates={"2026-11-21": "short"}))
    assert next_opening(friday) == Opening("2026-11-21", 10 * HOUR_US)


def test_a_queue_without_doors_opens_at_midnight() -> None:
    assert next_opening(branch_on("2026-11-20", small_rules())) == Opening("2026-11-21", 0)


def test_before_the_first_day_nothing_is_known() -> None:
    assert next_opening(Branch(rules())) is None


@pytest.mark.parametrize(
    ("hour", "refusal", "params"),
    [
        (8, BranchClosed, ("09:00", "16:00")),
        (16.5, TicketsOver, ("16:00", "2026-11-23", "09:00")),
    ],
)
def test_outside_the_hours(
    hour: float, refusal: type[BranchClosed], params: tuple[str, ...]
) -> None:
    weekend = {"2026-11-21": CLOSED, "2026-11-22": CLOSED}
    friday = branch_on("2026-11-20", rules(dates=weekend))
    with pytest.raises(BranchClosed) as found:
        refuse_without_tickets(friday, round(hour * HOUR_US))
    assert (type(found.value), found.value.params) == (refusal, params)


def test_on_a_closed_day() -> None:
    holiday = branch_on("2026-10-01", rules(holidays=(("2026-10-01", "2026-10-07"),)))
    with pytest.raises(DayClosed) as found:
        refuse_without_tickets(holiday, 10 * HOUR_US)
    assert str(found.value) == "The branch is closed today. It opens again on 2026-10-08 at 09:00."


def test_where_no_day_is_open_any_more() -> None:
    given = rules(weekdays=(CLOSED,) * 7, dates={"2026-11-20": "ordinary"})
    with pytest.raises(ClosedForNow):
        refuse_without_tickets(branch_on("2026-11-21", given), 10 * HOUR_US)
    with pytest.raises(BranchClosed, match="from 09:00 to 16:00"):
        refuse_without_tickets(branch_on("2026-11-20", given), 20 * HOUR_US)


def test_while_tickets_are_given() -> None:
    friday = branch_on("2026-11-20", rules())
    for hour in (9, 12, 16):
        refuse_without_tickets(friday, hour * HOUR_US)
