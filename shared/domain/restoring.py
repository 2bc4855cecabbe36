"""A log that goes on from a copy: numbers given since the copy must not be given again."""

from collections.abc import Mapping

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.event import Event


def restore_log(
    branch: Branch, now_us: int, *, log: str, gap: int, known: Mapping[str, int]
) -> list[Event]:
    """The copy becomes the log under the new name ``log``, on the day that is open.

    ``known`` is the highest number of today by series, as far as anybody still knows. Each series
    goes on ``gap`` numbers after that, or after the last one in the copy where that is higher.
    """
    given = branch.last_ordinal
    series = sorted(_series(branch) | given.keys() | known.keys())
    last = [max(given.get(each, 0), known.get(each, 0)) + gap for each in series]
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"log": log, "series": series, "last": last}
    return [Event(kinds.LOG_RESTORED, at_us, at_us, "", "", "", data)]


def _series(branch: Branch) -> set[str]:
    """Every letter that today's rules may put before a number."""
    rules = branch.rules
    letters = {s.series for s in rules.services} | {s.series for s in rules.segments}
    return (letters | {rules.appointment_series}) - {""}
