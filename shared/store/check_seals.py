"""The seals of a log, and its heads that were written off the machine: do they fit?"""

import json
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Connection, select

from shared.domain.event import LOG_RESTORED
from shared.store.engine import Database, store_errors
from shared.store.head import Head
from shared.store.log import last_sequence
from shared.store.seal import SealKeys, seal_digest
from shared.store.tables import METADATA
from shared.store.verification import Verification

EVENT: Final = METADATA.tables["event"]
SEAL: Final = METADATA.tables["seal"]


@store_errors()
def check_seals(result: Verification, database: Database, branch: str, keys: SealKeys) -> None:
    """Each seal against the line it covers; every line from the first sealed one on has one.

    The key file says from where on its keys are used: seals from before, with keys that it does
    not hold, are noted once.

    Raises:
        StoreUnavailable.
    """
    begun = keys.sealed_from.get(branch)
    foreign: set[str] = set()
    with database.reading.begin() as connection:
        covered = _begin(connection, branch, begun) - 1
        for seal in connection.execute(_seals(branch)):
            result.seals += 1
            _say_unsealed(result, covered + 1, seal.first - 1)
            covered = max(covered, seal.last)
            if begun and seal.last < begun and keys.find(seal.key_id) is None:
                foreign.add(seal.key_id)
            else:
                _check(result, keys, seal)
        _say_unsealed(result, covered + 1, last_sequence(connection, branch))
    if foreign:
        named = ", ".join(sorted(foreign))
        result.notes.append(f"older events were sealed with keys this key file lacks: {named}")


@store_errors()
def has_seals(database: Database, branch: str) -> bool:
    """Whether anything of this log was ever sealed.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        query = select(SEAL.c.last).where(SEAL.c.branch == branch).limit(1)
        return connection.execute(query).scalar() is not None


def _begin(connection: Connection, branch: str, begun: int | None) -> int:
    """From where on every line has to be sealed; after the end where none has."""
    query = select(SEAL.c.first).where(SEAL.c.branch == branch).order_by(SEAL.c.last).limit(1)
    found = (begun, connection.execute(query).scalar())
    return min((n for n in found if n), default=last_sequence(connection, branch) + 1)


def _say_unsealed(result: Verification, first: int, last: int) -> None:
    if first <= last:
        result.say(f"events {first} to {last} are not sealed")


def _seals(branch: str) -> Any:
    """Every seal with the hash of the line that it ends with."""
    is_its = (EVENT.c.branch == SEAL.c.branch) & (EVENT.c.sequence == SEAL.c.last)
    return (
        select(SEAL, EVENT.c.hash)
        .join(EVENT, is_its, isouter=True)
        .where(SEAL.c.branch == branch)
        .order_by(SEAL.c.last)
    )


def _check(result: Verification, keys: SealKeys, seal: Any) -> None:
    place = f"events {seal.first} to {seal.last}"
    key = keys.find(seal.key_id)
    if key is None:
        result.say(f"{place} are sealed with key {seal.key_id}, which the key file does not hold")
    elif seal.digest != seal_digest(key, seal.branch, seal.first, seal.last, seal.hash):
        result.say(f"{place} are not as they were sealed")


@store_errors()
def check_heads(
    result: Verification,
    database: Database,
    branch: str,
    heads: Iterable[Head],
    keys: SealKeys | None = None,
) -> None:
    """Each head of this branch against the log; its own digest too where there are keys.

    Heads of a log that was restored from a copy since are noted where they lie beyond the copy.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        restored = _restored(connection, branch)
        for head in heads:
            if head.branch != branch or not _is_true(result, head, keys):
                continue
            result.heads += 1
            if (end := _end(restored, head.log)) and head.sequence >= end:
                said = f"event {head.sequence} of {head.day} was lost when a copy was restored"
                result.notes.append(f"{said} at event {end} (log {head.log})")
            else:
                _compare(result, connection, head)


def _restored(connection: Connection, branch: str) -> list[tuple[int, str]]:
    """Where copies were restored, and the names that the log had from there on, oldest first."""
    query = (
        select(EVENT.c.sequence, EVENT.c.data)
        .where(EVENT.c.branch == branch, EVENT.c.kind == LOG_RESTORED)
        .order_by(EVENT.c.sequence)
    )
    return [(row.sequence, str(json.loads(row.data)["log"])) for row in connection.execute(query)]


def _end(restored: list[tuple[int, str]], log: str) -> int:
    """Where the log of this name ends within the present one: at the next restore; 0: it goes on.

    A name that the present log does not tell is the first one's, or that of a log that was
    replaced by an older copy: both end at the first restore, or before it.
    """
    names = [name for _, name in restored]
    later = restored[names.index(log) + 1 :] if log in names else restored
    return later[0][0] if later else 0


def _is_true(result: Verification, head: Head, keys: SealKeys | None) -> bool:
    """Whether the head is as the server wrote it; without keys it is taken as it is."""
    if keys is None:
        return True
    key = keys.find(head.key_id)
    if key is not None and head.made_with(key) == head.digest:
        return True
    why = (
        "was altered"
        if key or not head.key_id
        else f"needs key {head.key_id}, which the key file does not hold"
    )
    result.say(f"the head of {head.day} at event {head.sequence} {why}")
    return False


def _compare(result: Verification, connection: Connection, head: Head) -> None:
    found = select(EVENT.c.hash).where(
        EVENT.c.branch == head.branch, EVENT.c.sequence == head.sequence
    )
    now = connection.execute(found).scalar()
    if now is None:
        result.say(f"event {head.sequence}, the head of {head.day}, is missing")
    elif now != head.hash:
        result.say(f"event {head.sequence} is not the one that was the head of {head.day}")
