"""The list of people: name and role, the worst of their certificates in a word, who is due."""

from collections.abc import Sequence

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

from counter.desk.people import words
from shared.i18n import translate
from shared.protocol.staff import PersonView
from shared.ui.look import Look, text_width
from shared.ui.tokens import DESK

ROW = 58
PERSON = Qt.ItemDataRole.UserRole
AnyIndex = QModelIndex | QPersistentModelIndex


class PersonModel(QAbstractListModel):
    """People in the order of the server; told to screen readers as one sentence each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.people: tuple[PersonView, ...] = ()

    def show(self, people: Sequence[PersonView]) -> None:
        """Other people, or the same with other papers."""
        is_same = [each.staff for each in people] == [each.staff for each in self.people]
        if is_same:
            self.people = tuple(people)
            self.dataChanged.emit(self.index(0), self.index(len(self.people) - 1))
            return
        self.beginResetModel()
        self.people = tuple(people)
        self.endResetModel()

    def place_of(self, staff: str) -> int:
        """The row of a person; -1 where they are not shown."""
        return next((row for row, each in enumerate(self.people) if each.staff == staff), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """One row a person."""
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence, or the person."""
        if not index.isValid():
            return None
        person = self.people[index.row()]
        if role == PERSON:
            return person
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join([person.name, person.staff, *(said for said, _ in tags(person))])
        return None


class PersonRow(QStyledItemDelegate):
    """One person, drawn on two lines."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """58 px."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw it."""
        person = index.data(PERSON)
        if not isinstance(person, PersonView):
            return
        look, rect = self._look, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("accent_soft"))
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), look.colour("accent"))
        line = QRect(rect.x(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, look.colour("outline"))
        inner = QRectF(rect).adjusted(12, 7, -12, 0)
        upper = QRectF(inner.x(), inner.y(), inner.width() - 80, 20)
        look.text(painter, upper, person.name, "text", DESK.body, bold=True)
        number = QRectF(inner.right() - 80, inner.y(), 80, 20)
        right = Qt.AlignmentFlag.AlignRight
        look.text(painter, number, person.staff, "text2", DESK.body, align=right)
        self._lower(painter, QRectF(inner.x(), inner.y() + 24, inner.width(), 20), person)
        painter.restore()

    def _lower(self, painter: QPainter, rect: QRectF, person: PersonView) -> None:
        x = rect.right()
        for said, token in reversed(tags(person)):
            width = text_width(said, DESK.body) + 14
            box = QRectF(x - width, rect.y() - 1, width, 21)
            fill = f"{token}_soft" if token else "window"
            self._look.box(painter, box, fill, token or "outline", radius=4.0)
            self._look.text(painter, box.adjusted(7, 0, 0, 0), said, token or "text", DESK.body)
            x = box.x() - 6
        role = QRectF(rect.x(), rect.y(), x - rect.x(), 20)
        self._look.text(painter, role, words.role_word(person.role), "text2", DESK.body)


class PersonListView(QListView):
    """The list; arrows move, the chosen person is shown beside it.

    Signals:
        chosen(str): staff number.
    """

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.people = PersonModel(self)
        self.setModel(self.people)
        self.setItemDelegate(PersonRow(look, self))
        self.setObjectName("personList")
        self.setAccessibleName(translate("People", "People"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def show_people(self, people: Sequence[PersonView], chosen: str) -> None:
        """Other people; the choice stays where it can."""
        self.people.show(people)
        row = self.people.place_of(chosen)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self.people.index(row))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell who."""
        super().currentChanged(current, previous)
        person = current.data(PERSON) if current.isValid() else None
        if isinstance(person, PersonView):
            self.chosen.emit(person.staff)


def tags(person: PersonView) -> list[tuple[str, str]]:
    """What stands out, each with its token: a certificate that needs somebody, a course due."""
    found: list[tuple[str, str]] = []
    standing = words.worst(person)
    if standing in ("over", "ending"):
        found.append((words.standing_word(standing), words.TOKENS[standing]))
    if person.is_due:
        found.append((translate("People", "course due"), ""))
    return found
