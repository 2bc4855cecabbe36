"""The beginning of a copy of today, as the branch server sends it to its stand-in, in parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from shared.domain.event import (
    APPOINTMENT_KINDS,
    DAY_OPENED,
    PROFILE_PUBLISHED,
    STANDING_KINDS,
)
from shared.protocol.shipping import BYTES_MAX, LogLine
from shared.protocol.stand_in import CopyStart
from shared.store import profile_version
from shared.store.chain import to_event
from shared.store.engine import Database, store_errors
from shared.store.lines import position_in
from shared.store.log import day_start, first_within, lines_of
from shared.store.tables import METADATA

EVENT: Final = METADATA.tables["event"]
FRAME_BYTES: Final = 600


@dataclass(frozen=True, slots=True)
class CopyBegin:
    """Where a copy begins: after ``first``, with these lines and profiles from before."""

    log: str
    clock: str
    day: str
    first: int
    last: int
    held: str
    lines: list[LogLine]
    profiles: dict[str, str]

    def parts(self, absorbed: tuple[str, ...]) -> Iterator[CopyStart]:
        """One request after the other, each small enough."""
        bundle = _Bundle()
        is_first = True
        for line, version in (*((e, "") for e in self.lines), *((None, v) for v in self.profiles)):
            body = self.profiles.get(version, "")
            size = 2 * len(body.encode()) if line is None else FRAME_BYTES + 2 * len(line.data)
            if bundle.is_full_with(size):
                yield self._part(bundle, absorbed, is_first)
                bundle, is_first = _Bundle(), False
            bundle.add(line, version, body, size)
        yield self._part(bundle, absorbed, is_first)

    def _part(self, bundle: "_Bundle", absorbed: tuple[str, ...], is_first: bool) -> CopyStart:
        return CopyStart(
            beat="",
            log=self.log,
            clock="practice" if self.clock == "practice" else "live",
            day=self.day,
            last=self.last,
            absorbed=absorbed,
            is_first=is_first,
            carried=tuple(bundle.lines),
            profiles=bundle.profiles,
            held=self.held,
        )


class _Bundle:
    """What goes into one request."""

    def __init__(self) -> None:
        self.lines: list[LogLine] = []
        self.profiles: dict[str, str] = {}
        self._size = 0

    def is_full_with(self, size: int) -> bool:
        return bool(self._size) and (self._size + size > BYTES_MAX or len(self.lines) == 500)

    def add(self, line: LogLine | None, version: str, body: str, size: int) -> None:
        self._size += size
        if line is not None:
            self.lines.append(line)
        else:
            self.profiles[version] = body


@store_errors()
def copy_begin(database: Database, branch: str) -> CopyBegin:
    """The beginning of a copy of the day that is going on; without one, of the whole log.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        place = position_in(connection, branch)
        opening = day_start(connection, branch)
        before = max(opening - 1, 0)
        lines = _carried(connection, branch, opening) if opening else []
        versions = profile_version.versions(connection, branch)
        day = str(to_event(lines[-1]).data["day"]) if lines else ""
        return CopyBegin(
            place.log,
            place.clock,
            day,
            opening,
            place.last,
            profile_version.held_after(connection, branch, before),
            [_line(row) for row in lines],
            {version.hash: version.body for version in versions},
        )


def _carried(connection: Connection, branch: str, opening: int) -> list[Any]:
    """Lines from before today that today stands on, and today's first one."""
    before = opening - 1
    ahead_days = profile_version.longest_ahead_days(connection, branch)
    first = first_within(connection, branch, before, ahead_days)
    found = {
        line.sequence: line
        for line in (
            *lines_of(connection, branch, STANDING_KINDS, 1, before),
            *lines_of(connection, branch, {DAY_OPENED, *APPOINTMENT_KINDS}, first, before),
            *lines_of(connection, branch, {PROFILE_PUBLISHED}, 1, before)[-1:],
            *_one(connection, branch, before),
            *_one(connection, branch, opening),
        )
    }
    return [found[sequence] for sequence in sorted(found)]


def _one(connection: Connection, branch: str, sequence: int) -> list[Any]:
    found = select(EVENT).where(EVENT.c.branch == branch, EVENT.c.sequence == sequence)
    return list(connection.execute(found))


def _line(row: Any) -> LogLine:
    return LogLine(**{name: getattr(row, name) for name in LogLine.model_fields})
