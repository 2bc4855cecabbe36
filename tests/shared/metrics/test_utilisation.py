"""What counters did with their time."""

import math

from shared.domain import event as kinds
from shared.metrics.folding import visits
from shared.metrics.rating import ratings
from shared.metrics.serving import service_times, service_times_by_service
from shared.metrics.utilisation import counter_times
from tests.shared.metrics.days import called, closed, counter, issued, opened, rated, started

DAY = [
    opened(),
    counter(kinds.COUNTER_OPENED, 1000),
    counter(kinds.COUNTER_STANDBY, 1000),
    issued("1", 1100),
    called("1", 1100),
    started("1", 1110),
    closed("1", 1410),
    rated("1", 1420, 5),
    issued("2", 1500, service="account"),
    called("2", 1500),
    started("2", 1520),
    closed("2", 1620),
    rated("2", 1630, 2),
    counter(kinds.COUNTER_PAUSED, 1700),
    counter(kinds.COUNTER_RESUMED, 2300),
    counter(kinds.COUNTER_CLOSED, 2400),
]


def test_every_second_is_booked_once() -> None:
    """300 + 100 s serving, 10 + 20 s awaiting, 600 s paused, the rest of 1400 s idle."""
    (time,) = counter_times(DAY).values()
    assert (time.served, time.serving_s, time.awaiting_s, time.paused_s) == (2, 400, 30, 600)
    assert time.idle_s == 370
    assert time.open_s == 800
    assert time.utilisation == 0.5
    assert time.open_s + time.paused_s == 1400


def test_a_counter_that_is_still_open_counts_up_to_the_last_event() -> None:
    (time,) = counter_times(DAY[:6]).values()
    assert (time.idle_s, time.awaiting_s, time.serving_s) == (100, 10, 0)


def test_service_times_and_ratings() -> None:
    found = visits(DAY)
    assert (service_times(found).count, service_times(found).mean_s) == (2, 200)
    assert service_times_by_service(found)["account"].max_s == 100
    marks = ratings(found)
    assert (marks.count, marks.mean, marks.share_satisfied, marks.share_rated) == (2, 3.5, 0.5, 1)


def test_no_ratings() -> None:
    marks = ratings([])
    assert marks.count == 0
    assert math.isnan(marks.mean)
    assert math.isnan(marks.share_satisfied)
    assert marks.by_score == dict.fromkeys(range(1, 6), 0)
