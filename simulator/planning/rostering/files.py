"""Rosters as CSV and XLSX, both ways: what is written is read back as it was.

One line a duty, columns as in ``COLUMNS``; a workbook has a sheet of these, and one with a line a
person and a column a day for people to look at. openpyxl is imported when a workbook is touched.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from shared.domain.errors import FileUnreadable, InputInvalid
from shared.reports.writing import writing
from simulator.calibration.read_csv import ColumnsWrong, iso_day, read_lines
from simulator.planning.clock import clock, minute_of
from simulator.planning.rostering.month import Month
from simulator.planning.rostering.roster import Duty, Roster, roster_of
from simulator.report.workbook import Line, write_workbook

#: The columns of a roster, with what they hold. Those of ``OPTIONAL`` may be missing.
COLUMNS: Final = {
    "day": "date, such as 2026-09-07 (or 2026/9/7)",
    "person": "staff number",
    "name": "for people; not read",
    "begins": "clock time, such as 08:30",
    "ends": "clock time",
    "skill": "skill of the staff file",
    "counter": "counter of the profile; empty: without one",
    "breaks": "such as 11:30-12:30, several with spaces between; empty: none",
}
OPTIONAL: Final = ("name", "counter", "breaks")
REQUIRED: Final = tuple(name for name in COLUMNS if name not in OPTIONAL)
SHEET: Final = "roster"


class RosterInvalid(InputInvalid):
    """A line of a roster file cannot be read."""

    code = "roster_invalid"
    sentence = "Roster %1, line %2: %3. Correct it there."


def write_roster(path: Path, roster: Roster, month: Month) -> None:
    """The roster as a workbook where the name ends in .xlsx, else as CSV (UTF-8, with its mark).

    Raises:
        FileUnwritable: the file cannot be written.
    """
    lines = [_line(duty, month) for duty in roster.duties]
    if path.suffix.lower() == ".xlsx":
        write_workbook(
            path, {SHEET: lines or [dict.fromkeys(COLUMNS)], "days": grid(roster, month)}
        )
        return
    with writing(path), path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(COLUMNS))
        writer.writeheader()
        writer.writerows(lines)


def read_roster(path: Path) -> Roster:
    """The roster of a CSV file or workbook, in any order of lines and columns.

    Raises:
        FileUnreadable: no such file, or none of these kinds.
        ColumnsWrong: a column is missing.
        RosterInvalid: the first line that cannot be read.
    """
    lines = _of_workbook(path) if path.suffix.lower() == ".xlsx" else read_lines(path, REQUIRED)
    return roster_of(_duty(path.name, number, fields) for number, fields in lines)


def grid(roster: Roster, month: Month) -> list[Line]:
    """A line a person with what they do on each day of the period, in words."""
    at = {(duty.person, duty.day): duty for duty in roster.duties}
    return [
        {
            "person": person.id,
            "name": person.name,
            **{day.iso: _cell(at.get((person.id, day.iso))) for day in month.days},
        }
        for person in month.file.people
    ]


def _cell(duty: Duty | None) -> str:
    if duty is None:
        return ""
    place = duty.counter or duty.skill
    return f"{clock(duty.begins_min)}-{clock(duty.ends_min)} {place}"


def _line(duty: Duty, month: Month) -> Line:
    known = month.person.get(duty.person)
    return {
        "day": duty.day,
        "person": duty.person,
        "name": known.name if known else "",
        "begins": clock(duty.begins_min),
        "ends": clock(duty.ends_min),
        "skill": duty.skill,
        "counter": duty.counter,
        "breaks": " ".join(f"{clock(begins)}-{clock(ends)}" for begins, ends in duty.breaks),
    }


def _duty(name: str, number: int, fields: Mapping[str, str]) -> Duty:
    """One duty.

    Raises:
        RosterInvalid.
    """
    try:
        day = iso_day(fields["day"])
        if not day:
            raise ValueError(f"“{fields['day']}” is no date")
        date.fromisoformat(day)  # refuses 30 February
        begins, ends = _minute(fields["begins"]), _minute(fields["ends"])
        if begins >= ends:
            raise ValueError(f"{fields['begins']} is not before {fields['ends']}")
        if not fields["person"]:
            raise ValueError("the staff number is missing")
        breaks = tuple(_break(text) for text in fields.get("breaks", "").split())
        return Duty(
            day,
            fields["person"],
            begins,
            ends,
            fields["skill"],
            fields.get("counter", ""),
            tuple(sorted(breaks)),
        )
    except ValueError as error:
        raise RosterInvalid(name, number, error) from None


def _break(text: str) -> tuple[int, int]:
    begins, dash, ends = text.partition("-")
    if not dash:
        raise ValueError(f"“{text}” is no break such as 11:30-12:30")
    return _minute(begins), _minute(ends)


def _minute(text: str) -> int:
    """A clock time, also as spreadsheets write it: 8:30, 08:30:00."""
    parts = text.split(":")
    if len(parts) not in (2, 3) or not all(part.isdecimal() for part in parts):
        raise ValueError(f"“{text}” is no clock time such as 08:30")
    hour, minute = int(parts[0]), int(parts[1])
    if hour > 23 or minute > 59:
        raise ValueError(f"“{text}” is no clock time such as 08:30")
    return minute_of(f"{hour:02}:{minute:02}")


def _of_workbook(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and fields of the sheet "roster", or of the first one."""
    rows = _rows(path)
    heads = [_text(cell).lower() for cell in next(rows, ())]
    for name in REQUIRED:
        if name not in heads:
            raise ColumnsWrong(path.name, name, ", ".join(REQUIRED), ", ".join(heads) or "nothing")
    for number, row in enumerate(rows, start=2):
        fields = dict(zip(heads, map(_text, row), strict=False))
        if any(fields.values()):
            yield number, fields


def _rows(path: Path) -> Iterator[Iterable[object]]:
    from openpyxl import load_workbook

    try:
        raw = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    except (ValueError, KeyError, OSError, SyntaxError, BadZipFile) as error:
        raise FileUnreadable(path, "no workbook (XLSX)") from error
    sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
    return iter(list(sheet.iter_rows(values_only=True)))


def _text(cell: object) -> str:
    """What somebody sees in a cell: dates and times as text, 1001.0 as 1001."""
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
