"""A branch that follows the log in another process, to be looked at while the real one goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from shared.config.demand_tables import DemandFile
from shared.config.profile import Profile
from shared.dispatch.layout import MINUTE_US
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.rollout.snapshot import lacks
from shared.rollout.windows.coming_hours import coming_hours
from shared.rollout.windows.conformal import Correction
from shared.rollout.windows.demand import Demand, from_file, from_today, with_arrivals_of
from shared.rollout.windows.foretell import foretell
from shared.rollout.windows.quoted import Foretold, Outlook
from shared.rollout.windows.suppose import Wondered, outlooks

#: The hours to come change slowly, and take longer to work out than the windows.
HOURS_EVERY_US: Final = 5 * MINUTE_US

#: When a half-hour begins on the branch's clock, and the usual wait then, by service.
Hours = Mapping[str, tuple[tuple[int, int], ...]]


class Gap(Exception):
    """Events are missing between what is known and these."""


@dataclass
class Replica:
    """The branch as of its last event, with what is known of its demand.

    ``learned`` None: nobody has calibrated. Of a day of another type than it was learned on it
    tells times, patience and roster, and today's last hour tells who comes.
    """

    branch: Branch
    profile: Profile
    learned: DemandFile | None
    correction: Correction
    hours: Hours = field(default_factory=dict)
    hours_us: int = -HOURS_EVERY_US

    def follow(self, first: int, events: Sequence[Event]) -> None:
        """Take the events numbered from ``first`` on; those known already are left out.

        Raises:
            Gap: some before them are missing.
        """
        new = events[max(0, self.branch.sequence + 1 - first) :]
        if new and first > self.branch.sequence + 1:
            raise Gap
        apply(self.branch, new)

    def foretell(self, at_us: int) -> Foretold:
        """The forecast at this time of the branch's clock."""
        at_us = max(at_us, self.branch.last_us)
        demand = self._demand(at_us)
        found = foretell(self.branch, self.profile, demand, self.correction, at_us)
        if found.quotes and not self.hours_us <= at_us < self.hours_us + HOURS_EVERY_US:
            self.hours_us, self.hours = at_us, self._coming_hours(demand, at_us)
        return replace(found, hours=self.hours if found.quotes else {})

    def suppose(self, question: Wondered, at_us: int) -> tuple[Outlook, Outlook] | None:
        """As things stand, and with the counter open; None where the kernel cannot say."""
        branch, at_us = self.branch, max(at_us, self.branch.last_us)
        if lacks(branch) or question.counter not in branch.counters:
            return None
        now_us = branch.since_midnight(at_us)
        return outlooks(branch, self._demand(at_us), now_us, question, branch.sequence)

    def _coming_hours(self, demand: Demand, at_us: int) -> Hours:
        branch = self.branch
        if lacks(branch):
            return {}
        hours = coming_hours(branch, demand, branch.since_midnight(at_us))
        return {
            service: tuple((branch.midnight_us + begins, wait) for begins, wait in mine)
            for service, mine in hours.items()
        }

    def _demand(self, at_us: int) -> Demand:
        branch = self.branch
        if self.learned is not None and self.learned.day_type == branch.day_type:
            return from_file(self.profile, branch.rules, self.learned)
        today = from_today(self.profile, branch, branch.since_midnight(at_us))
        if self.learned is None:
            return today
        return with_arrivals_of(from_file(self.profile, branch.rules, self.learned), today)
