"""The ESC/POS commands that the virtual printer knows: their length and what they do.

Source: Epson ESC/POS command reference. A command is its name (the bytes that select it), the
length of its arguments, and an action on the machine. What only changes looks that a virtual
printer does not show (such as underlining) is known and does nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageOps

from kiosk.printing.virtual.machine import GS_R, Machine

QR_BYTES = 2331  # what the largest code holds at level M (ISO/IEC 18004:2015, table 7)

Length = Callable[[bytes], int | None]
"""Number of argument bytes, from those that have come so far; None: not known yet."""


@dataclass(frozen=True)
class Command:
    """One command."""

    length: Length
    run: Callable[[Machine, bytes], None]


def fixed(count: int) -> Length:
    """Always that many."""
    return lambda _: count


def _raster_length(arguments: bytes) -> int | None:
    if len(arguments) < 5:
        return None
    return 5 + _word(arguments, 1) * _word(arguments, 3)


def _column_length(arguments: bytes) -> int | None:
    if len(arguments) < 3:
        return None
    return 3 + _word(arguments, 1) * (3 if arguments[0] >= 32 else 1)


def counted(arguments: bytes) -> int | None:
    """Two bytes of length, then that many."""
    return None if len(arguments) < 2 else 2 + _word(arguments, 0)


def _counted_long(arguments: bytes) -> int | None:
    return None if len(arguments) < 4 else 4 + int.from_bytes(arguments[:4], "little")


def _cut_length(arguments: bytes) -> int | None:
    if not arguments:
        return None
    return 2 if arguments[0] >= 65 else 1


def _until_zero(arguments: bytes) -> int | None:
    return arguments.index(0) + 1 if 0 in arguments else None


def _word(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def _bits(data: bytes, width_bytes: int, rows: int) -> Image.Image:
    """The picture of raster bits, 1 is black."""
    packed = Image.frombytes("1", (width_bytes * 8, rows), data)
    return ImageOps.invert(packed.convert("L")).convert("1", dither=Image.Dither.NONE)


def _scaled(picture: Image.Image, wide: int, high: int) -> Image.Image:
    size = (picture.width * wide, picture.height * high)
    return picture.resize(size, Image.Resampling.NEAREST)


def _raster(machine: Machine, arguments: bytes) -> None:
    width_bytes, rows = _word(arguments, 1), _word(arguments, 3)
    if width_bytes and rows:
        mode = arguments[0] & 3
        picture = _bits(arguments[5:], width_bytes, rows)
        machine.page.put_block(_scaled(picture, 1 + (mode & 1), 1 + (mode >> 1)))


def _columns(machine: Machine, arguments: bytes) -> None:
    """ESC *: columns of 8 or 24 dots, top bit first; mode bit 0 clear is half the density."""
    mode, count = arguments[0], _word(arguments, 1)
    if not count:
        return
    column_bytes = 3 if mode >= 32 else 1
    upright = _bits(arguments[3:], column_bytes, count)
    picture = upright.transpose(Image.Transpose.TRANSPOSE)
    wide = 1 if mode & 1 else 2
    machine.page.put_picture(_scaled(picture, wide, 1 if column_bytes == 3 else 3))


def _graphics(machine: Machine, arguments: bytes) -> None:
    """GS ( L and GS 8 L: store a raster (function 112), print it (2, 50)."""
    function = arguments[1]
    if function == 112:
        wide, high = arguments[3], arguments[4]
        width, rows = _word(arguments, 6), _word(arguments, 8)
        picture = _bits(arguments[10:], (width + 7) // 8, rows)
        machine.stored = _scaled(picture.crop((0, 0, width, rows)), wide, high)
    elif function in (2, 50) and machine.stored is not None:
        machine.page.put_block(machine.stored)
        machine.stored = None


def _qr(machine: Machine, arguments: bytes) -> None:
    """GS ( k for QR codes (49): module size (67), store (80), print (81)."""
    kind, function = arguments[0], arguments[1]
    if kind != 49:
        machine.unknown.append(b"\x1d(k" + bytes([kind]))
    elif function == 67:
        machine.qr_module_dots = max(1, arguments[2])
    elif function == 80 and len(arguments) - 3 <= QR_BYTES:
        machine.qr_payload = arguments[3:].decode("utf-8", "replace")
    elif function == 81 and machine.qr_payload:
        machine.page.put_qr(machine.qr_payload, machine.qr_module_dots)


def _mode(machine: Machine, arguments: bytes) -> None:
    """ESC !: bold, double height and double width in one byte."""
    bits = arguments[0]
    machine.page.restyle(
        is_bold=bool(bits & 0x08), high=2 if bits & 0x10 else 1, wide=2 if bits & 0x20 else 1
    )


def _size(machine: Machine, arguments: bytes) -> None:
    bits = arguments[0]
    machine.page.restyle(wide=1 + (bits >> 4 & 7), high=1 + (bits & 7))


def _cut(machine: Machine, arguments: bytes) -> None:
    machine.page.feed(arguments[1] if len(arguments) > 1 else 0)
    machine.cut()


def _nothing(machine: Machine, arguments: bytes) -> None:
    """Known, and without effect on what is shown here."""
    del machine, arguments


def _set_hanzi(is_on: bool) -> Callable[[Machine, bytes], None]:
    def run(machine: Machine, _: bytes) -> None:
        machine.is_hanzi = is_on

    return run


def _line_spacing(machine: Machine, arguments: bytes) -> None:
    machine.page.line_dots = arguments[0]


def _default_spacing(machine: Machine, _: bytes) -> None:
    machine.page.line_dots = 30


def _code_page(machine: Machine, arguments: bytes) -> None:
    machine.code_page = arguments[0]


def _skipping(
    count: int, run: Callable[[Machine, bytes], None]
) -> Callable[[Machine, bytes], None]:
    """The action on the arguments after their own length."""
    return lambda machine, arguments: run(machine, arguments[count:])


COMMANDS: dict[bytes, Command] = {
    b"\x10\x04": Command(fixed(1), lambda m, a: m.query(a[0])),
    b"\x10\x05": Command(fixed(1), _nothing),
    b"\x10\x14": Command(fixed(3), _nothing),
    b"\x1b@": Command(fixed(0), lambda m, _: m.reset()),
    b"\x1ba": Command(fixed(1), lambda m, a: m.page.restyle(align=min(a[0] & 0x0F, 2))),
    b"\x1bE": Command(fixed(1), lambda m, a: m.page.restyle(is_bold=bool(a[0] & 1))),
    b"\x1bG": Command(fixed(1), lambda m, a: m.page.restyle(is_bold=bool(a[0] & 1))),
    b"\x1b!": Command(fixed(1), _mode),
    b"\x1bd": Command(fixed(1), lambda m, a: m.page.feed(a[0] * m.page.line_dots)),
    b"\x1bJ": Command(fixed(1), lambda m, a: m.page.feed(a[0])),
    b"\x1b2": Command(fixed(0), _default_spacing),
    b"\x1b3": Command(fixed(1), _line_spacing),
    b"\x1bt": Command(fixed(1), _code_page),
    b"\x1b*": Command(_column_length, _columns),
    b"\x1bi": Command(fixed(0), _cut),
    b"\x1bm": Command(fixed(0), _cut),
    b"\x1bD": Command(_until_zero, _nothing),
    b"\x1bp": Command(fixed(3), _nothing),
    b"\x1bc3": Command(fixed(1), _nothing),
    b"\x1bc4": Command(fixed(1), _nothing),
    b"\x1bc5": Command(fixed(1), _nothing),
    b"\x1bS": Command(fixed(0), _nothing),
    b"\x1dV": Command(_cut_length, _cut),
    b"\x1d!": Command(fixed(1), _size),
    b"\x1dB": Command(fixed(1), lambda m, a: m.page.restyle(is_inverted=bool(a[0] & 1))),
    b"\x1dv0": Command(_raster_length, _raster),
    b"\x1d(L": Command(counted, _skipping(2, _graphics)),
    b"\x1d8L": Command(_counted_long, _skipping(4, _graphics)),
    b"\x1d(k": Command(counted, _skipping(2, _qr)),
    b"\x1dr": Command(fixed(1), lambda m, _: m.query(GS_R)),
    b"\x1dL": Command(fixed(2), _nothing),
    b"\x1dW": Command(fixed(2), _nothing),
    b"\x1dP": Command(fixed(2), _nothing),
    b"\x1c&": Command(fixed(0), _set_hanzi(True)),
    b"\x1c.": Command(fixed(0), _set_hanzi(False)),
    b"\x1cS": Command(fixed(2), _nothing),
    **{bytes([0x1B, code]): Command(fixed(1), _nothing) for code in b" -{MRVUr="},
    **{bytes([0x1D, code]): Command(fixed(1), _nothing) for code in b"abHhwf"},
    **{bytes([0x1C, code]): Command(fixed(1), _nothing) for code in b"!-C"},
}
