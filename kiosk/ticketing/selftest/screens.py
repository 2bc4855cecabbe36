"""Every screen of the kiosk, by name, and how to get there: a new page is added here.

``tests/kiosk/ticketing/selftest`` fails while a page of the flow is opened by none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.ticketing.program import KioskProgram
from kiosk.ticketing.selftest.answers import fullest_service
from kiosk.ticketing.selftest.client import NOW, StillClient
from kiosk.ticketing.tile import service_tiles
from shared.client.ports import Failure
from shared.config.profile import Profile
from shared.domain.errors import BranchClosed
from shared.protocol.lobby import TicketIssued

AHEAD = 88
"""People ahead on the ticket that is measured: two wide digits."""


@dataclass(frozen=True)
class Stage:
    """A kiosk with its window, and the branch that it shows."""

    program: KioskProgram
    client: StillClient

    @property
    def profile(self) -> Profile:
        """The branch as data."""
        assert self.client.profile is not None
        return self.client.profile

    def reset(self) -> None:
        """The start screen of an open branch in contact, nothing printing."""
        self.client.show()
        self.program.flow.is_out_of_order = False
        self.program.flow.wipe()
        self.print_state("none")

    def print_state(self, state: str) -> None:
        """What the printer would say."""
        printer = self.program.printer
        printer.state_name, printer.share_sent = state, 0.5
        printer.changed.emit()


def _start(_stage: Stage) -> None:
    """Nobody has touched anything."""


def _priority(stage: Stage) -> None:
    stage.program.flow.togglePriority()


def _rush(stage: Stage) -> None:
    stage.client.rush()


def _visual(stage: Stage) -> None:
    _printing(stage)
    stage.program.flow.access.swapVisual()


def _closed(stage: Stage) -> None:
    stage.client.show(is_open=False)


def _group(stage: Stage) -> None:
    """The second page of the first tile that has one; without one, the start screen stays."""
    flow = stage.program.flow
    groups = [tile for tile in flow.face.start_tiles if tile.is_group]
    if groups:
        flow.choose(groups[0].key)


def _ways(stage: Stage) -> None:
    """The service that has most to say before its ticket."""
    service = fullest_service(stage.profile).id
    stage.program.flow.ways.begin(service_tiles(stage.profile, (service,))[0])


def _missing(stage: Stage) -> None:
    _ways(stage)
    flow = stage.program.flow
    if len(fullest_service(stage.profile).needs_documents) > 1:
        flow.ways.choose("missing")
        flow.ways.toggle(fullest_service(stage.profile).needs_documents[0])


def _needs(stage: Stage) -> None:
    """Another matter on the same ticket."""
    _ways(stage)
    stage.program.flow.needs.open()
    first = stage.program.flow.needs.property("services")[0]["key"]
    stage.program.flow.needs.toggle(first)


def _advice(stage: Stage) -> None:
    _ways(stage)
    ways = [card.key for card in stage.program.flow.ways.cards]
    for way in ("machine", "later"):
        if way in ways:
            stage.program.flow.ways.choose(way)


def _bookings(stage: Stage) -> None:
    stage.program.flow.bookings.open()


def _slots(stage: Stage) -> None:
    """The times of a service; booked from its ways, whether or not it has appointments here."""
    flow = stage.program.flow
    flow.bookings.book(fullest_service(stage.profile).id)
    flow.slots.chooseTime(flow.slots.property("times")[1]["key"])


def _telephone(stage: Stage) -> None:
    _slots(stage)
    stage.program.flow.slots.confirm()
    for digit in "13888888888":
        stage.program.flow.keypad.key(digit)


def _booked(stage: Stage) -> None:
    _telephone(stage)
    stage.program.flow.keypad.skip()


def _code(stage: Stage) -> None:
    _bookings(stage)
    stage.program.flow.bookings.choose("code")


def _typed(stage: Stage, code: str) -> None:
    _code(stage)
    for letter in code:
        stage.program.flow.keypad.key(letter)
    stage.program.flow.keypad.ok()


def _booking(stage: Stage) -> None:
    _typed(stage, "WMWMWM")


def _note(stage: Stage) -> None:
    _typed(stage, "WWWWWW")


def _ticket(stage: Stage) -> None:
    service = stage.profile.services[0]
    ticket = TicketIssued(
        id="self-test",
        number=f"{service.series}888",
        state="waiting",
        service=service.id,
        segment=stage.profile.segments[0].id,
        arrived_at=NOW,
        issued_at=NOW,
        people_ahead=AHEAD,
        phone_url="http://branch.example.com/t/0123456789abcdef0123456789",
    )
    stage.program.flow.tickets.show(ticket)


def _printing(stage: Stage) -> None:
    _ticket(stage)
    stage.print_state("printing")


def _paper_out(stage: Stage) -> None:
    _ticket(stage)
    stage.print_state("paper_out")


def _ticket_away(stage: Stage) -> None:
    _ticket(stage)
    stage.client.show(is_online=False)


def _refused(stage: Stage) -> None:
    failure = Failure(BranchClosed.code, "", params=("09:00", "16:45"))
    stage.program.flow.tickets.refuse(failure)


def _help(stage: Stage) -> None:
    stage.program.flow.askHelp()


def _help_failed(stage: Stage) -> None:
    stage.program.flow.askHelp()
    stage.program.flow.help_state = "failed"
    stage.program.flow.changed.emit()


def _away(stage: Stage) -> None:
    stage.client.show(is_online=False)


def _idle(stage: Stage) -> None:
    stage.program.flow.togglePriority()
    stage.program.flow.warning.start(stage.profile.kiosk.warning_s)


def _out_of_order(stage: Stage) -> None:
    stage.program.flow.is_out_of_order = True
    stage.program.flow.tell()


def _staff_number(stage: Stage) -> None:
    stage.program.flow.staff.open()


def _pin(stage: Stage) -> None:
    _staff_number(stage)
    _type(stage, "888888888888")


def _staff(stage: Stage) -> None:
    """With as many slips of late as are shown."""
    _pin(stage)
    _type(stage, "8888")
    for copy in (1, 2, 3):
        stage.program.printer.began.emit("self-test", copy, "W888")
        stage.program.printer.ended.emit("self-test", copy, "unknown", "")
    stage.program.flow.staff.finish("restart")


def _staff_refused(stage: Stage) -> None:
    stage.client.show(is_online=False)
    stage.program.flow.staff.open()


def _panel_test(stage: Stage) -> None:
    _staff(stage)
    stage.program.flow.staff.testPanel()


def _type(stage: Stage, digits: str) -> None:
    for digit in digits:
        stage.program.flow.keypad.key(digit)
    stage.program.flow.keypad.ok()


def _speech(stage: Stage) -> None:
    """How loud."""
    stage.program.spoken.press()
    stage.program.spoken.press()


SCREENS: dict[str, Callable[[Stage], None]] = {
    "start": _start,
    "start, priority chosen": _priority,
    "start, closed": _closed,
    "start, rush": _rush,
    "group": _group,
    "ways": _ways,
    "what is missing": _missing,
    "advice": _advice,
    "another matter": _needs,
    "appointments": _bookings,
    "times": _slots,
    "mobile number": _telephone,
    "code": _code,
    "appointment": _booking,
    "booked": _booked,
    "appointment is over": _note,
    "ticket, printing": _printing,
    "ticket, hard of hearing": _visual,
    "ticket, no paper": _paper_out,
    "ticket, server away": _ticket_away,
    "refused": _refused,
    "help": _help,
    "help, nobody reached": _help_failed,
    "away": _away,
    "idle warning": _idle,
    "speech": _speech,
    "out of order": _out_of_order,
    "staff number": _staff_number,
    "PIN": _pin,
    "staff": _staff,
    "staff, nobody let in": _staff_refused,
    "panel test": _panel_test,
}
"""Name of the screen, and what opens it on a kiosk that was reset."""
