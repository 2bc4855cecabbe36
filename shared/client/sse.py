"""Server-sent events from bytes, without Qt.

Source: WHATWG HTML Living Standard, section 9.2.6 "Interpreting an event stream" (the fields id,
event, data and comments; ``retry`` is not used here).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """One event of a stream; ``id`` is empty where none was sent."""

    id: str
    event: str
    data: str


@dataclass(frozen=True)
class Comment:
    """A line that starts with a colon: a heartbeat."""

    text: str


class SseParser:
    """Feed it bytes as they come, in pieces of any size; it gives whole frames and comments."""

    def __init__(self) -> None:
        """Start of a stream."""
        self._rest = b""
        self._fields: dict[str, list[str]] = {}

    def feed(self, piece: bytes) -> list[Frame | Comment]:
        """What became complete with this piece, in order."""
        *lines, self._rest = (self._rest + piece).split(b"\n")
        found = (self._line(line.rstrip(b"\r").decode("utf-8", "replace")) for line in lines)
        return [each for each in found if each is not None]

    def _line(self, line: str) -> Frame | Comment | None:
        """One line: a field is kept, an empty line ends the frame."""
        if line == "":
            return self._dispatch()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "":
            return Comment(value)
        self._fields.setdefault(name, []).append(value)
        return None

    def _dispatch(self) -> Frame | None:
        """The frame that the kept fields make; none without data."""
        fields, self._fields = self._fields, {}
        if "data" not in fields:
            return None
        return Frame(
            fields.get("id", [""])[-1],
            fields.get("event", ["message"])[-1],
            "\n".join(fields["data"]),
        )
