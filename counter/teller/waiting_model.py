"""The waiting people as a table: call order for this counter, then a divider, then the others."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from counter.teller import words
from counter.teller.scene import Scene
from shared.config.profile import Profile
from shared.i18n import translate
from shared.protocol.lobby import TicketView

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Column(IntEnum):
    """Columns from left to right."""

    ORDER = 0
    NUMBER = 1
    SERVICE = 2
    SEGMENT = 3
    WAITED = 4
    PASSED = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a ticket, or the divider (``ticket`` empty). ``kind`` is the segment's kind."""

    ticket: str
    texts: tuple[str, ...]
    kind: str = "ordinary"
    is_next: bool = False
    is_mine: bool = True
    is_long: bool = False

    @property
    def is_divider(self) -> bool:
        """A line of words between those for this counter and the others."""
        return self.ticket == ""


class WaitingModel(QAbstractTableModel):
    """Rows of the table. ``RowRole`` gives the whole ``Row`` to the one who paints."""

    RowRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._heads: tuple[str, ...] = ("",) * len(Column)

    def show_scene(self, scene: Scene, now: datetime, language: str) -> None:
        """Take the queue of the scene; only what differs is announced."""
        heads = column_heads(language)
        if heads != self._heads:
            self._heads = heads
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._take(rows_of(scene, now, language))

    def _take(self, rows: tuple[Row, ...]) -> None:
        if [row.ticket for row in rows] != [row.ticket for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        changed = [
            i for i, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old != new
        ]
        self.rows = rows
        if changed:
            last = self.index(changed[-1], len(Column) - 1)
            self.dataChanged.emit(self.index(changed[0], 0), last)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tickets and the divider."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Always the same columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; ``RowRole`` the row."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts[index.column()]
        if role == self.RowRole:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(text for text in row.texts if text)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _RIGHT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Column heads; rows have none."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tickets can be selected, the divider cannot."""
        if index.isValid() and self.rows[index.row()].is_divider:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


_RIGHT = (Column.ORDER, Column.WAITED, Column.PASSED)


def column_heads(language: str) -> tuple[str, ...]:
    """The words above the columns."""
    return (
        "#",
        translate("Teller", "Ticket", language=language),
        translate("Teller", "Service", language=language),
        translate("Teller", "Customer", language=language),
        translate("Teller", "Waited, min", language=language),
        translate("Teller", "Passed over", language=language),
    )


def rows_of(scene: Scene, now: datetime, language: str) -> tuple[Row, ...]:
    """Those for this counter in call order, then the others under a divider."""
    mine = [
        _row(scene.profile, ticket, index, now, language) for index, ticket in enumerate(scene.mine)
    ]
    others = [_row(scene.profile, ticket, None, now, language) for ticket in scene.others]
    if not others:
        return tuple(mine)
    words_ = translate("Teller", "Not at this counter (skill or reserved)", language=language)
    divider = Row("", (words_, *("",) * (len(Column) - 1)), is_mine=False)
    return (*mine, divider, *others)


def _row(
    profile: Profile | None, ticket: TicketView, place: int | None, now: datetime, language: str
) -> Row:
    """One ticket; ``place`` is its place in this counter's order, None at other counters."""
    waited = words.whole_minutes(ticket.arrived_at, now)
    order = "–" if place is None else "" if place == 0 else str(place + 1)
    return Row(
        ticket.id,
        (
            order,
            ticket.number,
            words.service_name(profile, ticket.service, language),
            _customer(profile, ticket, language),
            str(waited),
            str(ticket.overtaken),
        ),
        kind=words.segment_kind(profile, ticket.segment),
        is_next=place == 0,
        is_mine=place is not None,
        is_long=waited >= long_wait_min(profile),
    )


def _customer(profile: Profile | None, ticket: TicketView, language: str) -> str:
    """The segment, and that somebody does not hear well."""
    segment = words.segment_name(profile, ticket.segment, language)
    if not ticket.needs_visual_call:
        return segment
    return translate("Teller", "%1, hard of hearing", segment, language=language)


def long_wait_min(profile: Profile | None) -> float:
    """From how many minutes on a wait is marked: the widest limit that a few may exceed."""
    limits = profile.standards.waits if profile else ()
    return max((limit.within_min for limit in limits if limit.share < 1.0), default=20.0)
