"""The virtual printer at a terminal: one line for each slip."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue

from kiosk.printing.virtual.printed import PrintedSlip
from kiosk.printing.virtual.read_qr import qr_texts
from kiosk.printing.virtual.server import VirtualPrinter
from kiosk.printing.virtual.state import VirtualState
from shared.domain.errors import FileUnreadable
from shared.i18n import translate

WAKE_S = 0.5  # Windows delivers Ctrl-C only between waits


def run(
    host: str,
    port: int,
    out: Path,
    state: VirtualState,
    width_dots: int,
    count: int,
    say: Callable[[str], None],
) -> None:
    """Print until ``count`` slips came (0: until Ctrl-C), saying a line for each.

    Raises:
        PortInUse, ListenFailed: the printer cannot listen there.
        FileUnreadable: the folder for the pictures cannot be made.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise FileUnreadable(out, problem.strerror) from None
    arrived: Queue[tuple[PrintedSlip, Path | None]] = Queue()
    printer = VirtualPrinter(
        host,
        port,
        width_dots=width_dots,
        state=state,
        out=out,
        on_slip=lambda slip, path: arrived.put((slip, path)),
    )
    with printer, contextlib.suppress(KeyboardInterrupt):
        say(f"{printer.address} → {out}")
        printed = 0
        while not count or printed < count:
            with contextlib.suppress(Empty):
                say(slip_line(*arrived.get(timeout=WAKE_S)))
                printed += 1


def slip_line(slip: PrintedSlip, path: Path | None) -> str:
    """The picture's path, what the QR code says, and what the printer did not understand."""
    codes = qr_texts(slip)
    parts = [str(path)]
    if codes is None:
        parts.append(translate("VirtualPrinter", "QR not read: OpenCV is not installed"))
    else:
        parts += [f"QR {code}" for code in codes]
    if slip.unknown:
        names = " ".join(name.hex() for name in slip.unknown)
        parts.append(translate("VirtualPrinter", "unknown commands: %1", names))
    return "  ".join(parts)
