"""Interprets an ESC/POS byte stream, however it is cut into pieces."""

from kiosk.printing.virtual.command_set import COMMANDS, counted
from kiosk.printing.virtual.machine import Machine, Query
from kiosk.printing.virtual.printed import PrintedSlip

DLE, ESC, FS, GS = 0x10, 0x1B, 0x1C, 0x1D
NAME_BYTES = 3
# Epson's numbers of code pages and Python's names for them.
CODE_PAGES = {
    0: "cp437",
    2: "cp850",
    3: "cp860",
    16: "cp1252",
    17: "cp866",
    18: "cp852",
    19: "cp858",
}
# Commands that tell their own length, so that an unknown one can be stepped over.
COUNTED_FAMILY = (b"\x1d(", b"\x1b(", b"\x1c(")
# The real-time commands that are no part of a job.
STATUS_QUERY = b"\x10\x04"


class Decoder:
    """Feeds bytes to a virtual machine; ``feed`` gives slips and status queries as they come."""

    def __init__(self, width_dots: int = 576) -> None:
        """Power on with blank paper."""
        self._machine = Machine(width_dots)
        self._waiting = bytearray()

    def feed(self, data: bytes) -> list[PrintedSlip | Query]:
        """Take more of the stream; what is not complete yet waits for the rest."""
        self._waiting += data
        start = 0
        view = bytes(self._waiting)
        while start < len(view) and (taken := self._step(view, start)):
            start += taken
        del self._waiting[:start]
        events, self._machine.events = self._machine.events, []
        return events

    def end(self) -> PrintedSlip | None:
        """What hangs out of the printer when the stream ends: an uncut slip, or None."""
        if self._machine.page.is_blank:
            return None
        self._machine.raw += self._waiting
        return self._machine.slip(is_cut=False)

    def _step(self, view: bytes, start: int) -> int:
        """Do one command or character; the bytes it took, 0 if it is not complete."""
        first = view[start]
        if first in (DLE, ESC, FS, GS):
            return self._command(view, start)
        if first < 0x20:
            return self._control(first)
        return self._character(view, start)

    def _command(self, view: bytes, start: int) -> int:
        for size in range(2, NAME_BYTES + 1):
            name = view[start : start + size]
            command = COMMANDS.get(name)
            if command is None:
                continue
            arguments = view[start + size :]
            length = command.length(arguments)
            if length is None or len(arguments) < length:
                return 0
            self._keep(name, view[start : start + size + length])
            try:
                command.run(self._machine, arguments[:length])
            except IndexError:  # fewer arguments than its function needs
                self._machine.unknown.append(name)
            return size + length
        return self._unknown(view, start)

    def _unknown(self, view: bytes, start: int) -> int:
        """Record a command that is in no list; 0 while its name may still become a known one."""
        rest = view[start : start + NAME_BYTES]
        if len(rest) < NAME_BYTES and any(name.startswith(rest) for name in COMMANDS):
            return 0
        taken = 2
        if rest.startswith(COUNTED_FAMILY):
            length = counted(view[start + NAME_BYTES :])
            taken = 0 if length is None else NAME_BYTES + length
        if not taken or len(view) - start < taken:
            return 0
        self._machine.unknown.append(rest if taken > 2 else rest[:2])
        self._machine.raw += view[start : start + taken]
        return taken

    def _keep(self, name: bytes, whole: bytes) -> None:
        if name != STATUS_QUERY:
            self._machine.raw += whole

    def _control(self, code: int) -> int:
        self._machine.raw.append(code)
        if code in (0x0A, 0x0C):
            self._machine.page.end_line()
        elif code == 0x09:
            self._machine.page.put_character(" ")
        elif code not in (0x00, 0x0D, 0x18):
            self._machine.unknown.append(bytes([code]))
        return 1

    def _character(self, view: bytes, start: int) -> int:
        size = self._character_size(view[start : start + 2])
        data = view[start : start + size]
        if not size or len(data) < size:
            return 0
        codec = CODE_PAGES.get(self._machine.code_page, "cp437")
        text = data.decode("gb18030" if self._machine.is_hanzi else codec, "replace")
        for character in text:
            self._machine.page.put_character(character)
        self._machine.raw += data
        return size

    def _character_size(self, head: bytes) -> int:
        """Bytes of the character: GB18030 has 1, 2 or 4 (GB 18030-2022); 0 if not known yet."""
        if not self._machine.is_hanzi or head[0] < 0x81:
            return 1
        if len(head) < 2:
            return 0
        return 4 if 0x30 <= head[1] <= 0x39 else 2
