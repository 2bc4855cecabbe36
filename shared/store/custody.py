"""Whether the writer may add to a log now, and when what it has added may be told.

Where a branch has two servers only one of them may decide (decision 0025); the writer asks before
it decides, and once more with the transaction open, right before the commit.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from shared.domain.errors import LobbyError
from shared.services.lobby import Lobby

#: Tell the new events to those who listen; answer those who asked (with an error: instead of).
Tell = Callable[[], None]
Answer = Callable[[LobbyError | None], None]


class Custody(Protocol):
    """Asked in the writer's thread."""

    def refusal(self, lobby: Lobby) -> LobbyError | None:
        """Why nothing may be decided for this branch now; None when it may."""

    @contextmanager
    def committing(self) -> Iterator[None]:
        """Around a commit: meanwhile nobody gives the charge away."""

    def written(self, lobby: Lobby, tell: Tell, answer: Answer) -> None:
        """After a commit up to the lobby's end: call both back, in their order, when it holds."""


class Sole:
    """The custody of a server that shares its branch with nobody: always, and at once."""

    def refusal(self, _lobby: Lobby) -> LobbyError | None:
        """None."""
        return None

    @contextmanager
    def committing(self) -> Iterator[None]:
        """Nothing to keep."""
        yield

    def written(self, _lobby: Lobby, tell: Tell, answer: Answer) -> None:
        """At once."""
        tell()
        answer(None)
