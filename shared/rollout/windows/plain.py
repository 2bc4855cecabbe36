"""The plain estimate beside the forecast: work ahead by open counters."""

from shared.config.profile import Profile
from shared.dispatch.announce import announced_us
from shared.dispatch.layout import MINUTE_US
from shared.domain.branch import Branch
from shared.domain.counter import OPEN
from shared.domain.ticketing import next_row


class PlainEstimate:
    """The plain estimate of ``shared.dispatch.announce`` for whoever comes at one moment."""

    def __init__(self, branch: Branch, profile: Profile, at_us: int) -> None:
        """``at_us`` is of the branch's clock."""
        self._branch, self._at_us = branch, at_us
        self._desks = [desk.row for desk in branch.counters.values()]
        self._is_open = [int(desk.state is OPEN) for desk in branch.counters.values()]
        self._usual_us = [round(s.usual_min * MINUTE_US) for s in profile.services]

    def wait_us(self, service: str, segment: str) -> int:
        """How long such a ticket would wait; negative: no counter is open for it."""
        branch = self._branch
        rows = [*branch.rows, next_row(branch, [service], segment, self._at_us)]
        return announced_us(
            rows,
            len(rows),
            len(rows) - 1,
            self._desks,
            self._is_open,
            branch.discipline.policy,
            self._usual_us,
            branch.since_midnight(self._at_us),
        )
