"""The teller's window: the sign-in page or the desk, the keys, and closing with a question."""

import logging

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget

from counter.teller import sheet_texts
from counter.teller.actions import Actions
from counter.teller.desk import Desk
from counter.teller.desk_state import Message
from counter.teller.desk_style import desk_style
from counter.teller.help_sheet import HelpSheet
from counter.teller.key_map import KeyMap
from counter.teller.practice_band import PracticeBand
from counter.teller.presenter import Presenter
from counter.teller.questions import Questions
from counter.teller.sheet import Sheet
from counter.teller.sign_in import SignIn
from counter.teller.strip_mode import StripMode
from counter.teller.wanted_notice import wanted_counters
from shared.client.ports import Failure
from shared.domain.errors import CounterHasCustomer, LobbyError
from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.palette import palette, style_sheet

WIDTH, HEIGHT = 1366, 768
LEAST_WIDTH, LEAST_HEIGHT = 1280, 640
TICK_MS = 250

logger = logging.getLogger(__name__)


class TellerWindow(QStackedWidget):
    """Two pages over one presenter. Keys work wherever the focus is, except in a sheet.

    Signals:
        practiceAsked: another window, at the practice branch.
    """

    practiceAsked = Signal()

    def __init__(self, presenter: Presenter, look: Look) -> None:
        """Build both pages; the sign-in page is in front until somebody is at the desk."""
        super().__init__()
        self.presenter = presenter
        self.look = look
        self._may_go = False
        self._leaving: Sheet | HelpSheet | None = None
        self._is_closing = False
        self._refusal: Message | None = None
        self._accent = ""
        self.strip_mode = StripMode(look, self)
        self._take_accent()
        self.sign_in = SignIn(look, presenter.counter)
        self.desk = Desk(look, presenter)
        self.questions = Questions(look, self.desk, presenter)
        self.desk.strip_mode = self.strip_mode
        self.deeds = Actions(presenter, self.questions, self.desk, self._swap_strip)
        self.key_map = KeyMap()
        self.addWidget(self.sign_in)
        self.addWidget(self.desk)
        self.setObjectName("tellerWindow")
        self.resize(WIDTH, HEIGHT)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._dress()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._connect()
        self._on_changed()
        self.practice = PracticeBand.on(self, presenter.client, look)

    def _connect(self) -> None:
        presenter, desk = self.presenter, self.desk
        presenter.changed.connect(self._on_changed)
        presenter.called.connect(self._on_called)
        presenter.leaveEnded.connect(self._on_leave_ended)
        presenter.helpAsked.connect(self._on_help_asked)
        self.sign_in.submitted.connect(presenter.sign_in)
        self.sign_in.accountSubmitted.connect(presenter.sign_in_account)
        self.sign_in.browserAsked.connect(presenter.sign_in_browser)
        self.sign_in.browserDropped.connect(presenter.browser.cancel)
        self.sign_in.kindSwapped.connect(presenter.dismiss)
        self.sign_in.languageSwapped.connect(presenter.swap_language)
        self.sign_in.practiceAsked.connect(self.practiceAsked)
        desk.next_key.clicked.connect(presenter.press_next)
        desk.action_keys.recall.connect(presenter.recall)
        desk.action_keys.here.connect(presenter.here_or_need)
        desk.action_keys.hold.connect(self.questions.ask_why_hold)
        desk.action_keys.transfer.connect(self.questions.ask_where_to)
        desk.action_keys.later.connect(self.questions.ask_when_again)
        desk.action_keys.back.connect(self.questions.ask_who_is_back)
        desk.action_keys.close_with.connect(self.questions.ask_outcome)
        desk.action_keys.no_show.connect(presenter.no_show)
        desk.bar.pause.connect(self.questions.ask_pause)
        desk.bar.leave.connect(presenter.leave)
        desk.bar.help.connect(self.questions.show_help)
        desk.bar.swap_language.connect(self._swap_language)
        desk.waiting.view.picked.connect(self.questions.ask_why_picked)
        desk.message.dismissed.connect(presenter.dismiss)
        desk.help_notice.dismissed.connect(presenter.dismiss_help)
        desk.bar.narrow.connect(self._swap_strip)
        strip = self.strip_mode.strip
        strip.widened.connect(self._swap_strip)
        strip.next.connect(presenter.press_next)
        strip.side.connect(self.deeds.do)
        strip.keyed.connect(self.keyPressEvent)
        strip.closed.connect(self._close_strip)
        desk.slip_notice.dismissed.connect(presenter.slips.read)
        desk.slip_notice.printAgain.connect(presenter.slips.print_again)

    # ------------------------------------------------------------ showing

    def _on_changed(self) -> None:
        presenter = self.presenter
        self._take_accent()
        scene = presenter.scene
        title = translate("Teller", "Teller – Branch Lobby", language=presenter.language)
        self.setWindowTitle(title)
        if presenter.is_at_desk:
            self._show_desk()
        else:
            self._show_sign_in()
            lobby, language = presenter.client.lobby, presenter.language
            wish = wanted_counters(lobby, scene.profile, language)
            self.sign_in.show_scene(
                scene,
                presenter.notice,
                language,
                wish,
                presenter.ways.ways,
                is_waiting=presenter.browser.is_waiting,
            )
        is_answered = presenter.pending is None and (presenter.is_at_desk or presenter.message)
        if not presenter.is_at_desk:
            self.strip_mode.widen()
        if self._is_closing and is_answered:
            self.close()  # once more: another command was pending the first time

    def _show_desk(self) -> None:
        arrived = self.currentWidget() is not self.desk
        self.desk.show_all()
        if arrived:
            self.setCurrentWidget(self.desk)
            self.desk.next_key.setFocus()
        elif self.focusWidget() is None:
            self.desk.next_key.setFocus()  # the key that had the focus is disabled now
        if self.desk.sheet is not None and not self.questions.is_in_place():
            self.desk.close_sheet()

    def _show_sign_in(self) -> None:
        """The form; after a refusal or a lost session the PIN is typed again."""
        if self.currentWidget() is not self.sign_in:
            self.desk.close_sheet()
            self.setCurrentWidget(self.sign_in)
            self.sign_in.begin()
        elif self.presenter.message is not self._refusal:
            self.sign_in.begin()
        self._refusal = self.presenter.message  # begin once: snapshots come while one types

    def _on_tick(self) -> None:
        if self.presenter.is_at_desk and (self.isVisible() or self.strip_mode.is_on):
            self.desk.show_time()
            if self.presenter.reminders.new(self.presenter.now()):
                self._call_back()

    def _call_back(self) -> None:
        """Something wants to be seen: the task bar says so where another program is in front."""
        QApplication.alert(self.strip_mode.strip if self.strip_mode.is_on else self)

    def _on_called(self, _number: str) -> None:
        """Somebody was called here by itself: the task bar says so, too."""
        self._call_back()

    def _on_help_asked(self) -> None:
        """The notice is in the window; a window behind another one says so in the task bar."""
        if self.presenter.is_at_desk:
            self._call_back()

    def _take_accent(self) -> None:
        profile = self.presenter.client.profile
        if profile is None or profile.bank.accent == self._accent:
            return
        self._accent = profile.bank.accent
        try:
            self.look.set_accent(self._accent)
        except LobbyError as error:
            logger.warning("teller.accent_refused %s", error)
            return
        self._dress()

    def _dress(self) -> None:
        colours = self.look.colours
        for each in (self, self.strip_mode.strip, self.strip_mode.sheets):
            each.setPalette(palette(colours))
            each.setStyleSheet(style_sheet(colours) + desk_style(colours))

    # ------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no part of the window wanted: the desk's keys. A key held down counts once."""
        if not self.presenter.is_at_desk or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        if self.desk.sheet is not None:
            self.desk.sheet.keyPressEvent(event)
            return
        action = self.key_map.action_of(event)
        if action:
            self.deeds.do(action)
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def do(self, action: str) -> None:
        """A key of a call pad, or of whatever program is in front; a sheet is brought forward."""
        self.deeds.do(action)
        if self.desk.sheet is not None and not self.strip_mode.is_on:
            self.activateWindow()

    def _swap_strip(self) -> None:
        """F11: the strip instead of the window, or back."""
        self.desk.close_sheet()
        self.strip_mode.swap(may_narrow=self.presenter.is_at_desk)
        self.desk.show_time()

    def _close_strip(self) -> None:
        """The window asks, where there is something to ask."""
        self.strip_mode.widen()
        self.close()

    def _swap_language(self) -> None:
        self.desk.close_sheet()
        self.presenter.swap_language()

    # ------------------------------------------------------------ opening and closing

    def showEvent(self, _event: QEvent) -> None:
        """The clock ticks while the window is shown."""
        self._tick.start()
        if self.currentWidget() is self.sign_in:
            self.sign_in.begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once when a customer is here; else close the counter first, where it can be."""
        presenter = self.presenter
        self._is_closing = False
        is_said_twice = self._leaving is not None and self.desk.sheet is self._leaving
        if self._may_go or is_said_twice or not presenter.is_at_desk:
            self._accept(event)
        elif presenter.scene.has_customer:
            event.ignore()
            text = sheet_texts.leave_sheet(presenter.scene, presenter.language)
            self.questions.ask(text, self._leave_or_stay, is_about_customer=True)
            self._leaving = self.desk.sheet
        elif presenter.client.is_served:
            # A counter left open stands by: the next customer would be called to an empty chair.
            event.ignore()
            self._is_closing = True
            presenter.leave()
        else:
            self._accept(event)

    def _accept(self, event: QCloseEvent) -> None:
        self._tick.stop()
        self.strip_mode.end()
        event.accept()

    def _on_leave_ended(self, failure: Failure | None) -> None:
        """The answer that closing waited for; only a customer who has just come keeps it open."""
        is_closing, self._is_closing = self._is_closing, False
        has_customer = failure is not None and failure.code == CounterHasCustomer.code
        if is_closing and not has_customer:
            self.close_without_asking()

    def _leave_or_stay(self, choice: str) -> None:
        if choice == sheet_texts.AWAY:
            self.close_without_asking()

    def close_without_asking(self) -> None:
        """For the program's owner: close, whatever is going on."""
        self._may_go = True
        self.close()
