"""The list of cases: channel, what it is, what is left of its time, where it stands, who has it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from counter.desk.inbox import words
from counter.desk.inbox.inbox import next_due
from shared.config.profile import Profile
from shared.i18n import translate
from shared.protocol.case import CaseView
from shared.ui.look import Look, text_width
from shared.ui.tokens import DESK

ROW = 66
CASE = Qt.ItemDataRole.UserRole
#: From this part of its time on a case is drawn as a warning.
SOON = 0.75
AnyIndex = QModelIndex | QPersistentModelIndex


class CaseModel(QAbstractListModel):
    """The cases in the order of the server; told to screen readers as one sentence each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cases: tuple[CaseView, ...] = ()
        self.profile: Profile | None = None
        self.now: datetime | None = None

    def show(self, cases: Sequence[CaseView], profile: Profile | None, now: datetime) -> None:
        """Other cases, or a later minute."""
        is_same = [each.id for each in cases] == [each.id for each in self.cases]
        self.profile, self.now = profile, now
        if is_same:
            self.cases = tuple(cases)
            self.dataChanged.emit(self.index(0), self.index(len(cases) - 1))
            return
        self.beginResetModel()
        self.cases = tuple(cases)
        self.endResetModel()

    def place_of(self, case: str) -> int:
        """The row of a case; -1 where it is not shown."""
        return next((row for row, each in enumerate(self.cases) if each.id == case), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """One row a case."""
        return 0 if parent.isValid() else len(self.cases)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence, or the case itself."""
        if not index.isValid():
            return None
        case = self.cases[index.row()]
        if role == CASE:
            return case
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{case.number}, {title_of(case, self.profile)}, {words.state_word(case.state)}"
        return None


class CaseRow(QStyledItemDelegate):
    """One case, drawn on two lines."""

    def __init__(self, look: Look, model: CaseModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """66 px."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw it."""
        case = index.data(CASE)
        now = self._model.now
        if not isinstance(case, CaseView) or now is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._look.colour("accent_soft"))
            painter.fillRect(
                QRect(rect.x(), rect.y(), 3, rect.height()), self._look.colour("accent")
            )
        painter.fillRect(
            QRect(rect.x(), rect.bottom(), rect.width(), 1), self._look.colour("outline")
        )
        self._upper(painter, QRectF(rect).adjusted(12, 9, -12, 0), case, now)
        self._lower(painter, QRectF(rect).adjusted(12, 35, -12, 0), case, now)
        painter.restore()

    def _upper(self, painter: QPainter, rect: QRectF, case: CaseView, now: datetime) -> None:
        look = self._look
        look.icon(
            painter,
            words.CHANNEL_ICONS[case.channel],
            "text2",
            QRectF(rect.x(), rect.y() + 2, 16, 16),
        )
        time = _time_of(case, now)
        width = text_width(time, DESK.body, bold=True)
        ink = _ink(case, now)
        right = QRectF(rect.right() - width - 2, rect.y(), width + 2, 20)
        look.text(painter, right, time, ink, DESK.body, bold=True)
        line = QRectF(rect.x() + 26, rect.y(), right.x() - rect.x() - 34, 20)
        look.text(painter, line, title_of(case, self._model.profile), "text", DESK.body, bold=True)

    def _lower(self, painter: QPainter, rect: QRectF, case: CaseView, now: datetime) -> None:
        look = self._look
        look.text(painter, QRectF(rect.x(), rect.y(), 82, 20), case.number, "text2", DESK.body)
        state = words.state_word(case.state)
        box = QRectF(rect.x() + 86, rect.y() - 1, text_width(state, DESK.body) + 18, 22)
        token = "danger" if case.is_open and _part(case, now) >= 1 else ""
        look.box(painter, box, f"{token}_soft" if token else "window", token or "outline", radius=4)
        look.text(painter, box.adjusted(9, 0, 0, 0), state, token or "text", DESK.body)
        owner = case.owner_name or translate("Desk", "nobody yet")
        name = QRectF(box.right() + 8, rect.y(), rect.right() - 74 - box.right() - 8, 20)
        look.text(painter, name, owner, "text2", DESK.body)
        if case.is_open:
            self._bar(painter, QRectF(rect.right() - 64, rect.y() + 7, 64, 6), case, now)

    def _bar(self, painter: QPainter, rect: QRectF, case: CaseView, now: datetime) -> None:
        """How much of the time until the next deadline is gone."""
        self._look.box(painter, rect, "window", "outline", radius=0)
        gone = QRectF(rect)
        gone.setWidth(rect.width() * min(1.0, _part(case, now)))
        painter.fillRect(gone, self._look.colour(_ink(case, now)))


class CaseListView(QListView):
    """The list; arrows move, the chosen case is the one that is shown beside it.

    Signals:
        chosen(str): identifier of the case.
    """

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.cases = CaseModel(self)
        self.setModel(self.cases)
        self.setItemDelegate(CaseRow(look, self.cases, self))
        self.setObjectName("caseList")
        self.setAccessibleName(translate("Desk", "Cases"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def show_cases(
        self, cases: Sequence[CaseView], chosen: str, profile: Profile | None, now: datetime
    ) -> None:
        """Other cases; the choice stays where it can."""
        self.cases.show(cases, profile, now)
        row = self.cases.place_of(chosen)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self.cases.index(row))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which one."""
        super().currentChanged(current, previous)
        case = current.data(CASE) if current.isValid() else None
        if isinstance(case, CaseView):
            self.chosen.emit(case.id)


def title_of(case: CaseView, profile: Profile | None) -> str:
    """What it is about: its category where it has one, after its kind."""
    kind = words.kind_word(case.kind)
    category = words.word_name(profile.cases.categories if profile else (), case.category)
    return translate("Desk", "%1: %2", kind, category) if category else kind


def _time_of(case: CaseView, now: datetime) -> str:
    """What is left; of an ended case the day on which it came."""
    if case.is_open:
        return words.left(next_due(case), now)
    return case.received_at.astimezone(now.tzinfo).strftime("%Y-%m-%d")


def _part(case: CaseView, now: datetime) -> float:
    """How much of the time until the next deadline is gone; 1 and more: it has passed."""
    whole = (next_due(case) - case.received_at).total_seconds()
    return (now - case.received_at).total_seconds() / whole if whole > 0 else 1.0


def _ink(case: CaseView, now: datetime) -> str:
    if not case.is_open:
        return "text2"
    part = _part(case, now)
    return "danger" if part >= 1 else "warning" if part >= SOON else "text2"
