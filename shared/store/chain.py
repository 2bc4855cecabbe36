"""The hash chain of the event log: every line covers its own content and the hash before it."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from shared.domain.event import SCHEMA_VERSION, Event
from shared.services.lobby import Entry

#: The columns that the hash covers, in this order, as one JSON list after the previous hash.
COVERED: Final = (
    "schema_version",
    "branch",
    "sequence",
    "kind",
    "at_us",
    "recorded_us",
    "ticket",
    "number",
    "counter",
    "staff",
    "data",
)


def canonical(value: object) -> str:
    """JSON with one spelling: sorted keys, no spaces, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def line_hash(prev_hash: str, line: dict[str, Any]) -> str:
    """SHA-256 over the previous hash and the covered columns of this line (``data`` as text)."""
    covered = canonical([line[column] for column in COVERED])
    return hashlib.sha256(f"{prev_hash}\n{covered}".encode()).hexdigest()


def chained(branch: str, entries: Iterable[Entry], prev_hash: str) -> Iterator[dict[str, Any]]:
    """The entries as lines of the event table, each holding on to the one before."""
    for entry in entries:
        line = to_line(branch, entry)
        line["prev_hash"] = prev_hash
        prev_hash = line["hash"] = line_hash(prev_hash, line)
        yield line


def to_line(branch: str, entry: Entry) -> dict[str, Any]:
    """The columns of an entry, without its hashes."""
    event = entry.event
    return {
        "branch": branch,
        "sequence": entry.sequence,
        "schema_version": SCHEMA_VERSION,
        "kind": event.kind,
        "at_us": event.at_us,
        "recorded_us": event.recorded_us,
        "ticket": event.ticket,
        "number": entry.number,
        "counter": event.counter,
        "staff": event.staff,
        "data": canonical(dict(event.data)),
    }


def to_event(line: Any) -> Event:
    """The event of a line of the table."""
    return Event(
        line.kind,
        line.at_us,
        line.recorded_us,
        line.ticket,
        line.counter,
        line.staff,
        json.loads(line.data),
    )
