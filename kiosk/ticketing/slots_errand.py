"""The errand "pick a time": five days, the times of one of them, full ones stay in their place."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ticketing.clock_words import day_words, moment_words, weekday
from kiosk.ticketing.flow_state import FlowState
from kiosk.ticketing.page import SLOTS, Page
from kiosk.ticketing.ticket_face import service_of
from kiosk.ticketing.tile import Words, words
from shared.client.ports import Failure
from shared.config.visit_tables import AppointmentTable
from shared.i18n import LANGUAGES, translate
from shared.protocol.appointment import SlotsView, SlotView

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1

DAYS = 5
TIMES = 11
"""Beside them the twelfth place leads on: to later times, or to more days."""


@QmlElement
class SlotsErrand(QObject):
    """Page ``slots``.

    For QML: ``service``, ``symbol``; ``facts``: how long it takes and when to check in;
    ``days`` (key, name, date, isOver: nothing to book) and ``day``, the chosen one; ``times``
    (key, text, isFull) and ``time``, the chosen one, empty before; ``moreKind``: what the twelfth
    place leads to, times or days; ``choice``: the chosen day and time in words. ``isMoving``: an
    appointment is moved, none is booked.
    """

    changed = Signal()
    shown = Signal()

    def __init__(self, state: FlowState) -> None:
        """Nobody books."""
        super().__init__()
        self._state = state
        state.add_page(SLOTS, Page(back=self._back))
        state.wiped.connect(self.forget)
        self._turn = 0
        self._service = ""
        self._on_chosen: Callable[[datetime], object] = _nobody
        self._on_back: Callable[[], object] = _nobody
        self._on_failed: Callable[[Failure], object] = _nobody
        self._is_moving = False
        self._first = date.min
        self._found: dict[date, tuple[SlotView, ...]] = {}
        self._day = date.min
        self._from = 0
        self._time = ""

    def begin(
        self,
        service: str,
        on_chosen: Callable[[datetime], object],
        on_back: Callable[[], object],
        on_failed: Callable[[Failure], object],
        *,
        is_moving: bool = False,
    ) -> None:
        """Show the times of a service; the place is not taken before ``on_chosen`` takes it."""
        self.forget()
        self._service = service
        self._on_chosen, self._on_back, self._on_failed = on_chosen, on_back, on_failed
        self._is_moving = is_moving
        self._show_days(self._today())

    def show_again(self) -> None:
        """The time was taken by somebody else meanwhile: the same days once more."""
        self._time = ""
        self._show_days(self._first)

    def forget(self) -> None:
        """Nobody books."""
        self._turn += 1
        self._service = ""
        self._on_chosen = self._on_back = self._on_failed = _nobody
        self._is_moving = False
        self._first = date.min
        self._found = {}
        self._day = date.min
        self._from = 0
        self._time = ""
        self.shown.emit()
        self.changed.emit()

    # ------------------------------------------------------------ what the customer does

    @Slot(str)
    def chooseDay(self, key: str) -> None:
        """One of the five days."""
        day = date.fromisoformat(key)
        if self._found.get(day):
            self._choose_day(day)

    @Slot(str)
    def chooseTime(self, key: str) -> None:
        """One of the times; the place is not taken yet."""
        if any(each.at.isoformat() == key and each.free for each in self._slots()):
            self._time = key
            self.changed.emit()
            self._state.tell()

    @Slot()
    def more(self) -> None:
        """Later times of this day; after them more days, and from the last ones back to today."""
        if self._state.asking_for:
            return
        if self._has_later():
            self._from += TIMES
            self._time = ""
            self.shown.emit()
            self.changed.emit()
            return
        following = self._first + timedelta(days=DAYS)
        self._show_days(following if following <= self._last() else self._today())

    @Slot()
    def confirm(self) -> None:
        """Take it."""
        if self._time and not self._state.asking_for:
            self._on_chosen(datetime.fromisoformat(self._time))

    # ------------------------------------------------------------ inside

    def _show_days(self, first: date) -> None:
        """Ask for the times of five days at once, so that a closed day is seen before a touch."""
        state = self._state
        self._turn += 1
        turn = self._turn
        found: dict[date, tuple[SlotView, ...]] = {}
        days = [first + timedelta(days=n) for n in range(DAYS)]
        # The days may have gone on meanwhile: today is always asked for, or nobody would answer.
        days = [day for day in days if day <= self._last()] or [self._today()]
        state.asking_for = state.asking_for or "days"
        state.idle.stop()
        state.tell()

        def came(view: SlotsView) -> None:
            if turn != self._turn:
                return
            found[date.fromisoformat(view.day)] = view.slots
            if len(found) == len(days):
                self._days_came(first, {day: found.get(day, ()) for day in days})

        def failed(failure: Failure) -> None:
            if turn == self._turn:
                self._turn += 1
                state.asking_for = ""
                self._on_failed(failure)

        for day in days:
            state.client.slots(self._service, day).then(came, failed)

    def _days_came(self, first: date, found: dict[date, tuple[SlotView, ...]]) -> None:
        self._state.asking_for = ""
        self._first, self._found = first, found
        with_place = (day for day, slots in found.items() if any(each.free for each in slots))
        with_times = (day for day, slots in found.items() if slots)
        self._choose_day(next(with_place, next(with_times, first)))
        self._state.go(SLOTS)

    def _choose_day(self, day: date) -> None:
        """Another day: its times, from the first one with a free place on."""
        self._day, self._from, self._time = day, 0, ""
        self.shown.emit()
        self.changed.emit()
        self._state.tell()

    def _slots(self) -> tuple[SlotView, ...]:
        return self._found.get(self._day, ())

    def _has_later(self) -> bool:
        return len(self._slots()) > self._from + TIMES

    def _back(self) -> None:
        on_back = self._on_back
        self.forget()
        on_back()

    def _today(self) -> date:
        return self._state.client.now().date()

    def _last(self) -> date:
        """The last day that may be booked."""
        rules = self._rules()
        return self._today() + timedelta(days=rules.ahead_days if rules else 0)

    def _rules(self) -> AppointmentTable | None:
        profile = self._state.face.profile
        tables = profile.appointments if profile else ()
        return next((each for each in tables if each.service == self._service), None)

    # ------------------------------------------------------------ for QML

    def _name(self) -> Words:
        profile = self._state.face.profile
        found = service_of(profile, self._service) if profile else None
        return words(found.name if found else None)

    def _symbol(self) -> str:
        profile = self._state.face.profile
        found = service_of(profile, self._service) if profile else None
        return found.icon if found else ""

    def _facts(self) -> list[dict[str, object]]:
        profile, rules = self._state.face.profile, self._rules()
        found = service_of(profile, self._service) if profile else None
        if found is None or rules is None:
            return []
        takes, early = round(found.usual_min), round(rules.early_min)
        return [
            {
                "symbol": "schedule",
                "words": {
                    code: translate("Kiosk", "Takes about %1 min", takes, language=code)
                    for code in LANGUAGES
                },
            },
            {
                "symbol": "chair_alt",
                "words": {
                    code: translate("Kiosk", "Come %1 min early", early, language=code)
                    for code in LANGUAGES
                },
            },
        ]

    def _days(self) -> list[dict[str, object]]:
        return [
            {
                "key": day.isoformat(),
                "name": _day_name(day, self._today()),
                "date": dict.fromkeys(LANGUAGES, f"{day.month}/{day.day}"),
                "isOver": not slots,
            }
            for day, slots in self._found.items()
        ]

    def _times(self) -> list[dict[str, object]]:
        return [
            {
                "key": each.at.isoformat(),
                "text": f"{self._local(each.at):%H:%M}",
                "isFull": not each.free,
            }
            for each in self._slots()[self._from : self._from + TIMES]
        ]

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self._state.client.now().tzinfo)

    def _choice(self) -> Words:
        if not self._time:
            return {}
        return moment_words(self._local(datetime.fromisoformat(self._time)), self._today())

    def _day_key(self) -> str:
        return self._day.isoformat()

    def _more_kind(self) -> str:
        return "times" if self._has_later() else "days"

    service = Property(dict, _name, notify=shown)
    symbol = Property(str, _symbol, notify=shown)
    facts = Property(list, _facts, notify=shown)
    days = Property(list, _days, notify=shown)
    times = Property(list, _times, notify=shown)
    moreKind = Property(str, _more_kind, notify=shown)
    day = Property(str, _day_key, notify=changed)
    time = Property(str, lambda self: self._time, notify=changed)
    choice = Property(dict, _choice, notify=changed)
    isMoving = Property(bool, lambda self: self._is_moving, notify=changed)


def _day_name(day: date, today: date) -> Words:
    """Today, or the day of the week."""
    if day == today:
        return day_words(day, today)
    return {code: weekday(day, code) for code in LANGUAGES}


def _nobody(*_said: object) -> None:
    """Who waits for nothing."""
