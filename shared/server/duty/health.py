"""Whether this server's database still takes what it is given."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from shared.domain.errors import StoreUnavailable
from shared.server.charge.contact import Ms

log = logging.getLogger(__name__)


class Health:
    """A server that cannot write is no server: it falls silent, so that the other one may lead.

    Tried at every beat. One failure may be a moment's; after ``patience_ms`` without a success it
    counts as ill, until a write has succeeded again. Any thread.
    """

    def __init__(self, now_ms: Ms, patience_ms: int, write: Callable[[], object]) -> None:
        """Well. ``write`` makes a small thing durable or raises StoreUnavailable."""
        self._now_ms = now_ms
        self._patience_ms = patience_ms
        self._write = write
        self._failing_ms: int | None = None

    @property
    def is_ill(self) -> bool:
        """Whether nothing could be written for so long."""
        since_ms = self._failing_ms
        return since_ms is not None and self._now_ms() - since_ms >= self._patience_ms

    def look(self) -> None:
        """Try to write."""
        try:
            self._write()
        except StoreUnavailable as error:
            if self._failing_ms is None:
                self._failing_ms = self._now_ms()
                log.error("charge.cannot_write reason=%s", error)
        else:
            self._failing_ms = None

    def admit(self) -> None:
        """Raises StoreUnavailable while ill."""
        if self.is_ill:
            raise StoreUnavailable("nothing can be written")


@contextmanager
def best_effort(what: str) -> Iterator[None]:
    """Around something without which the rest still counts."""
    try:
        yield
    except StoreUnavailable as error:
        log.warning("%s reason=%s", what, error)
