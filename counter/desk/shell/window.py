"""The desk's window: the sign-in form, or the bar, the pages at the left and one in front."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter.desk.shell.bar import DeskBar
from counter.desk.shell.help_sheet import HelpSheet
from counter.desk.shell.notices import Notices
from counter.desk.shell.page import DeskPage, PageSpec
from counter.desk.shell.rail import Rail
from counter.desk.shell.session import Desk
from counter.desk.shell.sign_in import DeskSignIn
from counter.desk.shell.style import desk_style
from counter.teller.practice_band import PracticeBand
from shared.domain.errors import LobbyError
from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.marks import label
from shared.ui.palette import palette

WIDTH, HEIGHT = 1366, 768
LEAST_WIDTH, LEAST_HEIGHT = 1200, 640
TICK_MS = 1000

logger = logging.getLogger(__name__)


class DeskWindow(QStackedWidget):
    """Built anew for another language or scheme; who is signed in and what pages keep stays."""

    languageAsked = Signal()
    schemeAsked = Signal()
    practiceAsked = Signal()

    def __init__(self, desk: Desk, look: Look, pages: Sequence[PageSpec]) -> None:
        super().__init__()
        self.desk, self.look, self._all = desk, look, tuple(pages)
        self.specs: tuple[PageSpec, ...] = ()
        self.pages: list[DeskPage] = []
        self._inside: QWidget | None = None
        self._accent = ""
        self._was_served = desk.client.is_served
        self.setObjectName("deskWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(translate("Desk", "Desk – Branch Lobby"))
        self.resize(WIDTH, HEIGHT)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._dress()
        self.sign_in = DeskSignIn(look, desk.staff)
        self.addWidget(self.sign_in)
        self.sign_in.submitted.connect(desk.sign_in)
        self.sign_in.accountSubmitted.connect(desk.sign_in_account)
        self.sign_in.browserAsked.connect(desk.sign_in_browser)
        self.sign_in.kindSwapped.connect(desk.dismiss)
        self.sign_in.languageAsked.connect(self.languageAsked)
        self.sign_in.practiceAsked.connect(self.practiceAsked)
        self.practice = PracticeBand.on(self, desk.client, look)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        desk.changed.connect(self._on_changed)
        desk.sessionChanged.connect(self._on_session)
        self._on_session()

    # ------------------------------------------------------------ who is here

    @Slot()
    def _on_session(self) -> None:
        """Other people see other pages: all is built anew."""
        if self._inside is not None:
            self.removeWidget(self._inside)
            self._inside.deleteLater()
            self._inside = None
            self.pages = []
        if self.desk.session is None:
            self.setCurrentWidget(self.sign_in)
            self.sign_in.begin()
        else:
            self._inside = self._build()
            self.addWidget(self._inside)
            self.setCurrentWidget(self._inside)
            names = [spec.name for spec in self.specs]
            kept = self.desk.page
            if self.specs:
                self.show_page(names.index(kept) if kept in names else 0)
        self._on_changed()

    def _build(self) -> QWidget:
        desk, look = self.desk, self.look
        self.specs = tuple(spec for spec in self._all if desk.role in spec.roles)
        self.bar, self.rail, self.notices = DeskBar(look), Rail(look, self.specs), Notices(look)
        self.bar.helpAsked.connect(self.show_help)
        self.bar.languageAsked.connect(self.languageAsked)
        self.bar.schemeAsked.connect(self.schemeAsked)
        self.bar.leaveAsked.connect(desk.sign_out)
        self.rail.pageChosen.connect(self.show_page)
        self.notices.dismissed.connect(desk.dismiss)
        self.stack = QStackedWidget()
        self.stack.setObjectName("deskPages")
        self.pages = [spec.create(desk, look) for spec in self.specs]
        for spec, page in zip(self.specs, self.pages, strict=True):
            page.setAccessibleName(spec.title())
            self.stack.addWidget(page)
        if not self.pages:
            self.stack.addWidget(_nothing())
        return self._laid_out()

    def _laid_out(self) -> QWidget:
        inside = QWidget()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.notices)
        right.addWidget(self.stack, 1)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.rail)
        columns.addLayout(right, 1)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addLayout(columns, 1)
        return inside

    # ------------------------------------------------------------ showing

    @property
    def page(self) -> DeskPage | None:
        """The page in front; None while nobody is signed in, or nothing is for this role."""
        return self.pages[self.stack.currentIndex()] if self.pages else None

    def show_page(self, place: int) -> None:
        """Another page in front; a sheet goes with its page."""
        if self.page is not None:
            self.page.close_sheet()
        self.stack.setCurrentIndex(place)
        self.rail.choose(place)
        self.desk.page = self.specs[place].name
        page = self.pages[place]
        page.setFocus()
        page.arrive()

    def show_named(self, name: str) -> DeskPage | None:
        """The page of this name in front, where this person has it."""
        names = [spec.name for spec in self.specs]
        if name not in names:
            return None
        self.show_page(names.index(name))
        return self.page

    def show_help(self) -> None:
        """The keys of the page in front."""
        page = self.page
        if page is not None:
            spec = self.specs[self.stack.currentIndex()]
            page.open_sheet(HelpSheet(page, self.look, spec.title(), spec.keys()))

    @Slot()
    def _on_changed(self) -> None:
        self._take_accent()
        is_served = self.desk.client.is_served
        if self._inside is None:
            self.sign_in.show_desk(self.desk)
        else:
            self.bar.show_desk(self.desk)
            self.notices.show_desk(self.desk)
            if is_served and not self._was_served and self.page is not None:
                self.page.arrive()
        self._was_served = is_served

    def _on_tick(self) -> None:
        if self._inside is not None:
            self.bar.show_time(self.desk)

    def _take_accent(self) -> None:
        profile = self.desk.client.profile
        if profile is None or profile.bank.accent == self._accent:
            return
        self._accent = profile.bank.accent
        try:
            self.look.set_accent(self._accent)
        except LobbyError as error:
            logger.warning("desk.accent_refused %s", error)
            return
        self._dress()

    def _dress(self) -> None:
        self.setPalette(palette(self.look.colours))
        self.setStyleSheet(desk_style(self.look.colours))

    # ------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no part of the page wanted; a key held down counts once."""
        if self._inside is None or event.isAutoRepeat() or not self._act(event):
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent) -> bool:
        """Whether it was a key of the window."""
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            place = key - Qt.Key.Key_1
            if 0 <= place < len(self.pages):
                self.show_page(place)
            elif key == Qt.Key.Key_Q:
                self.desk.sign_out()
            else:
                return False
            return True
        if key == Qt.Key.Key_F1:
            self.show_help()
        elif key == Qt.Key.Key_Escape:
            self.desk.dismiss()
        else:
            return False
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor stands where one types."""
        super().showEvent(event)
        if self._inside is None:
            self.sign_in.begin()


def _nothing() -> QWidget:
    made = label("title", translate("Desk", "No page of the desk is for your role."))
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
