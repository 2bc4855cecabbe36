"""Conditions that the virtual printer can be put into, and what it answers in them."""

from dataclasses import dataclass

FIXED_BITS = 0x12  # bits 1 and 4 of every answer to DLE EOT


@dataclass(frozen=True)
class VirtualState:
    """What is wrong with the printer; nothing by default.

    ``is_silent``: prints, but answers no query. ``drop_after_bytes``: each connection breaks
    when that many bytes have come.
    """

    is_paper_out: bool = False
    is_near_end: bool = False
    is_cover_open: bool = False
    has_error: bool = False
    is_silent: bool = False
    drop_after_bytes: int | None = None

    @property
    def is_blocked(self) -> bool:
        """Whether finished slips stay inside until somebody has helped."""
        return self.is_paper_out or self.is_cover_open or self.has_error

    def answer(self, number: int) -> bytes:
        """The byte for DLE EOT ``number``, or for GS r (any other number); empty when silent."""
        if self.is_silent:
            return b""
        near_end = self.is_near_end or self.is_paper_out
        paper = 0x0C * near_end | 0x60 * self.is_paper_out
        stopped = 0x04 * self.is_cover_open | 0x20 * self.is_paper_out | 0x40 * self.has_error
        answers = {
            1: FIXED_BITS | 0x08 * self.is_blocked,
            2: FIXED_BITS | stopped,
            3: FIXED_BITS | 0x08 * self.has_error,
            4: FIXED_BITS | paper,
        }
        return bytes([answers.get(number, paper & 0x0F)])


NAMED_STATES = {
    "ok": VirtualState(),
    "near_end": VirtualState(is_near_end=True),
    "paper_out": VirtualState(is_paper_out=True),
    "cover_open": VirtualState(is_cover_open=True),
    "error": VirtualState(has_error=True),
    "silent": VirtualState(is_silent=True),
}
