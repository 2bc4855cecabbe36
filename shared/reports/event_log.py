"""The event log as a CSV file: written and read without loss.

One line an event in the order of the log, RFC 4180 with a first line of column names, UTF-8. Times
are whole microseconds of the branch's clock: UTC epoch for a lived day, from midnight for a
simulated one; ``day.opened`` says where midnight is. ``data`` is JSON, see ``lobby schema events``.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from shared.domain.errors import FileUnreadable, InputInvalid
from shared.domain.event import KINDS, Event, Value

#: The columns with what they hold.
COLUMNS = {
    "sequence": "number of the event in the branch's log, from 1, without gaps within a file",
    "kind": "what happened, such as ticket.called",
    "at_us": "when it was true, microseconds",
    "recorded_us": "when the branch recorded it, microseconds; never runs backwards",
    "ticket": "surrogate identifier of the ticket, or empty",
    "counter": "counter, or empty",
    "staff": "staff number, or empty",
    "data": "the rest as JSON, by kind",
}

#: One line may hold the identifiers of everybody who was passed over.
LONGEST_FIELD = 10_000_000


class LogInvalid(InputInvalid):
    """A line of an event log cannot be understood."""

    code = "log_invalid"
    sentence = "Event log %1, line %2: %3 Export it again, or take this line out."


def write_log(file: TextIO, events: Iterable[Event], first_sequence: int = 1) -> int:
    """Write the events and give their number. Open the file with ``newline=""``.

    Raises:
        OSError: the file cannot be written.
    """
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    sequence = first_sequence
    for event in events:
        data = json.dumps(dict(event.data), ensure_ascii=False, separators=(",", ":"))
        writer.writerow([sequence, *event[:6], data])
        sequence += 1
    return sequence - first_sequence


def save_log(path: Path, events: Iterable[Event]) -> int:
    """Write the events to a new file and give their number."""
    with path.open("w", encoding="utf-8", newline="") as file:
        return write_log(file, events)


def load_log(path: Path) -> list[Event]:
    """The events of a file.

    Raises:
        FileUnreadable: no such file, or it is not UTF-8.
        LogInvalid: the first line that is wrong.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(read_log(file, path.name))
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(path, getattr(error, "strerror", None) or "not UTF-8 text") from error


def read_log(file: TextIO, name: str) -> Iterator[Event]:
    """The events of an open file, one by one; ``name`` is for the sentence of a refusal.

    Raises:
        LogInvalid: the first line that is wrong.
    """
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(file)
    last = None
    try:
        if next(reader, None) != list(COLUMNS):
            raise LogInvalid(name, 1, f"the columns must be {','.join(COLUMNS)}.")
        for line in reader:
            sequence, event = _event(line, name, reader.line_num)
            if last is not None and sequence != last + 1:
                raise LogInvalid(name, reader.line_num, f"event {last + 1} is missing.")
            last = sequence
            yield event
    except csv.Error as error:
        raise LogInvalid(name, reader.line_num, f"{error}.") from error


def _event(line: list[str], name: str, number: int) -> tuple[int, Event]:
    """One line as its sequence and event."""
    if len(line) != len(COLUMNS):
        raise LogInvalid(name, number, f"{len(line)} fields instead of {len(COLUMNS)}.")
    sequence, kind, at_us, recorded_us, ticket, counter, staff, data = line
    if kind not in KINDS:
        raise LogInvalid(name, number, f"there is no kind of event “{kind}”.")
    try:
        times = int(at_us), int(recorded_us)
        event = Event(kind, *times, ticket, counter, staff, _data(data))
        return int(sequence), event
    except ValueError as error:
        raise LogInvalid(name, number, f"{error}.") from error


def _data(text: str) -> dict[str, Value]:
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError("data is no JSON object")
    return found
