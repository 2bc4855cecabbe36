"""The errand "an appointment": book, check in, move, give up; by code, by scan or by telephone."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ticketing.booking_words import (
    BOOK,
    BY_CODE,
    BY_NUMBER,
    Saying,
    booking_slip,
    failure_words,
    is_time,
    menu_cards,
    over_words,
    when_words,
)
from kiosk.ticketing.clock_words import moment_words
from kiosk.ticketing.flow_state import FlowState
from kiosk.ticketing.keypad_errand import Asking, KeypadErrand
from kiosk.ticketing.page import (
    BOOKED,
    BOOKING,
    BOOKINGS,
    CODE,
    NOTE,
    START,
    TELEPHONE,
    WAYS,
    Page,
    notice_seconds,
)
from kiosk.ticketing.slots_errand import SlotsErrand
from kiosk.ticketing.ticket_errand import TicketErrand
from kiosk.ticketing.ticket_face import have_ready, service_of
from kiosk.ticketing.tile import words
from shared.client.ports import Failure, Reply
from shared.i18n import LANGUAGES, translate
from shared.protocol.appointment import (
    AppointmentBooked,
    AppointmentView,
    BookAppointment,
    ChangeAppointment,
    CheckInCustomer,
)
from shared.protocol.lobby import TicketIssued

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1

BOOKED_S = 60
"""The code is on this page, and perhaps nowhere else: time for a photo."""


@dataclass(frozen=True)
class Found:
    """An appointment that the customer has proved to be theirs, with its code."""

    code: str
    view: AppointmentView


@QmlElement
class BookingErrand(QObject):
    """Pages ``bookings`` (what to do), ``booking`` (one that was found), ``booked``, ``note``.

    For QML: ``cards`` of what may be done, as of ways; ``booking`` of the one that was
    found or booked: service, at, when, ready, code (only right after booking), mayCheckIn;
    ``isSure``: it is asked whether it is really to be given up; ``isMoved``: it has another time
    now; ``note``: headline, detail and symbol.
    """

    changed = Signal()
    listed = Signal()

    def __init__(
        self, state: FlowState, tickets: TicketErrand, slots: SlotsErrand, keypad: KeypadErrand
    ) -> None:
        """Nobody has an appointment."""
        super().__init__()
        self._state = state
        self._tickets = tickets
        self._slots = slots
        self._keypad = keypad
        state.add_page(BOOKINGS, Page(back=lambda: state.go(START)))
        state.add_page(BOOKING, Page(back=self._back_from_one))
        state.add_page(BOOKED, Page(seconds=lambda: BOOKED_S, needs_server=False))
        state.add_page(NOTE, Page(back=self.open, leave=self.open, seconds=notice_seconds))
        state.wiped.connect(self._forget)
        state.client.profileChanged.connect(self.listed)
        self._found: Found | None = None
        self._came_from = BOOKINGS
        self.is_sure = self.is_moved = False
        self.note: dict[str, object] = {}

    # ------------------------------------------------------------ beginnings

    def open(self) -> None:
        """What would you like to do with an appointment?"""
        self._forget()
        self._state.go(BOOKINGS)

    def book(self, service: str) -> None:
        """From the ways of a service: its times, and back to its ways."""
        self._forget()
        self._came_from = WAYS
        self._show_slots(service)

    def scanned(self, code: str) -> None:
        """A code was held before the reader."""
        self._forget()
        self._find(code)

    # ------------------------------------------------------------ what the customer does

    @Slot(str)
    def choose(self, key: str) -> None:
        """A card of the menu."""
        if self._state.screen_name != BOOKINGS or self._state.asking_for:
            return
        if key == BY_CODE:
            self._type_code()
        elif key == BY_NUMBER:
            self._type_number()
        else:
            self._state.asking_for = key
            self._show_slots(key.removeprefix(BOOK))

    def _type_code(self) -> None:
        """By the code of the slip or of the booking page."""
        why = {
            code: translate("Kiosk", "Six letters and digits", language=code) for code in LANGUAGES
        }
        self._keypad.begin(Asking(CODE, why, {}, self._find, None, self.open))

    def _type_number(self) -> None:
        """By the telephone number that was said on booking."""
        why = {
            code: translate("Kiosk", "As you said on booking", language=code) for code in LANGUAGES
        }
        promise = {
            code: translate("Kiosk", "Only to find it; we keep no number", language=code)
            for code in LANGUAGES
        }
        asking = Asking(TELEPHONE, why, promise, self._check_in_number, None, self.open)
        self._keypad.begin(asking)

    @Slot()
    def checkIn(self) -> None:
        """I am here."""
        if self._found is not None and not self._state.asking_for:
            self._ask("checkIn")
            reply = self._state.client.check_in(self._found.code)
            self._hear(reply, self._checked_in)

    @Slot()
    def move(self) -> None:
        """Another time."""
        if self._found is not None and not self._state.asking_for:
            self._state.asking_for = "move"
            self._slots.begin(
                self._found.view.service,
                self._move_to,
                self._show_found,
                self._failed,
                is_moving=True,
            )

    @Slot()
    def giveUp(self) -> None:
        """Give it up: asked once more, then done."""
        if self._found is None or self._state.asking_for:
            return
        if not self.is_sure:
            self.is_sure = True
            self.changed.emit()
            self._state.tell()
            return
        self._ask("giveUp")
        reply = self._state.client.cancel_appointment(self._found.code)
        self._hear(reply, self._given_up)

    # ------------------------------------------------------------ booking

    def _show_slots(self, service: str) -> None:
        def back() -> None:
            self._state.go(self._came_from)

        self._slots.begin(service, lambda at: self._ask_number(service, at), back, self._failed)

    def _ask_number(self, service: str, at: datetime) -> None:
        """A number lets one check in without the code; it need not be said."""
        why = {
            code: translate("Kiosk", "To check in without the code", language=code)
            for code in LANGUAGES
        }
        promise = {
            code: translate("Kiosk", "Turned into a key; we keep no number", language=code)
            for code in LANGUAGES
        }
        asking = Asking(
            TELEPHONE,
            why,
            promise,
            lambda number: self._book(service, at, number),
            lambda: self._book(service, at, None),
            self._slots.show_again,
        )
        self._keypad.begin(asking)

    def _book(self, service: str, at: datetime, number: str | None) -> None:
        state = self._state
        self._ask("book")
        command = BookAppointment(
            service=service,
            at=at,
            segment=state.segment(),
            language=state.wire_language(),
            customer_ref=number,
        )
        self._hear(state.client.book(command), self._booked)

    def _booked(self, booked: AppointmentBooked) -> None:
        self._show_booked(Found(booked.code, booked))

    def _move_to(self, at: datetime) -> None:
        assert self._found is not None
        self._ask("move")
        code = self._found.code
        reply = self._state.client.change_appointment(code, ChangeAppointment(at=at))
        self._hear(reply, lambda view: self._show_booked(Found(code, view), is_moved=True))

    def _show_booked(self, found: Found, *, is_moved: bool = False) -> None:
        """The code, in letters that can be photographed."""
        self._state.asking_for = ""
        self._slots.forget()
        self._found, self.is_moved = found, is_moved
        self.changed.emit()
        state = self._state
        state.go(BOOKED)
        if state.face.profile is not None:
            now = state.client.now()
            slip = booking_slip(found.code, found.view, state.face.profile, now)
            state.printer.print_booking(uuid.uuid4().hex, slip)
        state.count_down()

    # ------------------------------------------------------------ one that stands

    def _find(self, code: str) -> None:
        self._ask("find")
        reply = self._state.client.find_appointment(code)
        self._hear(reply, lambda view: self._found_one(Found(code, view)))

    def _found_one(self, found: Found) -> None:
        """Check in at once where that may be; else say what it is and what may be done."""
        state = self._state
        state.asking_for = ""
        over = over_words(found.view)
        if over is not None:
            self._say(over)
            return
        self._found = found
        if is_time(found.view, state.client.now()):
            self.checkIn()
        else:
            self._show_found()

    def _show_found(self) -> None:
        self.is_sure = False
        self.changed.emit()
        self._state.go(BOOKING)

    def _check_in_number(self, number: str) -> None:
        self._ask("find")
        reply = self._state.client.check_in_customer(CheckInCustomer(customer_ref=number))
        self._hear(reply, self._checked_in)

    def _checked_in(self, ticket: TicketIssued) -> None:
        """The ticket, as any other."""
        self._state.source.learn(ticket)
        self._tickets.show(ticket)
        self._forget()

    def _given_up(self, _view: AppointmentView) -> None:
        headline = {
            code: translate("Kiosk", "Appointment given up", language=code) for code in LANGUAGES
        }
        detail = {
            code: translate("Kiosk", "Its place is free for others", language=code)
            for code in LANGUAGES
        }
        self._say((headline, detail), "check")

    def _back_from_one(self) -> None:
        if self.is_sure:
            self._show_found()
        else:
            self.open()

    # ------------------------------------------------------------ inside

    def _ask(self, what: str) -> None:
        state = self._state
        state.asking_for = what
        state.idle.stop()
        state.tell()

    def _hear(self, reply: Reply, on_done: Callable[[Any], object]) -> None:
        """The answer, unless its customer is gone."""
        reply.then(self._state.if_here(on_done), self._state.if_here(self._failed))

    def _failed(self, failure: Failure) -> None:
        """Nothing was done: why, and what to do."""
        self._say(failure_words(failure))

    def _say(self, said: Saying, symbol: str = "warning") -> None:
        state = self._state
        state.asking_for = ""
        headline, detail = said
        self._found = None
        self.note = {"headline": headline, "detail": detail, "symbol": symbol}
        self.changed.emit()
        state.go(NOTE)
        state.count_down()

    @Slot()
    def _forget(self) -> None:
        """Nobody has an appointment."""
        self._found = None
        self._came_from = BOOKINGS
        self.is_sure = self.is_moved = False
        self.note = {}
        self.changed.emit()

    # ------------------------------------------------------------ for QML

    def _cards(self) -> list[dict[str, object]]:
        profile = self._state.face.profile
        return [card.shown() for card in menu_cards(profile)] if profile else []

    def _booking(self) -> dict[str, object]:
        profile = self._state.face.profile
        if self._found is None or profile is None:
            return {}
        view, now = self._found.view, self._state.client.now()
        service = service_of(profile, view.service)
        return {
            "service": words(service.name if service else None),
            "symbol": service.icon if service else "",
            "at": moment_words(view.at.astimezone(now.tzinfo), now.date()),
            "when": when_words(view, now),
            "ready": have_ready(profile, view.service),
            "code": self._found.code,
            "mayCheckIn": is_time(view, now),
        }

    cards = Property(list, _cards, notify=listed)
    booking = Property(dict, _booking, notify=changed)
    isSure = Property(bool, lambda self: self.is_sure, notify=changed)
    isMoved = Property(bool, lambda self: self.is_moved, notify=changed)
    noteShown = Property(dict, lambda self: self.note, notify=changed)
