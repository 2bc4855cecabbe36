"""When an idle counter may begin to help: overflow that depends on minutes of waiting.

The live branch looks about once a second (``tick``, then ``settle``). A simulated day asks here.
"""

from collections.abc import Iterator

from shared.dispatch.eligibility import is_overflow
from shared.dispatch.layout import C_OVER_AFTER_US, C_OVER_SERVICES, T_SENIOR_US
from shared.domain.branch import Branch


def next_overflow_us(branch: Branch, now_us: int) -> int | None:
    """The next time after now, on the branch's clock, at which a waiting ticket becomes callable.

    Only counters that stand by matter: the others look when they call. None when there is none.
    Without minutes a counter helps at once, but whoever is early for an appointment only at the
    booked time, from which the wait counts.
    """
    return min(_overflow_times(branch, now_us), default=None)


def _overflow_times(branch: Branch, now_us: int) -> Iterator[int]:
    for counter in branch.counters.values():
        if not counter.is_standby or not counter.row[C_OVER_SERVICES]:
            continue
        after_us = counter.row[C_OVER_AFTER_US]
        for row in branch.rows:
            since_midnight_us = row[T_SENIOR_US] + after_us
            at_us = branch.midnight_us + since_midnight_us
            if at_us > now_us and is_overflow(row, counter.row, since_midnight_us):
                yield at_us
