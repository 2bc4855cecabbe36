"""The console's window: the bar, one page at a time, sheets above them, and the keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from shared.domain.errors import LobbyError
from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.palette import palette
from shared.ui.sheet import Sheet
from simulator.console.effect.page import EffectPage
from simulator.console.floor.layout_page import LayoutPage
from simulator.console.floor.watch_page import WatchPage
from simulator.console.roster.page import RosterPage
from simulator.console.shell import asking
from simulator.console.shell.bar import Bar
from simulator.console.shell.keys import action_of
from simulator.console.shell.session import Session
from simulator.console.shell.style import console_style
from simulator.console.shell.tour import Tour, steps
from simulator.console.staffing.page import StaffingPage
from simulator.console.study.saving import SAMPLE, open_file
from simulator.console.whatif.page import WhatIfPage
from simulator.console.whatif.plan_sheet import PlanSheet
from simulator.console.whatif.words import spoken

WIDTH, HEIGHT = 1366, 768
LEAST_WIDTH, LEAST_HEIGHT = 1200, 700


class ConsoleWindow(QWidget):
    """Built anew from the session for another language or scheme: what one works on stays."""

    languageAsked = Signal()
    schemeAsked = Signal()

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session, self.look = session, look
        self.setObjectName("consoleWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(WIDTH, HEIGHT)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.sheet: Sheet | None = None
        self.tour: Tour | None = None
        self._written = False
        self._is_retired = False
        self._take_accent()
        self.setPalette(palette(look.colours))
        self.setStyleSheet(console_style(look.colours))
        self.bar = Bar(look, self._names())
        self.pages = QStackedWidget()
        self.message = QLabel(self)
        self.message.setObjectName("message")
        self.message.setWordWrap(True)
        self.message.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(self.pages, 1)
        self._build()
        self._connect()
        self.show_page(0)

    def _names(self) -> list[tuple[str, str, str]]:
        return [
            ("tabWhatIf", "sync_alt", translate("Console", "What-if")),
            ("tabDay", "schedule", translate("Console", "A day")),
            ("tabStaffing", "group", translate("Console", "Staffing")),
            ("tabLayout", "crop_landscape", translate("Console", "Layout")),
            ("tabRoster", "event_available", translate("Console", "Roster")),
            ("tabEffect", "bar_chart", translate("Console", "Effect")),
        ]

    def _build(self) -> None:
        self.what_if = WhatIfPage(self.session, self.look)
        self.watch = WatchPage(self.session, self.look)
        self.layout_page = LayoutPage(self.session, self.look)
        self.staffing = StaffingPage(self.session, self.look)
        self.roster = RosterPage(self.session.roster, self.look)
        self.roster.open_key.clicked.connect(self.ask_case)
        self.roster.save_key.clicked.connect(self.ask_save)
        self.roster.office_key.clicked.connect(self.ask_office)
        self.effect = EffectPage(self.session.effect, self.look)
        self.effect.chooseAsked.connect(self.ask_case)
        for page in (
            self.what_if, self.watch, self.staffing, self.layout_page, self.roster, self.effect
        ):  # fmt: skip
            page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.pages.addWidget(page)
        self._show_case()

    def _connect(self) -> None:
        bar, page, session = self.bar, self.what_if, self.session
        bar.pageChosen.connect(self.show_page)
        bar.openAsked.connect(self.ask_case)
        bar.tourAsked.connect(self.begin_tour)
        bar.languageAsked.connect(self.languageAsked)
        bar.schemeAsked.connect(self.schemeAsked)
        page.changeAsked.connect(self.change_plan)
        page.saveAsked.connect(self.ask_save)
        page.exportAsked.connect(self.ask_export)
        page.officeAsked.connect(self.ask_office)
        session.opened.connect(self._on_opened)
        session.told.connect(self._show_message)

    # ------------------------------------------------------------ showing

    def show_page(self, place: int) -> None:
        """Another page in front; a sheet goes with its page."""
        self.close_sheet()
        self.pages.setCurrentIndex(place)
        self.page.setFocus()
        self.bar.choose(place)

    @property
    def page(self) -> QWidget:
        """The page in front."""
        found = self.pages.currentWidget()
        assert found is not None
        return found

    def _show_case(self) -> None:
        branch = spoken(self.session.case.profile.branch.name)
        self.bar.branch.show_as(branch)
        self.setWindowTitle(translate("Console", "%1 – Branch Lobby", branch))

    def _on_opened(self) -> None:
        self._show_case()
        self.what_if.refresh()

    def _show_message(self) -> None:
        text = self.session.message
        self.message.setText(text)
        self.message.setVisible(bool(text))
        if text:
            width = min(720, self.width() - 64)
            height = self.message.heightForWidth(width)
            self.message.setGeometry((self.width() - width) // 2, 60, width, max(40, height))
            self.message.raise_()

    def _take_accent(self) -> None:
        try:
            self.look.set_accent(self.session.case.profile.bank.accent)
        except LobbyError as error:
            self.session.refuse(error)

    # ------------------------------------------------------------ sheets

    def open_sheet(self, sheet: Sheet) -> None:
        """One sheet at a time."""
        self.close_sheet()
        self.sheet = sheet
        sheet.left.connect(self._forget_sheet)
        sheet.appear()

    def close_sheet(self) -> None:
        """Nothing is asked any more."""
        if self.sheet is not None:
            self.sheet.leave()

    def _forget_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
            self.sheet = None
            self.page.setFocus()

    def change_plan(self, which: int) -> None:
        """Change plan A (0) or B (1)."""
        self.show_page(0)
        sheet = PlanSheet(self.what_if, self.look, self.session, which)
        sheet.runAsked.connect(self._run_from_sheet)
        self.open_sheet(sheet)

    def _run_from_sheet(self) -> None:
        self.close_sheet()
        self.session.run()

    def ask_case(self) -> None:
        """Choose another branch or day; staff and a roster, or records, on their pages."""
        asking.ask_case(self)

    def ask_save(self) -> None:
        """Plan B as a scenario file; the roster, where it is in front."""
        asking.ask_save(self)

    def ask_export(self) -> None:
        """The comparison as a file."""
        if self.session.result is not None:
            asking.ask_export(self, self._note_written)

    def _note_written(self) -> None:
        self._written = True

    def ask_office(self) -> None:
        """Plan B with what the run says of it, or the roster, to head office."""
        asking.ask_office(self)

    # ------------------------------------------------------------ the tour

    def begin_tour(self) -> None:
        """From the beginning, on the sample branch."""
        if self.tour is not None:
            self.tour.leave()
        self.close_sheet()
        self.show_page(0)
        self.session.open(*open_file(SAMPLE))
        self._written = False
        self.tour = Tour(self, self.look, steps(self.session, lambda: self._written))
        self.tour.left.connect(self._forget_tour)

    def _forget_tour(self) -> None:
        self.tour = None

    # ------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no part of the window wanted; a key held down counts once."""
        action = None if event.isAutoRepeat() else action_of(self, event)
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def retire(self) -> None:
        """Another window takes over the session: go without ending its work."""
        self._is_retired = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Work in the background ends with the window."""
        self.watch.jobs.stop()
        self.staffing.jobs.stop()
        if not self._is_retired:
            self.session.stop()
        super().closeEvent(event)
