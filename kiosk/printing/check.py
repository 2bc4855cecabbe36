"""Whether the printer would print now, and what to do if not."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.printing.errors import PrinterFailed
from kiosk.printing.printer import Printer, printer_at
from kiosk.printing.status import PrinterState
from shared.config.finding import Asked, Finding, Verdict
from shared.i18n import translate

VERDICTS = {
    PrinterState.OK: Verdict.OK,
    PrinterState.NEAR_END: Verdict.WARNING,
    PrinterState.UNKNOWN: Verdict.WARNING,
}


@dataclass(frozen=True)
class PrinterCheck:
    """The state of a printer, and one sentence saying what it means and what to do."""

    address: str
    state: PrinterState
    sentence: str

    @property
    def is_ready(self) -> bool:
        """Whether the printer said that it can print."""
        return self.state.is_ready


def check_asked_printer(asked: Asked) -> Iterator[Finding]:
    """`lobby check`: the printer asked for, or that of the setting LOBBY_PRINTER.

    One that works and tells nothing is a warning: silence is never fine.

    Raises:
        PrinterAddressInvalid: the address cannot be read.
    """
    address = asked.printer or os.environ.get("LOBBY_PRINTER", "")
    if not address:
        text = translate(
            "PrinterCheck",
            "No printer is named: give --printer or set LOBBY_PRINTER.",
            language=asked.language,
        )
        yield Finding(Verdict.SKIPPED, text)
        return
    found = check_printer(address, asked.language)
    verdict = VERDICTS.get(found.state, Verdict.FAILED)
    yield Finding(verdict, f"{address}: {found.sentence}")
    if asked.test_slip_mm and verdict is not Verdict.FAILED:
        from kiosk.printing.trial import print_test_slip  # loads fonts and the profile

        yield print_test_slip(address, asked)


def check_printer(
    address: str,
    language: str = "en",
    connect: Callable[[str], Printer] = printer_at,
) -> PrinterCheck:
    """Ask the printer at the address; takes at most about 1.5 s and prints nothing.

    Raises:
        PrinterAddressInvalid: the address cannot be read.
    """
    printer = connect(address)
    try:
        printer.open()
        state = printer.status()
    except PrinterFailed:
        state = PrinterState.OFFLINE
    finally:
        printer.close()
    return PrinterCheck(address, state, what_to_do(state, language))


def what_to_do(state: PrinterState, language: str = "en") -> str:
    """One sentence for staff about a printer in that state."""
    return {
        PrinterState.OK: translate("PrinterCheck", "The printer is ready.", language=language),
        PrinterState.NEAR_END: translate(
            "PrinterCheck",
            "The printer is ready; its paper ends soon, put a new roll beside it.",
            language=language,
        ),
        PrinterState.PAPER_OUT: translate(
            "PrinterCheck", "The printer has no paper: put in a new roll.", language=language
        ),
        PrinterState.COVER_OPEN: translate(
            "PrinterCheck", "The cover of the printer is open: close it.", language=language
        ),
        PrinterState.ERROR: translate(
            "PrinterCheck",
            "The printer reports an error: look for jammed paper at the knife, "
            "then switch it off and on.",
            language=language,
        ),
        PrinterState.OFFLINE: translate(
            "PrinterCheck",
            "The printer cannot be reached: check that it is on, its cable is in "
            "and its address is right.",
            language=language,
        ),
        PrinterState.UNKNOWN: translate(
            "PrinterCheck",
            "The printer takes data but does not tell its state: print a test slip and look.",
            language=language,
        ),
    }[state]
