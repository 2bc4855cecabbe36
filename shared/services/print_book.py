"""What the log says of today's slips and devices: a projection, changed by events and nothing else.

A slip is the customer's only paper: one that did not come out, or of which nobody knows, has to be
seen by somebody while the customer still waits.
"""

from typing import Final, NamedTuple

from shared.domain import event as kinds
from shared.domain.event import Event, names, optional_text, whole

DONE: Final = "done"
FATES: Final = {
    kinds.PRINT_REQUESTED: "requested",
    kinds.PRINT_STARTED: "started",
    kinds.PRINT_DONE: DONE,
    kinds.PRINT_FAILED: "failed",
    kinds.PRINT_UNKNOWN: "unknown",
}
ENDS: Final = frozenset({DONE, "failed", "unknown"})
#: A printer that cannot answer at all never tells; its own trouble says so, not each slip.
TELLS_NOTHING: Final = "printer_mute"


class Print(NamedTuple):
    """One print of one ticket's slip, as far as it is known."""

    ticket: str
    copy_no: int
    device: str
    fate: str
    reason: str
    at_us: int

    @property
    def is_over(self) -> bool:
        """Whether nothing more will be heard of it."""
        return self.fate in ENDS


class Trouble(NamedTuple):
    """What a device lacks, as it said itself."""

    device: str
    name: str
    role: str
    problems: tuple[str, ...]
    since_us: int


class PrintBook:
    """Today's prints by ticket, in the order of their copies, and the devices in trouble."""

    def __init__(self) -> None:
        """A new day."""
        self._prints: dict[str, dict[int, Print]] = {}
        self.troubles: dict[str, Trouble] = {}

    def note(self, event: Event) -> None:
        """Take an event; those of other kinds change nothing."""
        if event.kind in FATES:
            copy_no = whole(event, "copy")
            self._prints.setdefault(event.ticket, {})[copy_no] = Print(
                event.ticket,
                copy_no,
                str(event.data["device"]),
                FATES[event.kind],
                optional_text(event, "reason"),
                event.at_us,
            )
        elif event.kind == kinds.DEVICE_REPORTED:
            self._report(event)

    def _report(self, event: Event) -> None:
        device, problems = str(event.data["device"]), tuple(names(event, "problems"))
        if problems:
            name, role = str(event.data["name"]), str(event.data["role"])
            self.troubles[device] = Trouble(device, name, role, problems, event.at_us)
        else:
            self.troubles.pop(device, None)

    def find(self, ticket: str, copy_no: int) -> Print | None:
        """One print; None when nothing was heard of it."""
        return self._prints.get(ticket, {}).get(copy_no)

    def of_ticket(self, ticket: str) -> list[Print]:
        """Every print of this ticket, first copy first."""
        return [each for _, each in sorted(self._prints.get(ticket, {}).items())]

    def without_slip(self) -> list[Print]:
        """For each ticket its newest print, where that left no slip as far as anybody knows."""
        newest = (self.of_ticket(ticket)[-1] for ticket in self._prints)
        return [each for each in newest if each.fate != DONE and each.reason != TELLS_NOTHING]
