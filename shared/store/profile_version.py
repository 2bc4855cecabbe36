"""The versions of a branch's profile, and which of them held at a place of its log.

The log says which version holds by its fingerprint (``profile.published``), this table what that
version says. ``published_us`` is when it was published first; 0 marks the version that holds from
the beginning of a log that was begun before logs said so.
"""

import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from pydantic import ValidationError
from sqlalchemy import Connection, insert, select

from shared.config.fingerprint import canonical_profile, fingerprint
from shared.config.profile import Profile
from shared.domain.errors import EnvironmentFailed
from shared.domain.event import PROFILE_PUBLISHED
from shared.store.engine import Database, store_errors
from shared.store.tables import METADATA

VERSION: Final = METADATA.tables["profile_version"]
EVENT: Final = METADATA.tables["event"]
COLUMNS: Final = select(VERSION.c.hash, VERSION.c.version, VERSION.c.body, VERSION.c.published_us)
FROM_THE_BEGINNING_US: Final = 0
SEQUENCE_MAX: Final = 2**63 - 1


class ProfileLost(EnvironmentFailed):
    """A profile that the log names is not in the database as it was published."""

    code = "profile_lost"
    sentence = "Profile %1 of branch %2 cannot be used: %3. Restore the database from a backup."


class Version(NamedTuple):
    """A line of the table."""

    hash: str
    version: str
    body: str
    published_us: int


def keep(connection: Connection, branch: str, profile: Profile, published_us: int) -> str:
    """Write the profile down, unless it was published before; gives its fingerprint."""
    body = canonical_profile(profile)
    found = fingerprint(body)
    if _line(connection, branch, found) is None:
        line = Version(found, profile.version, body, published_us)
        connection.execute(insert(VERSION).values(branch=branch, **line._asdict()))
    return found


def keep_version(connection: Connection, branch: str, version: Version) -> Profile:
    """Write down a version that was published elsewhere, to the letter; gives the profile.

    Raises:
        ProfileLost: the body is another one than its fingerprint says, or cannot be read.
    """
    profile = read(branch, version)
    if _line(connection, branch, version.hash) is None:
        connection.execute(insert(VERSION).values(branch=branch, **version._asdict()))
    return profile


def held_after(connection: Connection, branch: str, sequence: int) -> str:
    """The fingerprint of the version that held after this event; empty when nothing says so."""
    published = (
        select(EVENT.c.data)
        .where(
            EVENT.c.branch == branch,
            EVENT.c.kind == PROFILE_PUBLISHED,
            EVENT.c.sequence <= sequence,
        )
        .order_by(EVENT.c.sequence.desc())
        .limit(1)
    )
    data = connection.execute(published).scalar()
    if data is not None:
        return str(json.loads(data)["profile"])
    first = select(VERSION.c.hash).where(
        VERSION.c.branch == branch, VERSION.c.published_us == FROM_THE_BEGINNING_US
    )
    return connection.execute(first).scalar() or ""


@store_errors()
def held_now(database: Database, branch: str) -> str:
    """The fingerprint of the version that holds now; empty when nothing says so.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        return held_after(connection, branch, SEQUENCE_MAX)


def find(connection: Connection, branch: str, wanted: str) -> Profile:
    """The profile with this fingerprint.

    Raises:
        ProfileLost: it is missing, was changed, or another program wrote it.
    """
    version = _line(connection, branch, wanted)
    if version is None:
        raise ProfileLost(wanted, branch, "it is not in the database")
    return read(branch, version)


def is_known(connection: Connection, branch: str, wanted: str) -> bool:
    """Whether a profile with this fingerprint was ever published here."""
    return _line(connection, branch, wanted) is not None


def body_of(connection: Connection, branch: str, wanted: str) -> str:
    """The profile with this fingerprint as it was written down, to the letter.

    Raises:
        ProfileLost: it is missing.
    """
    version = _line(connection, branch, wanted)
    if version is None:
        raise ProfileLost(wanted, branch, "it is not in the database")
    return version.body


@store_errors()
def list_versions(database: Database, branch: str) -> list[Version]:
    """Every version of a branch, oldest first.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        return list(versions(connection, branch))


def versions(connection: Connection, branch: str) -> Iterator[Version]:
    """Every version of a branch, oldest first."""
    lines = COLUMNS.where(VERSION.c.branch == branch).order_by(VERSION.c.published_us)
    for line in connection.execute(lines):
        yield Version(*line)


def longest_ahead_days(connection: Connection, branch: str) -> int:
    """How far ahead anybody may ever have booked: the longest of all versions."""
    bodies = connection.execute(select(VERSION.c.body).where(VERSION.c.branch == branch)).scalars()
    tables = (table for body in bodies for table in _content(body).get("appointments", ()))
    return max((int(table.get("ahead_days", 0)) for table in tables), default=0)


def _content(body: str) -> dict[str, Any]:
    """The body as plain data, whichever program wrote it; nothing when it is damaged."""
    try:
        found = json.loads(body)
    except json.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def read(branch: str, version: Version) -> Profile:
    """The profile of a line.

    Raises:
        ProfileLost: it is not as it was published, or another program wrote it.
    """
    if fingerprint(version.body) != version.hash:
        raise ProfileLost(version.hash, branch, "it was changed after it was published")
    try:
        return Profile.model_validate_json(version.body)
    except ValidationError as error:
        reason = f"this program cannot read it ({error.errors()[0]['msg']})"
        raise ProfileLost(version.hash, branch, reason) from error


def _line(connection: Connection, branch: str, wanted: str) -> Version | None:
    found = COLUMNS.where(VERSION.c.branch == branch, VERSION.c.hash == wanted)
    line = connection.execute(found).first()
    return None if line is None else Version(*line)
