"""Token buckets, with a clock that is moved by hand."""

from shared.config.pace import UNLIMITED, Pace
from shared.server.bucket import Buckets


class Seconds:
    """A monotonic clock."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


def test_burst_then_the_pace() -> None:
    clock = Seconds()
    buckets = Buckets(Pace(2, 3), clock)
    assert [buckets.take("a") for _ in range(4)] == [0, 0, 0, 0.5]
    clock.now_s += 0.25
    assert buckets.take("a") == 0.25
    clock.now_s += 0.25
    assert [buckets.take("a"), buckets.take("a")] == [0, 0.5]


def test_idle_bucket_is_never_fuller_than_the_burst() -> None:
    clock = Seconds()
    buckets = Buckets(Pace(2, 3), clock)
    buckets.take("a")
    clock.now_s += 3600
    assert [buckets.take("a") > 0 for _ in range(4)] == [False, False, False, True]


def test_keys_do_not_share() -> None:
    buckets = Buckets(Pace(1, 1), Seconds())
    assert [buckets.take(key) for key in "aab"] == [0, 1, 0]


def test_given_back_token_can_be_taken_again() -> None:
    buckets = Buckets(Pace(1, 1), Seconds())
    buckets.take("a")
    buckets.give_back("a")
    buckets.give_back("a")  # never more than the burst
    assert [buckets.take("a"), buckets.take("a")] == [0, 1]


def test_memory_is_bounded_and_the_idle_are_forgotten() -> None:
    buckets = Buckets(Pace(1, 1), Seconds(), keys_max=3)
    for key in "abcad":
        buckets.take(key)
    assert len(buckets) == 3
    assert [buckets.take(key) > 0 for key in "cadb"] == [True, True, True, False]


def test_no_limit_counts_nothing() -> None:
    buckets = Buckets(UNLIMITED, Seconds())
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 0]
    assert len(buckets) == 0


def test_looking_takes_nothing() -> None:
    buckets = Buckets(Pace(1, 1), Seconds())
    assert [buckets.is_empty("a"), buckets.is_empty("a"), buckets.take("a")] == [False, False, 0]
    assert buckets.is_empty("a")
    assert not Buckets(UNLIMITED, Seconds()).is_empty("a")
