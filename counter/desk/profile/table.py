"""A table of the profile on the screen: words, figures, ticks; what differs is coloured."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from counter.desk.profile.sections import Column, Section, Table
from counter.desk.profile.work import ProfileWork
from shared.i18n import translate
from shared.ui.look import Look

AnyIndex = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole


class SectionModel(QAbstractTableModel):
    """The rows of one section of the change that is open."""

    def __init__(self, work: ProfileWork, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._look = work, look
        self.section: Section | None = None
        self.columns: list[Column] = []
        self.rows: list[Table] = []
        self._base: dict[Any, Table] = {}
        self.is_locked = True

    def show(self, section: Section, *, is_locked: bool) -> None:
        """Another section, or the same one anew."""
        writing = self._work.open
        self.beginResetModel()
        self.section, self.is_locked = section, is_locked
        table = writing.table if writing else {}
        self.columns = list(section.columns(table))
        self.rows = section.rows(table)
        base = section.rows(writing.base_table) if writing else []
        self._base = {_name(row, place): row for place, row in enumerate(base)}
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """One row a table of the profile."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """One for each value."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> object:
        """The names of the values."""
        if orientation is Qt.Orientation.Horizontal and role == ROLE.DisplayRole:
            return self.columns[section].title
        return None

    def data(self, index: AnyIndex, role: int = ROLE.DisplayRole) -> object:
        """A value, its tick, its colour where it differs."""
        column, row = self.columns[index.column()], self.rows[index.row()]
        value = column.of(row)
        if role == ROLE.CheckStateRole and column.kind is bool:
            return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        if role in (ROLE.DisplayRole, ROLE.EditRole) and column.kind is not bool:
            return _written(value)
        if role == ROLE.AccessibleTextRole:
            return f"{column.title}: {_told(value)}"
        if role == ROLE.BackgroundRole and self._differs(index, value):
            return self._look.colour("accent_soft")
        return None

    def _differs(self, index: AnyIndex, value: object) -> bool:
        row = self.rows[index.row()]
        base = self._base.get(_name(row, index.row()))
        return base is None or self.columns[index.column()].of(base) != value

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Names of things stay; all else may be written by whoever may write."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        column = self.columns[index.column()]
        if self.is_locked or column.keys == ("id",):
            return flags
        if column.kind is bool:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: AnyIndex, value: Any, role: int = ROLE.EditRole) -> bool:
        """Write a value; what is no figure is refused at once, all else is told below."""
        column, place, section = self.columns[index.column()], index.row(), self.section
        if section is None or self.is_locked or role == ROLE.DisplayRole:
            return False
        if column.kind is bool:
            value = Qt.CheckState(value) is Qt.CheckState.Checked
        elif column.kind is not str:
            value = _figure(str(value))
            if value is None:
                return False
        if value == column.of(self.rows[place]):
            return False
        self._work.write(lambda writing: writing.write_cell(section, place, column, value))
        return True


def _name(row: Table, place: int) -> Any:
    return row.get("id") or place


def _written(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _told(value: object) -> str:
    if isinstance(value, bool):
        return translate("Profile", "yes") if value else translate("Profile", "no")
    return _written(value)


def _figure(text: str) -> int | float | None:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return int(value) if value.is_integer() else value
