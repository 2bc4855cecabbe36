"""An appointment for the customer's own calendar (RFC 5545)."""

from datetime import UTC, datetime, timedelta
from typing import Final

#: How long the calendar keeps free; what is booked is a time to come, not an hour's length.
LENGTH: Final = timedelta(minutes=30)
LINE_BYTES: Final = 75


def calendar_file(
    *, uid: str, at: datetime, made: datetime, summary: str, place: str, note: str
) -> str:
    """One event, times in UTC; ``uid`` stays the same when the appointment is moved."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Branch Lobby//Appointments//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{_utc(made)}",
        f"DTSTART:{_utc(at)}",
        f"DTEND:{_utc(at + LENGTH)}",
        f"SUMMARY:{_text(summary)}",
        f"LOCATION:{_text(place)}",
        f"DESCRIPTION:{_text(note)}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(words: str) -> str:
    """Escaped as section 3.3.11 says."""
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """Lines of at most 75 octets; what goes on begins with a blank (section 3.1)."""
    parts, part = [], ""
    for sign in line:
        if len((part + sign).encode()) > LINE_BYTES:
            parts.append(part)
            part = " "
        part += sign
    return [*parts, part]
