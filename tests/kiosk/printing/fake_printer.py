"""A printer for worker tests that does what its script says."""

from collections.abc import Callable

from PIL import Image

from kiosk.printing.errors import PrinterConnectionLost, PrinterOffline, PrinterStalled
from kiosk.printing.status import ANSWER_LIMIT_S, PrinterState


class FakePrinter:
    """Keeps the sizes of the pictures that were printed whole.

    ``refusals``: how many of the next attempts to open fail. ``states``: answers in turn, the
    last one again and again. ``breaks_after``: the share after which the connection is lost;
    with ``stalls`` the printer stops taking data there instead.
    """

    def __init__(
        self,
        *,
        refusals: int = 0,
        states: tuple[PrinterState, ...] = (PrinterState.OK,),
        breaks_after: float | None = None,
        stalls: bool = False,
        can_answer: bool = True,
    ) -> None:
        self.can_answer = can_answer
        self.refusals = refusals
        self.states = list(states)
        self.breaks_after = breaks_after
        self.stalls = stalls
        self.printed: list[tuple[int, int]] = []
        self.patience_s: list[float] = []
        self.opened = 0
        self.is_open = False

    def open(self) -> None:
        self.opened += 1
        if self.refusals:
            self.refusals -= 1
            raise PrinterOffline("fake")
        self.is_open = True

    def status(self, limit_s: float = ANSWER_LIMIT_S) -> PrinterState:
        assert self.is_open
        self.patience_s.append(limit_s)
        return self.states.pop(0) if len(self.states) > 1 else self.states[0]

    def print_image(self, image: Image.Image, on_sent: Callable[[float], None]) -> None:
        assert self.is_open
        for share in (0.0, 0.5, 1.0):
            if self.breaks_after is not None and share > self.breaks_after:
                raise (PrinterStalled if self.stalls else PrinterConnectionLost)("fake")
            on_sent(share)
        self.printed.append(image.size)

    def print_text(self, job: bytes, on_sent: Callable[[float], None]) -> None:
        assert self.is_open
        on_sent(0.0)
        on_sent(1.0)
        self.printed.append((len(job), 0))

    def close(self) -> None:
        self.is_open = False
