"""Reference case 9: three golden days, row for row."""

import pytest

from simulator.model.branch_day import BranchDay
from tests.simulator import golden


@pytest.mark.parametrize(("day", "count"), [(0, 339), (1, 297), (2, 297)])
def test_golden_day_is_reproduced(day: int, count: int) -> None:
    """Counters and order exactly, times within 5 us."""
    run = BranchDay(golden.rules(), golden.shifts()).run(golden.customers(day))
    found = golden.outcomes(run.events)
    assert len(found) == count
    golden.assert_golden(found, golden.expected(day))


@pytest.mark.parametrize("day", [0, 1, 2])
def test_calls_come_in_the_golden_order(day: int) -> None:
    """The order of calls in the log is the order of the golden start times."""
    run = BranchDay(golden.rules(), golden.shifts()).run(golden.customers(day))
    calls = [int(e.ticket) - 1 for e in run.events if e.kind == "ticket.called"]
    rows = [(o.start_us, i) for i, o in enumerate(golden.expected(day)) if o.counter]
    assert calls == [index for _, index in sorted(rows)]
