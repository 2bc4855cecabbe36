"""Windows are stretched until they hold as often as they say."""

import numpy as np

from shared.rollout.columns import FAR
from shared.rollout.windows.conformal import LEAST, UNTAUGHT, Lesson, Raw, learn

MINUTE_US = 60_000_000


def lessons(count: int, service: str, stretch: float, seed: int) -> list[Lesson]:
    """Calls that scatter ``stretch`` times as far as the runs said."""
    draws = np.random.default_rng(seed)
    found = []
    for middle in draws.uniform(10, 30, count):
        side = middle / 4
        called = middle + draws.normal() * side / 1.2816 * stretch
        raw = [round(m * MINUTE_US) for m in (middle - side, middle, middle + side)]
        found.append(Lesson(service, Raw(*raw), round(called * MINUTE_US)))
    return found


def coverage(taught: list[Lesson], fresh: list[Lesson]) -> float:
    correction = learn(taught)
    windows = [(correction.window(f.service, f.raw, 0), f.called_us) for f in fresh]
    return float(np.mean([w.low_us <= called_us <= w.high_us for w, called_us in windows]))


def test_windows_that_are_too_narrow_or_too_wide_come_to_eighty_percent() -> None:
    for stretch in (0.5, 1.0, 2.0):
        held = coverage(lessons(2000, "cash", stretch, 1), lessons(4000, "cash", stretch, 2))
        assert abs(held - 0.8) < 0.02


def test_a_service_of_its_own_kind_is_learned_by_itself() -> None:
    taught = lessons(3000, "cash", 1.0, 1) + lessons(3000, "loan", 3.0, 2)
    assert abs(coverage(taught, lessons(3000, "loan", 3.0, 3)) - 0.8) < 0.06


def test_without_enough_history_nothing_is_corrected() -> None:
    raw = Raw(4, 9, 20)
    assert learn(lessons(LEAST - 1, "cash", 2.0, 1)) == UNTAUGHT
    assert UNTAUGHT.window("cash", raw, 0) == raw


def test_nothing_begins_before_now_and_the_unknown_stays_unknown() -> None:
    correction = learn(lessons(LEAST, "cash", 3.0, 1))
    now_us = 10 * MINUTE_US
    raw = Raw(11 * MINUTE_US, 12 * MINUTE_US, 14 * MINUTE_US)
    assert correction.window("cash", raw, now_us).low_us == now_us
    lost = Raw(11 * MINUTE_US, FAR, FAR)
    assert correction.window("cash", lost, now_us) == lost
