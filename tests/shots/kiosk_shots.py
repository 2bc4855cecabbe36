"""The kiosk's screens."""

from collections.abc import Callable, Iterator
from tempfile import TemporaryDirectory

from shared.client.ports import Failure
from shared.protocol.command import IssueTicket
from shared.protocol.journal import NumberLease
from tests.shots import kiosk_access
from tests.shots.kiosk_stage import Kiosk
from tests.shots.picture import Picture, from_qt, scaled
from tests.shots.waiting import still, until
from tests.support import view
from tests.support.fake_door import CODE

HALF = 0.5
Play = Callable[["Kiosk"], None]


def _start(_kiosk: Kiosk) -> None:
    """Nobody has touched anything."""


def _group(kiosk: Kiosk) -> None:
    """The second page of a tile that stands for several services."""
    group = next(tile for tile in kiosk.program.face.start_tiles if tile.is_group)
    kiosk.flow.choose(group.key)


def _forecast(kiosk: Kiosk) -> None:
    kiosk.client.forecast = view.forecasts()
    kiosk.client.forecastChanged.emit(kiosk.client.forecast)


def _ways(kiosk: Kiosk) -> None:
    kiosk.ways("cash", "counter", "machine", saves_min=12.0)


def _ways_plain(kiosk: Kiosk) -> None:
    """No other way, no forecast: what to have ready is all there is to say."""
    kiosk.client.answers["triage"] = view.ways("cash")
    kiosk.flow.choose("cash")
    until(lambda: kiosk.flow.page == "ways")


def _ways_most(kiosk: Kiosk) -> None:
    kiosk.ways("wealth", "counter", "adviser", "appointment")


def _missing(kiosk: Kiosk) -> None:
    _ways(kiosk)
    kiosk.flow.ways.choose("missing")
    kiosk.flow.ways.toggle("id-card")


def _without(kiosk: Kiosk) -> None:
    """The ways of somebody who has left the card at home."""
    _missing(kiosk)
    kiosk.client.answers["triage"] = view.ways(
        "cash", "machine", "appointment", "later", "counter", missing=("id-card",)
    )
    kiosk.flow.ways.goOn()
    until(lambda: kiosk.flow.page == "ways")


def _needs(kiosk: Kiosk) -> None:
    _ways(kiosk)
    kiosk.flow.needs.open()
    kiosk.flow.needs.toggle("transfer")


def _ways_more(kiosk: Kiosk) -> None:
    """With another matter, for two."""
    _needs(kiosk)
    kiosk.flow.needs.toggleTwo()
    kiosk.flow.back()


def _advice(kiosk: Kiosk) -> None:
    _ways(kiosk)
    kiosk.flow.ways.choose("machine")
    kiosk.flow.count.start(18)


def _large_ways(kiosk: Kiosk) -> None:
    _ways(kiosk)
    kiosk.flow.swapLargeType()


def _bookings(kiosk: Kiosk) -> None:
    kiosk.flow.bookings.open()


def _slots(kiosk: Kiosk) -> None:
    _bookings(kiosk)
    kiosk.flow.bookings.choose("book-wealth")
    until(lambda: kiosk.flow.page == "slots")
    kiosk.flow.slots.chooseTime(f"{view.NOW.replace(hour=14, minute=30).isoformat()}")


def _telephone(kiosk: Kiosk) -> None:
    _slots(kiosk)
    kiosk.flow.slots.confirm()
    for digit in "138001326":
        kiosk.flow.keypad.key(digit)


def _booked(kiosk: Kiosk) -> None:
    _telephone(kiosk)
    kiosk.flow.keypad.skip()
    until(lambda: kiosk.flow.page == "booked")
    kiosk.flow.count.start(52)


def _code(kiosk: Kiosk) -> None:
    _bookings(kiosk)
    kiosk.flow.bookings.choose("code")
    for letter in CODE[:4]:
        kiosk.flow.keypad.key(letter)


def _booking(kiosk: Kiosk) -> None:
    kiosk.client.appointments[CODE] = view.appointment()
    _code(kiosk)
    for letter in CODE[4:]:
        kiosk.flow.keypad.key(letter)
    kiosk.flow.keypad.ok()
    until(lambda: kiosk.flow.page in {"booking", "note"})


def _give_up(kiosk: Kiosk) -> None:
    _booking(kiosk)
    kiosk.flow.bookings.giveUp()


def _lapsed(kiosk: Kiosk) -> None:
    kiosk.client.answers["find_appointment"] = view.appointment(state="no_show")
    _booking(kiosk)
    kiosk.flow.count.start(18)


def _large_slots(kiosk: Kiosk) -> None:
    _slots(kiosk)
    kiosk.flow.swapLargeType()


def _large_telephone(kiosk: Kiosk) -> None:
    _telephone(kiosk)
    kiosk.flow.swapLargeType()


def _large_code(kiosk: Kiosk) -> None:
    _code(kiosk)
    kiosk.flow.swapLargeType()


def _large_bookings(kiosk: Kiosk) -> None:
    _bookings(kiosk)
    kiosk.flow.swapLargeType()


def _large_booked(kiosk: Kiosk) -> None:
    _booked(kiosk)
    kiosk.flow.swapLargeType()


def _printing(kiosk: Kiosk) -> None:
    kiosk.take_ticket()
    kiosk.print_state("printing", 0.6)
    kiosk.flow.count.start(12)


def _printed(kiosk: Kiosk) -> None:
    kiosk.take_ticket()
    kiosk.print_state("done", 1.0)
    kiosk.flow.count.start(12)


def _turn(kiosk: Kiosk) -> None:
    """When it is probably called."""
    window = view.forecast("cash").quotes[0].window
    kiosk.client.answers["issue_ticket"] = view.issued("A027", window=window)
    _printing(kiosk)


def _large_turn(kiosk: Kiosk) -> None:
    _turn(kiosk)
    kiosk.flow.swapLargeType()


def _paper_out(kiosk: Kiosk) -> None:
    kiosk.take_ticket()
    kiosk.print_state("paper_out")


def _called(kiosk: Kiosk) -> None:
    _printed(kiosk)
    kiosk.flow.called_words = {"zh": "2 号窗口", "en": "counter 2"}
    kiosk.flow.changed.emit()


def _away(kiosk: Kiosk) -> None:
    kiosk.program.own.close()
    kiosk.client.profile = None
    kiosk.client.go(online=False)


def _own_start(kiosk: Kiosk) -> None:
    """No server decides, and the kiosk has numbers of its own."""
    until(lambda: kiosk.program.own.can_issue)
    kiosk.client.go(online=False)


def _own_ticket(kiosk: Kiosk) -> None:
    _own_start(kiosk)
    kiosk.flow.choose("cash")
    kiosk.print_state("done", 1.0)
    kiosk.flow.count.start(12)


def _own_used_up(kiosk: Kiosk) -> None:
    kiosk.client.answers["lease_numbers"] = NumberLease(first=801, last=801)
    _own_start(kiosk)
    kiosk.flow.choose("cash")
    kiosk.flow.leave()
    kiosk.flow.choose("cash")


def _large_own_start(kiosk: Kiosk) -> None:
    _own_start(kiosk)
    kiosk.flow.swapLargeType()


def _large_own_ticket(kiosk: Kiosk) -> None:
    _own_ticket(kiosk)
    kiosk.flow.swapLargeType()


def _idle(kiosk: Kiosk) -> None:
    kiosk.flow.togglePriority()
    kiosk.flow.warning.start(15)


def _help(kiosk: Kiosk) -> None:
    kiosk.flow.askHelp()
    until(lambda: kiosk.flow.help_state == "coming")


def _refused(kiosk: Kiosk) -> None:
    def refuse(_command: IssueTicket) -> Failure:
        return Failure("branch_closed", "", params=("09:00", "16:45"))

    kiosk.client.answers["issue_ticket"] = refuse
    kiosk.flow.choose("cash")
    until(lambda: kiosk.flow.page == "refused")


def _closed(kiosk: Kiosk) -> None:
    kiosk.client.show(view.lobby(is_open=False))


def _large_start(kiosk: Kiosk) -> None:
    kiosk.flow.swapLargeType()


def _large_ticket(kiosk: Kiosk) -> None:
    _printed(kiosk)
    kiosk.flow.swapLargeType()


SCREENS: dict[str, tuple[str, Play]] = {
    "kiosk-start": ("neighbourhood", _start),
    "kiosk-closed": ("neighbourhood", _closed),
    "kiosk-group": ("city", _group),
    "kiosk-start-forecast": ("neighbourhood", _forecast),
    "kiosk-ways": ("neighbourhood", _ways),
    "kiosk-ways-plain": ("neighbourhood", _ways_plain),
    "kiosk-ways-most": ("neighbourhood", _ways_most),
    "kiosk-ways-without": ("neighbourhood", _without),
    "kiosk-ways-more": ("neighbourhood", _ways_more),
    "kiosk-needs": ("neighbourhood", _needs),
    "kiosk-missing": ("neighbourhood", _missing),
    "kiosk-advice": ("neighbourhood", _advice),
    "kiosk-large-ways": ("neighbourhood", _large_ways),
    "kiosk-bookings": ("neighbourhood", _bookings),
    "kiosk-slots": ("neighbourhood", _slots),
    "kiosk-telephone": ("neighbourhood", _telephone),
    "kiosk-booked": ("neighbourhood", _booked),
    "kiosk-code": ("neighbourhood", _code),
    "kiosk-booking": ("neighbourhood", _booking),
    "kiosk-give-up": ("neighbourhood", _give_up),
    "kiosk-lapsed": ("neighbourhood", _lapsed),
    "kiosk-large-bookings": ("neighbourhood", _large_bookings),
    "kiosk-large-slots": ("neighbourhood", _large_slots),
    "kiosk-large-telephone": ("neighbourhood", _large_telephone),
    "kiosk-large-code": ("neighbourhood", _large_code),
    "kiosk-large-booked": ("neighbourhood", _large_booked),
    "kiosk-ticket-printing": ("neighbourhood", _printing),
    "kiosk-ticket-turn": ("neighbourhood", _turn),
    "kiosk-large-ticket-turn": ("neighbourhood", _large_turn),
    "kiosk-ticket": ("neighbourhood", _printed),
    "kiosk-ticket-called": ("neighbourhood", _called),
    "kiosk-ticket-not-printed": ("neighbourhood", _paper_out),
    "kiosk-rush": ("neighbourhood", kiosk_access.rush),
    "kiosk-large-rush": ("neighbourhood", kiosk_access.large_rush),
    "kiosk-ticket-hearing": ("neighbourhood", kiosk_access.hearing),
    "kiosk-lowered": ("city", kiosk_access.lowered),
    "kiosk-speech": ("neighbourhood", kiosk_access.speech),
    "kiosk-staff-pin": ("neighbourhood", kiosk_access.staff_pin),
    "kiosk-staff": ("neighbourhood", kiosk_access.staff),
    "kiosk-out-of-order": ("neighbourhood", kiosk_access.out_of_order),
    "kiosk-away": ("neighbourhood", _away),
    "kiosk-own-start": ("neighbourhood", _own_start),
    "kiosk-own-ticket": ("neighbourhood", _own_ticket),
    "kiosk-own-used-up": ("neighbourhood", _own_used_up),
    "kiosk-idle": ("neighbourhood", _idle),
    "kiosk-help": ("neighbourhood", _help),
    "kiosk-refused": ("neighbourhood", _refused),
    "kiosk-large-start": ("neighbourhood", _large_start),
    "kiosk-large-ticket": ("neighbourhood", _large_ticket),
    "kiosk-large-own-start": ("neighbourhood", _large_own_start),
    "kiosk-large-own-ticket": ("neighbourhood", _large_own_ticket),
}


SPEAKING = frozenset({"kiosk-speech"})
"""On a machine with a voice."""


def shots(language: str) -> Iterator[tuple[str, Picture]]:
    """Every screen of the kiosk with this language first."""
    for name in SCREENS:
        with TemporaryDirectory() as own:
            yield name, scaled(_picture(name, language, own), HALF)


def _picture(name: str, language: str, own: str) -> Picture:
    """One screen; ``own``: folder for the kiosk's own numbers."""
    profile, play = SCREENS[name]
    kiosk = Kiosk(language, profile, own, speaks=name in SPEAKING)
    play(kiosk)
    picture = from_qt(still(kiosk.program))
    problems = list(kiosk.program.engine.problems)
    kiosk.program.close()
    assert problems == [], (name, problems)
    return picture
