"""The errand "and something else": further matters on the same ticket, or two people together.

Small and optional: it stands beside the ways and is never asked.
"""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ticketing.flow_state import FlowState
from kiosk.ticketing.page import NEEDS, WAYS, Page
from kiosk.ticketing.ticket_face import service_of
from kiosk.ticketing.tile import Words, start_tiles, words
from kiosk.ticketing.ways_errand import WaysErrand
from shared.config.profile import Profile, ServiceTable
from shared.i18n import LANGUAGES

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1

ROWS = 6
TWO = 2


@QmlElement
class NeedsErrand(QObject):
    """Page ``needs``.

    For QML: ``services`` (key, name, symbol) of this page of the list, of which ``chosen`` are on
    the ticket; ``hasMore``: there are others; ``names`` of the chosen ones; ``canAdd``: the branch
    lets one ticket have several; ``isForTwo``.
    """

    changed = Signal()
    shown = Signal()

    def __init__(self, state: FlowState, ways: WaysErrand) -> None:
        """One matter, one person."""
        super().__init__()
        self._state = state
        self._ways = ways
        self._from = 0
        state.add_page(NEEDS, Page(back=lambda: state.go(WAYS)))
        state.wiped.connect(self._forget)
        ways.shown.connect(self.changed)

    @Slot()
    def open(self) -> None:
        """What else?"""
        if self._state.screen_name == WAYS and not self._state.asking_for:
            self._from = 0
            self.shown.emit()
            self._state.go(NEEDS)

    @Slot(str)
    def toggle(self, service: str) -> None:
        """This one, too; or not after all. As many as the branch allows on one ticket."""
        chosen = self._state.more_needs
        profile = self._state.face.profile
        if service in chosen:
            chosen.remove(service)
        elif profile is not None and len(chosen) + 1 < profile.visit.needs_max:
            chosen.append(service)
        self.changed.emit()
        self._state.tell()

    @Slot()
    def more(self) -> None:
        """The next services of the list, and from the last ones to the first."""
        self._from = self._from + ROWS if self._from + ROWS < len(self._others()) else 0
        self.shown.emit()
        self._state.tell()

    @Slot()
    def toggleTwo(self) -> None:
        """Two people have the same done together, or one."""
        state = self._state
        state.items = 1 if state.items == TWO else TWO
        self.changed.emit()
        state.tell()

    def _others(self) -> list[ServiceTable]:
        """What else the kiosk gives tickets for, in the order of its tiles."""
        profile = self._state.face.profile
        if profile is None or self._ways.tile is None:
            return []
        names = [name for tile in start_tiles(profile) for name in tile.services]
        found = [service_of(profile, name) for name in dict.fromkeys(names)]
        return [each for each in found if each and each.id not in self._ways.tile.services]

    def _services(self) -> list[dict[str, object]]:
        page = self._others()[self._from : self._from + ROWS]
        return [{"key": each.id, "name": words(each.name), "symbol": each.icon} for each in page]

    def _names(self) -> Words:
        profile = self._state.face.profile
        if profile is None:
            return {}
        return {code: _joined(profile, self._state.more_needs, code) for code in LANGUAGES}

    def _can_add(self) -> bool:
        profile = self._state.face.profile
        return profile is not None and profile.visit.needs_max > 1

    def _can_be_two(self) -> bool:
        profile = self._state.face.profile
        return profile is not None and profile.visit.items_max >= TWO

    @Slot()
    def _forget(self) -> None:
        self._from = 0
        self.shown.emit()
        self.changed.emit()

    services = Property(list, _services, notify=shown)
    hasMore = Property(bool, lambda self: len(self._others()) > ROWS, notify=shown)
    chosen = Property(list, lambda self: list(self._state.more_needs), notify=changed)
    names = Property(dict, _names, notify=changed)
    canAdd = Property(bool, _can_add, notify=changed)
    canBeTwo = Property(bool, _can_be_two, notify=changed)
    isForTwo = Property(bool, lambda self: self._state.items == TWO, notify=changed)


def _joined(profile: Profile, services: list[str], language: str) -> str:
    names = {each.id: each.name.of(language) for each in profile.services}
    return ("、" if language == "zh" else ", ").join(names[each] for each in services)
