"""The desk page: bar, left column with the customer and the keys, right column with who waits."""

from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.teller import keys, words
from counter.teller.action_keys import ActionKeys
from counter.teller.away_notice import AwayNotice
from counter.teller.customer_card import CustomerCard
from counter.teller.help_notice import HelpNotice
from counter.teller.help_sheet import HelpSheet
from counter.teller.hero import TicketHero
from counter.teller.hold_bar import HoldBar
from counter.teller.message_bar import MessageBar
from counter.teller.my_day import LastVisits, MyDay
from counter.teller.next_key import NextKey
from counter.teller.paper_notice import PaperNotice
from counter.teller.presenter import Presenter
from counter.teller.scene import Scene
from counter.teller.sheet import Sheet
from counter.teller.slip_notice import SlipNotice
from counter.teller.strip_mode import StripMode
from counter.teller.top_bar import TopBar
from counter.teller.waiting_table import WaitingTable
from counter.teller.wanted_notice import WantedNotice
from shared.ui.look import Look
from shared.ui.tokens import DESK

LEFT_WIDTH = 640
ROOM_FOR_LAST_VISITS, ROOM_FOR_MY_DAY = 860, 764
"""Heights from which these are shown; a task bar may take the room, the keys come first."""


class Desk(QWidget):
    """Everything a signed-in teller sees; it shows the presenter's scene and holds no state."""

    def __init__(self, look: Look, presenter: Presenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.bar = TopBar(look)
        self.hero = TicketHero(look)
        self.next_key = NextKey(look)
        self.action_keys = ActionKeys(look)
        self.my_day, self.last_visits = MyDay(look), LastVisits(look)
        self.hold_bar = HoldBar(look)
        self.message = MessageBar(look)
        self.help_notice = HelpNotice(look)
        self.slip_notice = SlipNotice(look)
        self.away = AwayNotice(look)
        self.papers = PaperNotice(look)
        self.wanted = WantedNotice(look)
        self.card = CustomerCard(look)
        self.waiting = WaitingTable(look)
        self.sheet: Sheet | HelpSheet | None = None
        self.strip_mode: StripMode | None = None
        self._right = QVBoxLayout()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        columns = QHBoxLayout()
        columns.setContentsMargins(DESK.margin, DESK.margin, DESK.margin, 12)
        columns.setSpacing(DESK.margin)
        columns.addWidget(self._left_column())
        self._right.setSpacing(DESK.gap)
        self._right.addWidget(self.away)
        self._right.addWidget(self.wanted)
        self._right.addWidget(self.papers)
        self._right.addWidget(self.message)
        self._right.addWidget(self.help_notice)
        self._right.addWidget(self.slip_notice)
        self._right.addWidget(self.card)
        self._right.addWidget(self.waiting, 1)
        columns.addLayout(self._right, 1)
        outer.addLayout(columns, 1)
        self._order_of_tab()

    def _left_column(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(LEFT_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, space in (
            (self.hero, 12),
            (self.next_key, 8),
            (self.action_keys, 16),
            (self.my_day, 8),
        ):
            column.addWidget(part)
            column.addSpacing(space)
        column.addWidget(self.last_visits, 1)
        column.addStretch(0)
        column.addWidget(self.hold_bar)
        return left

    def _order_of_tab(self) -> None:
        """Next, the other keys, the card, the list, then the bar."""
        stops: list[QWidget] = [self.next_key, *self.action_keys.keys]
        stops += [self.card, self.waiting.view, *self.bar.keys]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def show_all(self) -> None:
        """Show the scene as it is now."""
        presenter = self._presenter
        scene, language = presenter.scene, presenter.language
        name = presenter.session.name if presenter.session is not None else ""
        self.bar.show_scene(scene, name, language)
        self.action_keys.show_scene(scene, language)
        self.message.show_message(presenter.message, language)
        self.last_visits.show_visits(presenter.day.visits, scene.profile, language)
        self.slip_notice.show_worry(presenter.slips.worry, language)
        self.show_time()

    def show_time(self) -> None:
        """Show what goes on with the branch's clock: timers, waits, the hint of the next key."""
        presenter = self._presenter
        scene, language, now = presenter.scene, presenter.language, presenter.now()
        self.bar.show_time(scene, presenter.client, now, language)
        self.away.show_away(presenter.away, now, language, is_keeping=scene.can_finish)
        self.help_notice.show_call(presenter.help_call, now, language)
        lobby = presenter.client.lobby
        self.wanted.show_wish(lobby, presenter.counter, language)
        self.papers.show_papers(lobby, presenter.counter, now, scene.profile, language)
        self.hero.show_scene(scene, now, language)
        self.hold_bar.show_held(scene, presenter.reminders, now, language)
        self.next_key.show_face(keys.next_face(scene, _waited(scene, now), language))
        if not self.waiting.isHidden():
            self.card.show_scene(scene, now, language)
        self.waiting.show_scene(scene, now, language)
        self._show_strip(scene, now, language)
        self.my_day.show_day(presenter.day, presenter.signed_in_at, now, scene.profile, language)

    def _show_strip(self, scene: Scene, now: datetime, language: str) -> None:
        """The same in the strip while it stands for the window, with what wants to be read."""
        if self.strip_mode is None or not self.strip_mode.is_on:
            return
        notice = next((each for each in self._notices() if each), "")
        self.strip_mode.strip.show_scene(scene, _waited(scene, now), now, language, notice)

    def _notices(self) -> list[str]:
        """What stands above the list now, the most urgent first."""
        parts = (
            (self.message, self.message.sentence),
            (self.away, self.away.sentence),
            (self.wanted, self.wanted.sentence),
            (self.help_notice, self.help_notice.sentence),
            (self.slip_notice, self.slip_notice.sentence),
        )
        said = [words.text() for notice, words in parts if not notice.isHidden()]
        return [*said, self.hold_bar.reminder]

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """What is least needed gives way first."""
        self.last_visits.setVisible(self.height() >= ROOM_FOR_LAST_VISITS)
        self.my_day.setVisible(self.height() >= ROOM_FOR_MY_DAY)

    def open_sheet(self, sheet: Sheet | HelpSheet) -> None:
        """Lay a sheet over the right column."""
        self.close_sheet()
        self.sheet = sheet
        if self.strip_mode is not None and self.strip_mode.is_on:
            self.strip_mode.show_sheet(sheet)
        else:
            self.card.hide()
            self.waiting.hide()
            self._right.addWidget(sheet, 1)
        sheet.show()
        sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_sheet(self) -> None:
        """Take the sheet away; the next key has the focus again."""
        if self.sheet is None:
            return
        sheet, self.sheet = self.sheet, None
        # No removeWidget: it would make Python the owner, and the sheet would die here, in the
        # middle of its own key event. Hidden it takes no room; deleted it leaves the layout.
        sheet.hide()
        sheet.deleteLater()
        self.waiting.show()
        self.show_time()
        if self.strip_mode is not None:
            self.strip_mode.hide_sheet()
        self.next_key.setFocus(Qt.FocusReason.OtherFocusReason)


def _waited(scene: Scene, now: datetime) -> int | None:
    """Full minutes that the likely next has waited."""
    ticket = scene.likely_next
    return words.whole_minutes(ticket.arrived_at, now) if ticket is not None else None
