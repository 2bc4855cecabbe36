"""Changes to the profile as they are written, and when which profile held."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import Connection, insert, select, update

from shared.config.profile import Profile
from shared.domain.draft_refused import DraftOfSomebodyElse, DraftUnknown, VersionUnknown
from shared.domain.event import DRAFT_PUBLISHED, DRAFT_UNDONE, PROFILE_PUBLISHED, Event
from shared.services.draft_views import DraftRecord
from shared.services.lobby import Entry
from shared.store import profile_version
from shared.store.chain import to_event
from shared.store.engine import Database, store_errors
from shared.store.log import lines_of
from shared.store.profile_version import SEQUENCE_MAX, ProfileLost
from shared.store.tables import METADATA
from shared.store.unit_of_work import UnitOfWork

DRAFT: Final = METADATA.tables["profile_draft"]
LISTED_MAX: Final = 200
PUBLISHING: Final = (PROFILE_PUBLISHED, DRAFT_PUBLISHED, DRAFT_UNDONE)


class DraftTable:
    """The changes of this database. Every method raises StoreUnavailable when it cannot be used."""

    def __init__(self, database: Database) -> None:
        """Nothing is read yet."""
        self._database = database

    @store_errors()
    def save(self, draft: DraftRecord) -> None:
        """Keep what its author has written so far.

        Raises:
            DraftOfSomebodyElse.
        """
        with self._database.transaction() as connection:
            known = _find(connection, draft.branch, draft.id)
            if known is None:
                connection.execute(insert(DRAFT).values(**asdict(draft)))
                return
            if known.author != draft.author:
                raise DraftOfSomebodyElse(known.author)
            written = asdict(draft)
            connection.execute(_this(draft.branch, draft.id).values(**written))

    @store_errors()
    def find(self, branch: str, draft: str) -> DraftRecord:
        """One change.

        Raises:
            DraftUnknown.
        """
        found = self.find_maybe(branch, draft)
        if found is None:
            raise DraftUnknown(draft)
        return found

    @store_errors()
    def find_maybe(self, branch: str, draft: str) -> DraftRecord | None:
        """The same, or None."""
        with self._database.reading.begin() as connection:
            return _find(connection, branch, draft)

    @store_errors()
    def everything(self, branch: str) -> list[DraftRecord]:
        """The changes of a branch, those that were written last first."""
        query = select(DRAFT).where(DRAFT.c.branch == branch).order_by(DRAFT.c.saved_us.desc())
        with self._database.reading.begin() as connection:
            return [_record(row) for row in connection.execute(query.limit(LISTED_MAX))]

    @store_errors()
    def published(self, branch: str) -> Sequence[Event]:
        """Every publication, with what the log says of its change beside it; oldest first."""
        with self._database.reading.begin() as connection:
            lines = lines_of(connection, branch, PUBLISHING, 1, SEQUENCE_MAX)
            return [to_event(line) for line in lines]

    @store_errors()
    def profile(self, branch: str, version: str) -> Profile:
        """The profile with this fingerprint.

        Raises:
            VersionUnknown.
        """
        with self._database.reading.begin() as connection:
            try:
                return profile_version.find(connection, branch, version)
            except ProfileLost as error:
                raise VersionUnknown(version) from error


def came_from_desk(connection: Connection, branch: str, holds: str, given: str) -> bool:
    """Whether what holds was published or taken back by people here, after the given one held."""
    lines = lines_of(connection, branch, (DRAFT_PUBLISHED, DRAFT_UNDONE), 1, SEQUENCE_MAX)
    if not lines or to_event(lines[-1]).data["profile"] != holds:
        return False
    return profile_version.is_known(connection, branch, given)


def keep_note(
    branch: str, draft: str, note: str, work: UnitOfWork, _entries: Sequence[Entry]
) -> None:
    """What was said when it was decided, in the transaction of the decision."""
    work.connection.execute(_this(branch, draft).values(note=note))


def _this(branch: str, draft: str) -> Any:
    return update(DRAFT).where(DRAFT.c.branch == branch, DRAFT.c.id == draft)


def _find(connection: Connection, branch: str, draft: str) -> DraftRecord | None:
    query = select(DRAFT).where(DRAFT.c.branch == branch, DRAFT.c.id == draft)
    row = connection.execute(query).first()
    return None if row is None else _record(row)


def _record(row: Any) -> DraftRecord:
    return DraftRecord(**row._mapping)
