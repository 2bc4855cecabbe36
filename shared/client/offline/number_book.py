"""The block of numbers that was lent to this device, and what it has used of it on which day.

The journal is the truth for what was used and is not told yet; this file has what was told. Whoever
asks for the next number looks at both.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from shared.client.offline.durable import replace_file
from shared.domain.event import TICKET_ISSUED
from shared.domain.numbers import LEASE_FIRST
from shared.protocol.journal import JournalEntry, NumberLease

#: Days whose use is kept: a clock that is set back by a few must not give a number twice.
DAYS_KEPT: Final = 14

Used = dict[str, dict[str, list[int]]]
"""Ordinals by day (ISO) and series."""


class Block(BaseModel):
    """First and last ordinal, both included."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    first: int
    last: int


class _Page(BaseModel):
    """The file. ``holder`` says whose block it is, so that another device never uses it."""

    model_config = ConfigDict(extra="forbid")

    holder: str
    lease: Block | None = None
    used: Used = {}


class NumberBook:
    """Lease and use of one device, in one file."""

    def __init__(self, path: Path, holder: str) -> None:
        """Read the file; one that is missing or another device's holds nothing.

        From one that cannot be read nobody knows what was used: then no number is given any more.
        """
        self._path = path
        self._page = _Page(holder=holder)
        self.is_unreadable = False
        try:
            found = _Page.model_validate_json(path.read_bytes())
        except FileNotFoundError:
            return
        except (OSError, ValidationError):
            self.is_unreadable = True
            return
        if found.holder == holder:
            self._page = found

    @property
    def lease(self) -> Block | None:
        """The block; None while none was lent, or nobody knows what is left of it."""
        return None if self.is_unreadable else self._page.lease

    def take(self, lease: NumberLease) -> None:
        """The server says which block is ours.

        Raises:
            NotKept: then the block is not used.
        """
        if self.is_unreadable or not LEASE_FIRST <= lease.first <= lease.last:
            return  # a block below the others' would be the server's own numbers
        block = Block(first=lease.first, last=lease.last)
        given = {series: [ordinal] for series, ordinal in lease.given.items()}
        used = _joined(self._page.used, {lease.day: given} if given else {})
        if (block, used) != (self._page.lease, self._page.used):
            self._write(self._page.model_copy(update={"lease": block, "used": used}))

    def last_used(self, day: str, told: Iterable[JournalEntry]) -> Mapping[str, int]:
        """By series the highest ordinal of the block that was used on this day, told or not."""
        lease = self.lease
        if lease is None:
            return {}
        used = _joined(self._page.used, _used_in(told)).get(day, {})
        inside = {
            s: [o for o in all_of if lease.first <= o <= lease.last] for s, all_of in used.items()
        }
        return {series: max(ordinals) for series, ordinals in inside.items() if ordinals}

    def note(self, entries: Iterable[JournalEntry]) -> None:
        """Remember what these entries used, before the journal forgets them.

        Raises:
            NotKept.
        """
        used = _joined(self._page.used, _used_in(entries))
        if used != self._page.used and not self.is_unreadable:
            kept = {day: used[day] for day in sorted(used)[-DAYS_KEPT:]}
            self._write(self._page.model_copy(update={"used": kept}))

    def _write(self, page: _Page) -> None:
        content = json.dumps(page.model_dump(mode="json"), indent=1, sort_keys=True)
        replace_file(self._path, content.encode())
        self._page = page


def _used_in(entries: Iterable[JournalEntry]) -> Used:
    """The ordinals of the tickets that were issued."""
    used: Used = {}
    for entry in entries:
        if entry.kind == TICKET_ISSUED:
            day, series, ordinal = (entry.data.get(key) for key in ("day", "series", "ordinal"))
            if isinstance(ordinal, int):
                used.setdefault(str(day), {}).setdefault(str(series), []).append(ordinal)
    return used


def _joined(one: Used, other: Used) -> Used:
    """Both, each ordinal once and in order."""
    return {
        day: {
            series: sorted({*one.get(day, {}).get(series, ()), *other.get(day, {}).get(series, ())})
            for series in {**one.get(day, {}), **other.get(day, {})}
        }
        for day in {**one, **other}
    }
