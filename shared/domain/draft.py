"""A change to the profile on its way: written by one person, approved by another.

    (being written) ──handed in──> handed_in ──somebody else──> approved ──> published ──> undone
           ^                          │   └──> withdrawn            │
           └────────── sent_back <────┴─────────────────────────────┘

What is being written is no matter of the log; from the moment it is handed in every step is.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class DraftState(StrEnum):
    """Where a change stands."""

    WRITING = "writing"
    HANDED_IN = "handed_in"
    APPROVED = "approved"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"
    PUBLISHED = "published"
    UNDONE = "undone"


#: States in which its author may write on.
IN_WRITING: Final = frozenset({DraftState.WRITING, DraftState.SENT_BACK, DraftState.WITHDRAWN})


@dataclass(slots=True)
class Draft:
    """A change that was handed in. ``base`` and ``profile``: fingerprints before and after it."""

    id: str
    author: str
    base: str
    profile: str
    handed_in_us: int
    state: DraftState = DraftState.HANDED_IN
    decided_by: str = ""
    decided_us: int = 0
    published_by: str = ""
    published_us: int = 0
