"""What server and looking process say to one another."""

from dataclasses import dataclass

from shared.config.demand_tables import DemandFile
from shared.config.profile import Profile
from shared.domain.event import Event
from shared.rollout.windows.conformal import Correction
from shared.rollout.windows.quoted import Foretold, Outlook


@dataclass(frozen=True, slots=True)
class Meet:
    """A branch as it stands (``replica.pack``), from which on its events are told."""

    branch: str
    packed: bytes
    profile: Profile
    learned: DemandFile | None
    correction: Correction


@dataclass(frozen=True, slots=True)
class Look:
    """New events, numbered from ``first`` on; what follows from ``at_us`` of its clock?"""

    branch: str
    first: int
    events: tuple[Event, ...]
    at_us: int


@dataclass(frozen=True, slots=True)
class Lost:
    """The branch is not known, or events are missing: introduce it again."""

    branch: str


@dataclass(frozen=True, slots=True)
class Suppose:
    """What if a counter were opened now? Of the branch as of the last look."""

    branch: str
    counter: str
    over_us: int
    ahead_us: int
    at_us: int


@dataclass(frozen=True, slots=True)
class Supposed:
    """As things stand, and with the counter open; None: nothing can be said."""

    outlooks: tuple[Outlook, Outlook] | None


Asked = Meet | Look | Suppose
Answer = Foretold | Lost | Supposed
