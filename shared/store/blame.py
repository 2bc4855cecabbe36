"""Whose fault it is that the database did not take what a transaction wrote.

A value that it cannot hold, or a key that is taken, is the fault of the command that brought it:
the same command would fail again, and those beside it have nothing to do with it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DataError, IntegrityError

from shared.domain.errors import NotRecordable
from shared.store.engine import reason_of

#: What the drivers raise themselves, before the database sees a value: a number beyond 64 bits, a
#: character that UTF-8 does not have.
UNWRITABLE: Final = (OverflowError, UnicodeEncodeError)


def refusal_of(error: Exception) -> NotRecordable | None:
    """The refusal that a command deserves for it; None: the database's own trouble."""
    if isinstance(error, NotRecordable):
        return error
    if isinstance(error, IntegrityError):
        # No command chooses a branch or a place in its log: a log that clashes is our own trouble.
        is_log = (error.statement or "").startswith("INSERT INTO event ")
        return None if is_log else NotRecordable(reason_of(error))
    return NotRecordable(reason_of(error)) if isinstance(error, DataError) else None


@contextmanager
def writing_rows() -> Iterator[None]:
    """Around statements with values that came from outside.

    Raises:
        NotRecordable: the driver has no form for one of them.
    """
    try:
        yield
    except UNWRITABLE as error:
        raise NotRecordable(error) from error
