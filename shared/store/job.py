"""What is handed to the writer."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from shared.services.decision import Decide
from shared.services.lobby import Entry, Lobby

if TYPE_CHECKING:
    from shared.store.unit_of_work import UnitOfWork

#: What else is written in a command's transaction, with the new entries at hand.
Beside = Callable[["UnitOfWork", Sequence[Entry]], None]


@dataclass(frozen=True, slots=True)
class Done:
    """A command's answer as JSON; None when it is empty. ``is_repeated``: answered before."""

    body: str | None
    is_repeated: bool = False


@dataclass(slots=True)
class Command:
    """A use case to run. With ``key`` (Idempotency-Key) a repeated request gets the first answer.

    ``digest`` tells one request from another under the same key. ``is_absorbing``: it takes what
    the other server has decided into the log, before this one decides again (decision 0025).
    ``beside``: what else is written in the same transaction, with the new entries at hand.
    """

    branch: str
    decide: Decide
    key: str = ""
    digest: str = ""
    is_absorbing: bool = False
    beside: Beside | None = None
    future: "Future[Done]" = field(default_factory=Future)


@dataclass(slots=True)
class Look:
    """Something to read off the committed state."""

    branch: str
    see: Callable[[Lobby, int], Any]
    future: "Future[Any]" = field(default_factory=Future)


@dataclass(slots=True)
class News:
    """Another process may have written: events after those that this one knows.

    ``is_anew``: what was known is void, the log is another one.
    """

    branch: str
    is_anew: bool = False
    future: "Future[None]" = field(default_factory=Future)


@dataclass(slots=True)
class Survey:
    """Something to read off every lobby in memory, whichever those are."""

    see: Callable[[list[Lobby]], Any]
    future: "Future[Any]" = field(default_factory=Future)


Job = Command | Look | News | Survey
