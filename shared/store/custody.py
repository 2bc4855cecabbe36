"""Whether the writer may add to a log now, and when what it has added may be told.

Where a branch has two servers only one of them may decide (decision 0025); the writer asks before
it decides, and once more with the transaction open, right before the commit.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Protocol

from shared.domain.errors import LobbyError
from shared.services.lobby import Entry, Lobby
from shared.store.answers import NewAnswer

#: Tell the new events to those who listen; answer those who asked (with an error: instead of).
Tell = Callable[[], None]
Answer = Callable[[LobbyError | None], None]


class Custody(Protocol):
    """Asked in the writer's thread.

    ``publishes``: whether the server puts its own profile in force before it decides first.
    """

    publishes: bool

    def refusal(self, lobby: Lobby, *, is_absorbing: bool = False) -> LobbyError | None:
        """Why nothing may be decided for this branch now; None when it may.

        ``is_absorbing``: why what the other server decided may not be taken into the log now.
        """

    @contextmanager
    def committing(self) -> Iterator[None]:
        """Around a commit: meanwhile nobody gives the charge away."""

    def written(
        self,
        news: Mapping[str, list[Entry]],
        kept: Sequence[NewAnswer],
        tell: Tell,
        answer: Answer,
    ) -> None:
        """After a commit: call both back, in this order, when others know of it.

        ``news`` are the new events by branch; a branch whose commands wrote nothing has none.
        ``kept`` are the answers and refusals that were kept.
        """

    def doubt(self) -> None:
        """A commit failed in its middle: what it wrote counts perhaps, and nobody was told."""


class Sole:
    """The custody of a server that shares its branch with nobody: always, and at once."""

    publishes = True

    def refusal(self, lobby: Lobby, *, is_absorbing: bool = False) -> LobbyError | None:  # noqa: ARG002 - asks nobody
        """None."""
        return None

    @contextmanager
    def committing(self) -> Iterator[None]:
        """Nothing to keep."""
        yield

    def written(
        self,
        news: Mapping[str, list[Entry]],
        kept: Sequence[NewAnswer],
        tell: Tell,
        answer: Answer,
    ) -> None:
        """At once."""
        del news, kept
        tell()
        answer(None)

    def doubt(self) -> None:
        """Nobody else has to know."""
