"""What a printer says about itself: DLE EOT 1 to 4, read by ourselves.

python-escpos calls silence "adequate paper"; here silence is ``unknown``, never fine.
Source of the bits: Epson ESC/POS command reference, DLE EOT n.
"""

from collections.abc import Callable
from enum import StrEnum

ANSWER_LIMIT_S = 0.3
# Right after a slip the question stands behind it, in front of a head that is still printing.
FINAL_ANSWER_LIMIT_S = 3.0
SKIPPED_READS = 4
QUERIES = (1, 2, 3, 4)


class PrinterState(StrEnum):
    """The one word that screens and checks use for a printer."""

    OK = "ok"
    NEAR_END = "near_end"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    ERROR = "error"
    OFFLINE = "offline"
    UNKNOWN = "unknown"

    @property
    def is_ready(self) -> bool:
        """Whether the printer said that it can print."""
        return self in (PrinterState.OK, PrinterState.NEAR_END)

    @property
    def is_blocked(self) -> bool:
        """Whether a print would certainly come to nothing."""
        return not self.is_ready and self is not PrinterState.UNKNOWN


def query(number: int) -> bytes:
    """The bytes that ask for status ``number`` (1 to 4), answered at once even while printing."""
    return bytes((0x10, 0x04, number))


def is_status(byte: int) -> bool:
    """Whether a byte can be an answer to DLE EOT: bits 0 and 7 clear, 1 and 4 set."""
    return byte & 0b1001_0011 == 0b0001_0010


def read_state(
    write: Callable[[bytes], None],
    read: Callable[[float], bytes],
    limit_s: float = ANSWER_LIMIT_S,
) -> PrinterState:
    """Ask all four questions, one after the other; stop at the first silence.

    A silent printer costs ``limit_s``, which is the patience with the first answer. A fault that
    was told counts even when a later answer is missing; without one, a missing answer means
    ``unknown``.
    """
    answers: dict[int, int] = {}
    for number in QUERIES:
        write(query(number))
        answer = _answer(read, ANSWER_LIMIT_S if answers else limit_s)
        if answer is None:
            break
        answers[number] = answer
    return state_of(answers)


def _answer(read: Callable[[float], bytes], limit_s: float) -> int | None:
    """The status byte that came, skipping anything else (flow control, say); None for silence."""
    for _ in range(SKIPPED_READS):
        data = read(limit_s)
        valid = [byte for byte in data if is_status(byte)]
        if valid:
            return valid[-1]
        if not data:
            return None
    return None


def state_of(answers: dict[int, int]) -> PrinterState:
    """The state from the answers by query number; an open cover explains the rest, so it is first.

    Cover: 2 bit 2. Paper end: 2 bit 5, 4 bits 5 and 6. Error: 2 bit 6, 3 bits 2, 3, 5 and 6.
    Offline for another reason: 1 bit 3. Near end: 4 bits 2 and 3.
    """
    printer, cause, error, paper = (answers.get(number, 0) for number in QUERIES)
    if cause & 0x04:
        return PrinterState.COVER_OPEN
    if cause & 0x20 or paper & 0x60:
        return PrinterState.PAPER_OUT
    if cause & 0x40 or error & 0x6C or printer & 0x08:
        return PrinterState.ERROR
    if len(answers) < len(QUERIES):
        return PrinterState.UNKNOWN
    return PrinterState.NEAR_END if paper & 0x0C else PrinterState.OK
