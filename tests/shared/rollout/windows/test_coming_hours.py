"""What later half-hours are expected to bring."""

from shared.rollout.windows.coming_hours import coming_hours
from shared.rollout.windows.demand import from_file, from_today
from tests.shared.rollout.windows.branches import HOUR_US, branch_at, learned, plan


def test_the_quiet_hour_is_found() -> None:
    demand = from_file(plan().profile, plan().rules, learned())
    found = coming_hours(branch_at(10), demand, 10 * HOUR_US)
    begins = [begin for begin, _ in found["cash"]]
    assert begins == [10 * HOUR_US + n * HOUR_US // 2 for n in range(len(begins))]
    assert begins[-1] == 16 * HOUR_US
    waits = dict(found["cash"])
    # arrivals fall from 28 an hour at ten to 9 at the end (scenario neighbourhood)
    assert waits[16 * HOUR_US] < waits[10 * HOUR_US + HOUR_US // 2]


def test_without_anybody_known_to_come_nothing_is_said() -> None:
    branch = branch_at(8)
    demand = from_today(plan().profile, branch, 8 * HOUR_US)
    assert coming_hours(branch, demand, 8 * HOUR_US) == {}
