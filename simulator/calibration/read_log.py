"""Recorded customers from event logs of the branch, damaged ones included."""

import csv
import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from shared.domain import event as kinds
from shared.domain.errors import FileUnreadable
from shared.domain.event import KINDS, Event
from shared.metrics.folding import visits
from shared.metrics.utilisation import counter_spans
from shared.metrics.visit import SECOND_US, Visit
from shared.reports.event_log import COLUMNS, LONGEST_FIELD
from simulator.calibration.appointments import bookings
from simulator.calibration.read_csv import LONGEST_SERVICE_S, LONGEST_WAIT_S, ColumnsWrong
from simulator.calibration.record import (
    LEFT,
    NEVER_S,
    NO_SHOW,
    SERVED,
    UNKNOWN,
    Presence,
    Records,
    Row,
)

#: The reason of a ticket that was given up in the moment in which it was taken.
TURNED_ROUND = "balked"


def is_event_log(path: Path) -> bool:
    """Whether the first line is that of an event log.

    Raises:
        FileUnreadable: no such file.
    """
    try:
        with path.open("rb") as file:
            first = file.readline(400)
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    return b"sequence" in first and b"kind" in first


def read_logs(paths: list[Path]) -> Records:
    """The customers of these logs; of what is damaged the rest is read, and counted by reason.

    Raises:
        FileUnreadable: no such file, or not UTF-8. ColumnsWrong: a first line of another file.
    """
    records = Records(", ".join(path.name for path in paths))
    for path in paths:
        events = list(_sound_events(path, records))
        take_events(records, events)
    return records


def read_events(paths: Sequence[Path]) -> Iterator[Event]:
    """The sound events of these logs, one log after the other.

    Raises:
        FileUnreadable, ColumnsWrong: as ``read_logs``.
    """
    records = Records(", ".join(path.name for path in paths))
    for path in paths:
        yield from _sound_events(path, records)


def take_events(records: Records, events: list[Event]) -> None:
    """Add the customers and counters of a log that is sound."""
    starts = _explicit_starts(events)
    known = {visit.ticket: visit for visit in visits(events)}
    for visit in known.values():
        row = _row(visit, visit.ticket in starts, records)
        if row is not None:
            records.rows.append(row)
    records.presences += _presences(events)
    records.bookings += bookings(events)


def _sound_events(path: Path, records: Records) -> Iterator[Event]:
    """The events of a file without lines that are damaged, doubled, or of unknown tickets."""
    csv.field_size_limit(LONGEST_FIELD)
    seen: set[str] = set()
    issued: set[str] = set()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            heads = next(reader, [])
            for name in COLUMNS:
                if name not in heads:
                    raise ColumnsWrong(path.name, name, ", ".join(COLUMNS), ", ".join(heads))
            for line in reader:
                records.read += 1
                event = _event(line)
                if event is None:
                    records.drop("event that cannot be read", reader.line_num)
                elif line[0] in seen:
                    records.drop("doubled event", reader.line_num)
                elif event.ticket and not _is_known(event, issued):
                    records.drop("event of a ticket that was never issued", reader.line_num)
                else:
                    yield event
                seen.add(line[0] if line else "")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FileUnreadable(path, getattr(error, "strerror", None) or "not UTF-8 text") from error


def _event(line: list[str]) -> Event | None:
    if len(line) != len(COLUMNS) or line[1] not in KINDS:
        return None
    try:
        data = json.loads(line[7])
        event = Event(line[1], int(line[2]), int(line[3]), line[4], line[5], line[6], data)
    except ValueError:
        return None
    return event if isinstance(data, dict) else None


def _is_known(event: Event, issued: set[str]) -> bool:
    """Whether everybody whom the event names took a ticket in this log."""
    if event.kind == kinds.TICKET_ISSUED:
        issued.add(event.ticket)
    return event.kind not in _OF_TICKETS or event.ticket in issued


_OF_TICKETS = frozenset(kind for kind in KINDS if kind.startswith("ticket."))


def _explicit_starts(events: list[Event]) -> set[str]:
    """Tickets whose service somebody began by a key: only there the walk is known."""
    return {
        event.ticket
        for event in events
        if event.kind == kinds.TICKET_STARTED and not event.data.get("is_implied")
    }


def _row(visit: Visit, is_walk_known: bool, records: Records) -> Row | None:
    """One visit, its first stop; None when its times cannot be true."""

    def second(at_us: int | None) -> float:
        return NEVER_S if at_us is None else (at_us - visit.midnight_us) / SECOND_US

    arrived, called = second(visit.arrived_us), second(visit.called_us)
    if called < arrived:
        records.drop("negative wait", 0)
        return None
    if called - arrived > LONGEST_WAIT_S:
        records.drop("wait of more than six hours", 0)
        return None
    first = visit.servings[0] if visit.servings else None
    started = second(first.started_us) if first else NEVER_S
    ended = second(first.ended_us) if first else NEVER_S
    if first and (math.isnan(ended) or not 0 < ended - started <= LONGEST_SERVICE_S):
        records.drop("kept: no sound service time", 0)
        started = ended = NEVER_S
    elif first and first.is_training:
        started = ended = NEVER_S  # with a trainee: not the usual time
    is_left = visit.has_left and visit.called_us is None
    if is_left and visit.outcome == TURNED_ROUND:
        records.drop("kept: turned round at the ticket, in no patience", 0)
        is_left = False
    return Row(
        visit.day,
        first.service if first else visit.service,
        visit.segment,
        arrived,
        called,
        started,
        ended,
        second(visit.ended_us) if is_left else NEVER_S,
        _fate(visit, is_left=is_left),
        first.counter if first else visit.counter,
        first.staff if first else visit.staff,
        is_walk_known,
        visit.booked_us is not None,
    )


def _fate(visit: Visit, *, is_left: bool) -> str:
    if is_left:
        return LEFT
    if visit.absences and not visit.servings:
        return NO_SHOW
    return SERVED if visit.servings else UNKNOWN


def _presences(events: list[Event]) -> Iterator[Presence]:
    """When each counter was staffed: stretches without pause."""
    day, midnight_us, part = "", 0, list[Event]()
    for event in [*events, Event(kinds.DAY_OPENED, 0, 0, data={"day": "", "midnight_us": 0})]:
        if event.kind == kinds.DAY_OPENED:
            for span in counter_spans(part):
                if span.does in ("idle", "awaiting", "serving") and not span.is_training:
                    times = (span.from_us - midnight_us, span.to_us - midnight_us)
                    yield Presence(day, span.counter, times[0] / SECOND_US, times[1] / SECOND_US)
            day, part = str(event.data["day"]), []
            found = event.data["midnight_us"]
            midnight_us = found if isinstance(found, int) else 0
        part.append(event)
