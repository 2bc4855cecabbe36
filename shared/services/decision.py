"""What a use case gives back: events to record, and how to make the answer afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from shared.config.profile import Profile
from shared.domain.event import Event
from shared.protocol.base import Message
from shared.services.lobby import Lobby


@dataclass(frozen=True, slots=True)
class PhoneToken:
    """The secret of a ticket's phone page. It is kept beside the log, never in it."""

    token: str
    ticket: str


class PageDigest(NamedTuple):
    """A phone page whose token somebody else made: the token's SHA-256, and its ticket."""

    digest: str
    ticket: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A command that was allowed.

    ``answer`` is called once, right after the events were applied; None is an empty answer.
    ``profile`` is what the events publish: it is kept together with them. ``is_secret``: the answer
    tells something that is told once, so it is kept for a repetition for some minutes only.
    ``pages`` are phone pages that come with a journal.
    """

    events: list[Event]
    answer: Callable[[Lobby], Message | None]
    tokens: tuple[PhoneToken, ...] = ()
    profile: Profile | None = None
    is_secret: bool = False
    pages: tuple[PageDigest, ...] = ()


#: A use case with its request filled in: state and time in, decision out.
#: It raises a LobbyError when a rule says no, and never changes the lobby itself.
Decide = Callable[[Lobby, int], Decision]
