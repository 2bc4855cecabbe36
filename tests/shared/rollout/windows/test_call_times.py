"""Quantiles of a call, also from runs that only say that it came later."""

import numpy as np

from shared.rollout.columns import FAR
from shared.rollout.windows.call_times import call_times

MINUTE_US = 60_000_000


def test_the_middle_eight_of_ten_runs() -> None:
    at_us = np.arange(1, 101, dtype=np.int64)
    found = call_times(at_us, np.ones(100, dtype=np.bool_))
    assert found == (10, 50, 90, 0.0)


def test_what_is_never_called_has_no_end() -> None:
    at_us = np.array([5] * 8 + [FAR] * 2, dtype=np.int64)
    found = call_times(at_us, at_us < FAR)
    assert (found.low_us, found.high_us) == (5, FAR)
    assert np.isclose(found.uncalled_0_1, 0.2)


def test_who_leaves_before_the_call_does_not_make_waits_shorter() -> None:
    draws = np.random.default_rng(1)
    wait_us = draws.gamma(4, 3 * MINUTE_US, 20_000).astype(np.int64)
    patience_us = draws.exponential(15 * MINUTE_US, 20_000).astype(np.int64)
    found = call_times(np.minimum(wait_us, patience_us), wait_us <= patience_us)
    for known, share in ((found.low_us, 0.1), (found.middle_us, 0.5), (found.high_us, 0.9)):
        assert abs(known / np.quantile(wait_us, share) - 1) < 0.04
