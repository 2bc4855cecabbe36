"""Recorded customers from a CSV file in the documented columns, dirty ones included."""

import csv
import io
import math
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from shared.domain.errors import FileUnreadable, InputInvalid
from simulator.calibration.record import LEFT, NEVER_S, NO_SHOW, SERVED, UNKNOWN, Records, Row
from simulator.model.resting import resting_collector

#: The columns of a file of customers, with what they hold. Those of ``OPTIONAL`` may be missing.
COLUMNS: Final = {
    "day": "date, such as 2026-03-02 (or 2026/3/2)",
    "service": "service of the profile",
    "arrived": "time of the ticket: 09:05:10, or with the date before it",
    "called": "time of the first call; empty when never called",
    "started": "when the service began; empty: as soon as called",
    "ended": "when the service was over",
    "ticket": "number or identifier, to find doubled rows",
    "segment": "segment of the profile; default: its first",
    "left": "when the customer was seen to leave without being called",
    "counter": "counter",
    "staff": "staff number",
    "fate": "served, left, no_show; default: told from the times",
}
REQUIRED: Final = ("day", "service", "arrived", "called", "ended")
#: Tried in this order; the last reads anything that a Chinese Windows wrote.
ENCODINGS: Final = ("utf-8-sig", "gb18030")
FATES: Final = frozenset({SERVED, LEFT, NO_SHOW})

#: Longer waits and services are slips of a clock or forgotten tickets, seconds.
LONGEST_WAIT_S = 6 * 3600.0
LONGEST_SERVICE_S = 4 * 3600.0


class ColumnsWrong(InputInvalid):
    """The first line of a file does not name the columns that are needed."""

    code = "columns_wrong"
    sentence = "File %1 has no column %2. Its first line must name: %3. It names: %4."


def read_customers(path: Path, services: list[str], segments: list[str]) -> Records:
    """The customers of a file; what is unusable is dropped and counted by reason.

    Raises:
        FileUnreadable: no such file, or no known encoding.
        ColumnsWrong: a column that is needed is missing.
    """
    records = Records(path.name)
    with resting_collector():  # a million rows are no rubbish, and looking through them takes time
        _read(path, set(services), segments, records)
    return records


def _read(path: Path, known: set[str], segments: list[str], records: Records) -> None:
    seen = set[tuple[str, ...]]()
    for line, fields in read_lines(path, REQUIRED):
        records.read += 1
        key = tuple(fields.values()) if not fields.get("ticket") else _identity(fields)
        segment = fields.get("segment") or segments[0]
        if key in seen:
            records.drop("doubled row", line)
        elif fields["service"] not in known:
            records.drop("service not in the profile", line)
        elif segment not in segments:
            records.drop("segment not in the profile", line)
        elif (row := _row(fields, segment, records, line)) is not None:
            records.rows.append(row)
        seen.add(key)


def read_lines(path: Path, required: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and fields of each line that is not empty; heads in any case and order.

    Raises:
        FileUnreadable, ColumnsWrong.
    """
    text = _text(path)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    heads = [head.strip().lower() for head in next(reader, [])]
    for name in required:
        if name not in heads:
            raise ColumnsWrong(path.name, name, ", ".join(required), ", ".join(heads) or "nothing")
    width = len(heads)
    for fields in reader:
        if any(fields):
            if len(fields) < width:
                fields += [""] * (width - len(fields))
            yield reader.line_num, dict(zip(heads, map(str.strip, fields), strict=False))


def _text(path: Path) -> str:
    """The file's text in the first encoding that reads all of it; UTF-16 by its mark."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    marked = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if marked else ENCODINGS:
        try:
            return raw.decode(encoding).replace("\r\n", "\n").replace("\x00", "")
        except UnicodeDecodeError:
            continue
    raise FileUnreadable(path, "neither UTF-8 nor GB 18030 text")


def _identity(fields: dict[str, str]) -> tuple[str, ...]:
    return fields["day"], fields["ticket"], fields["arrived"]


def _row(fields: dict[str, str], segment: str, records: Records, line: int) -> Row | None:
    """One row with sound times, or None when it cannot be used at all."""
    day = iso_day(fields["day"])
    if not day:
        records.drop("no date", line)
        return None
    arrived, called = clock_s(fields["arrived"], day), clock_s(fields["called"], day)
    started, ended = clock_s(fields.get("started", ""), day), clock_s(fields["ended"], day)
    left = clock_s(fields.get("left", ""), day)
    if arrived is None or called is None or started is None or ended is None or left is None:
        records.drop("a time that cannot be read", line)
        return None
    if math.isnan(arrived):
        records.drop("no time of arrival", line)
        return None
    if called < arrived or left < arrived:
        records.drop("negative wait", line)
        return None
    if called - arrived > LONGEST_WAIT_S:
        records.drop("wait of more than six hours", line)
        return None
    is_walk_known = not math.isnan(started)
    started = started if is_walk_known else called
    started, ended = _sound_service(called, started, ended, records, line)
    row = Row(
        day,
        fields["service"],
        segment,
        arrived,
        called,
        started,
        ended,
        left,
        _fate(fields.get("fate", ""), called, left, ended),
        fields.get("counter", ""),
        fields.get("staff", ""),
        is_walk_known,
    )
    return row if row.fate != LEFT or not math.isnan(left) else row._replace(fate=UNKNOWN)


def _sound_service(
    called: float, started: float, ended: float, records: Records, line: int
) -> tuple[float, float]:
    """Start and end, or neither when they cannot be true; the arrival is kept all the same."""
    if math.isnan(called):
        return NEVER_S, NEVER_S
    if math.isnan(ended):
        records.drop("kept: called, but no end of service", line)
        return started, NEVER_S
    if ended <= started or started < called:
        records.drop("kept: service time not positive", line)
        return NEVER_S, NEVER_S
    if ended - started > LONGEST_SERVICE_S:
        records.drop("kept: service of more than four hours", line)
        return NEVER_S, NEVER_S
    return started, ended


def _fate(text: str, called: float, left: float, ended: float) -> str:
    if text in FATES:
        return text
    if not math.isnan(called):
        return UNKNOWN if math.isnan(ended) else SERVED
    return UNKNOWN if math.isnan(left) else LEFT


@lru_cache(maxsize=4096)
def iso_day(text: str) -> str:
    """A date as 2026-03-02; empty when it is none."""
    parts = text.replace("/", "-").replace(".", "-").split(" ")[0].split("T")[0].split("-")
    try:
        year, month, day = (int(part) for part in parts)
    except ValueError:
        return ""
    is_date = 1970 <= year <= 2200 and 1 <= month <= 12 and 1 <= day <= 31
    return f"{year:04d}-{month:02d}-{day:02d}" if is_date else ""


def clock_s(text: str, day: str) -> float | None:
    """Seconds from midnight of the day; NaN for an empty text, None for one that is no time."""
    if not text:
        return NEVER_S
    if " " not in text and "T" not in text:
        return _clock_s(text)
    date, _, clock = text.replace("T", " ").partition(" ")
    return _clock_s(clock) if iso_day(date) == day else None


@lru_cache(maxsize=1 << 17)
def _clock_s(text: str) -> float | None:
    """Seconds of a time without a date; None for a text that is none."""
    try:
        hours, minutes, *seconds = text.split(":")
        found = int(hours) * 3600 + int(minutes) * 60 + (float(seconds[0]) if seconds else 0.0)
    except ValueError:
        return None
    return found if 0 <= found < 30 * 3600 and len(seconds) < 2 else None
