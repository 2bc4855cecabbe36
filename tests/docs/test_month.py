"""The shipped month is the one that its maker writes."""

from simulator.model.plan import load_plan
from tests.docs import month


def test_the_first_day_of_the_shipped_month_is_made_anew() -> None:
    plan, day = load_plan("city"), month.weekdays()[0]
    made = [list(row) for row in month.recorded_day(plan, 0, day)]
    shipped = [line.split(",") for line in month.FILE.read_text(encoding="utf-8").splitlines()]
    assert shipped[0] == list(month.COLUMNS)
    assert shipped[1 : len(made) + 1] == made
    assert {row[0] for row in shipped[1:]} == {day.isoformat() for day in month.weekdays()}
