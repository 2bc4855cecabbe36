"""WaitingTable: who waits, in the order in which this counter would call them.

Its head also has the key that takes back who missed the call: that is about this list.
"""

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
)

from counter.teller import words
from counter.teller.scene import Scene
from counter.teller.waiting_model import Column, Row, WaitingModel, long_wait_min
from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.marks import Line, Mark, label, panel_head
from shared.ui.palette import set_role
from shared.ui.tokens import DESK

WIDTHS = {
    Column.ORDER: 44,
    Column.NUMBER: 74,
    Column.SEGMENT: 130,
    Column.WAITED: 96,
    Column.PASSED: 104,
}
"""Pixels; the service takes what is left."""

NAVIGATION = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WaitingTable(QFrame):
    """Head with the totals, the table, and the branch's rule in the foot."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "panel")
        self.setObjectName("waitingTable")
        self.model = WaitingModel(self)
        self.view = WaitingView(look, self.model)
        self.title, self.count, self.count_unit = label("title"), label("title"), label("unit")
        self.title.setStyleSheet(f"font-size: {DESK.text}px;")
        self.longest = label("unit")
        self._warning = Mark(look, "warning", "warning", 16)
        self._foot = Line("unit")
        self._look = look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        head = panel_head(
            look, "group", self.title, self.count, self.count_unit, self._warning, self.longest
        )
        layout = head.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.addStretch(1)
        outer.addWidget(head)
        outer.addWidget(self.view, 1)
        outer.addWidget(self._foot_frame())

    def _foot_frame(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("tableFoot")
        foot.setFixedHeight(34)
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self._foot, 1)
        cap = label("keyCap", "Ctrl+L")
        cap.setFixedHeight(20)
        row.addWidget(cap)
        return foot

    def show_scene(self, scene: Scene, now: datetime, language: str) -> None:
        """The queue of this moment; call again as time goes on."""
        self.model.show_scene(scene, now, language)
        self.view.span_dividers()
        self.title.setText(translate("Teller", "Waiting", language=language))
        self.count.setText(str(len(scene.queue)))
        self.count_unit.setText(translate("Teller", "people", language=language))
        oldest = min((entry.ticket.arrived_at for entry in scene.queue), default=None)
        longest = words.whole_minutes(oldest, now) if oldest is not None else 0
        text = translate("Teller", "longest %n min", n=longest, language=language)
        self.longest.setText(text if oldest is not None else "")
        is_long = longest >= long_wait_min(scene.profile)
        self._warning.setVisible(is_long)
        colour = self._look.colour("warning" if is_long else "text2").name()
        self.longest.setStyleSheet(f"color: {colour};")
        nobody = translate("Teller", "Nobody waits.", language=language)
        order = translate(
            "Teller", "The order in which this counter would call now", language=language
        )
        self._foot.show_as(_as_of(scene, now, language) or (order if scene.queue else nobody))
        self.view.setAccessibleName(order)


def _as_of(scene: Scene, now: datetime, language: str) -> str:
    """From when the list is, while nobody tells of changes; empty while somebody does."""
    if scene.is_online or scene.heard_at is None:
        return ""
    at = words.clock(scene.heard_at, now)
    return translate("Teller", "As it was at %1", at, language=language)


class WaitingView(QTableView):
    """Read only; arrow keys move through it, every other key belongs to the window.

    Signals:
        picked(str): Enter on a ticket that waits: it is to be called out of order.
    """

    picked = Signal(str)

    def __init__(self, look: Look, model: WaitingModel) -> None:
        super().__init__()
        self.setObjectName("waitingView")
        self._model = model
        self.setModel(model)
        self.setItemDelegate(RowPainter(look, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(DESK.row)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._size_columns()

    def _size_columns(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setFixedHeight(DESK.table_head)
        head.setMinimumSectionSize(20)
        for column in Column:
            if column in WIDTHS:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(column, WIDTHS[column])
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def span_dividers(self) -> None:
        """Let the divider's words run over the whole width."""
        wanted = [i for i, row in enumerate(self._model.rows) if row.is_divider]
        if [i for i in range(len(self._model.rows)) if self.columnSpan(i, 0) > 1] != wanted:
            self.clearSpans()
            for i in wanted:
                self.setSpan(i, 0, 1, len(Column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows; leave F2, Del and the rest to the window."""
        if event.key() in NAVIGATION:
            super().keyPressEvent(event)
        elif event.key() in ENTER and self._chosen():
            self.picked.emit(self._chosen())
        else:
            event.ignore()

    def _chosen(self) -> str:
        """The ticket under the cursor; empty on a divider, or where the cursor is nowhere."""
        line = self.currentIndex().row()
        return self._model.rows[line].ticket if 0 <= line < len(self._model.rows) else ""


class RowPainter(QStyledItemDelegate):
    """Paints a cell: next row soft with an arrow, long waits with a sign, segments as chips."""

    def __init__(self, look: Look, view: WaitingView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        row = index.data(WaitingModel.RowRole)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, row, index.row())
        if row.is_divider:
            words_rect = QRectF(rect).adjusted(14, 0, -8, 0)
            self._look.text(painter, words_rect, row.texts[0], "text2", DESK.body)
        else:
            self._cell(painter, rect, row, Column(index.column()))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, row: Row, line: int) -> None:
        """Fill of the row, the line beneath, and a bar where the cursor is."""
        selected = self._view.hasFocus() and self._view.currentIndex().row() == line
        fill = "window" if row.is_divider else "accent_soft" if row.is_next or selected else "panel"
        painter.fillRect(rect, self._look.colour(fill))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._look.colour("outline"))
        if selected:
            for y in (rect.top(), rect.bottom() - 1):
                painter.fillRect(rect.x(), y, rect.width(), 2, self._look.colour("accent"))

    def _cell(self, painter: QPainter, rect: QRect, row: Row, column: Column) -> None:
        words_ = row.texts[column]
        inner = QRectF(rect).adjusted(8, 0, -8, 0)
        right = Qt.AlignmentFlag.AlignRight
        if column is Column.ORDER and row.is_next:
            mark = QRectF(rect.right() - 8 - 18, rect.center().y() - 8, 18, 18)
            self._look.icon(painter, "arrow_forward", "accent", mark)
        elif column is Column.ORDER:
            self._look.text(painter, inner, words_, "text2", DESK.body, align=right)
        elif column is Column.NUMBER:
            self._look.text(painter, inner, words_, "text", DESK.text, bold=True)
        elif column is Column.SEGMENT:
            self._look.chip(painter, rect.adjusted(8, 0, -8, 0), words_, row.kind)
        elif column is Column.WAITED:
            self._waited(painter, inner, row)
        elif column is Column.PASSED:
            ink = "text2" if words_ == "0" else "text"
            self._look.text(painter, inner, words_, ink, DESK.body, bold=words_ != "0", align=right)
        else:
            self._look.text(painter, inner, words_, "text" if row.is_mine else "text2", DESK.body)

    def _waited(self, painter: QPainter, inner: QRectF, row: Row) -> None:
        """Minutes; a long wait also has a sign."""
        right = Qt.AlignmentFlag.AlignRight
        ink = "warning" if row.is_long else "text"
        minutes = row.texts[Column.WAITED]
        self._look.text(painter, inner, minutes, ink, DESK.body, bold=row.is_long, align=right)
        if row.is_long:
            mark = QRectF(inner.right() - 46, inner.center().y() - 7, 15, 15)
            self._look.icon(painter, "warning", "warning", mark)
