"""A branch that follows the log in another process, to be looked at while the real one goes on."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.config.demand_tables import DemandFile
from shared.config.profile import Profile
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.rollout.windows.conformal import Correction
from shared.rollout.windows.demand import Demand, from_file, from_today, with_arrivals_of
from shared.rollout.windows.foretell import foretell
from shared.rollout.windows.quoted import Foretold


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
        return foretell(self.branch, self.profile, self._demand(at_us), self.correction, at_us)

    def _demand(self, at_us: int) -> Demand:
        branch = self.branch
        if self.learned is not None and self.learned.day_type == branch.day_type:
            return from_file(self.profile, branch.rules, self.learned)
        today = from_today(self.profile, branch, branch.since_midnight(at_us))
        if self.learned is None:
            return today
        return with_arrivals_of(from_file(self.profile, branch.rules, self.learned), today)
