"""The people in the hall: circle, square or diamond, filled by what they are doing."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from shared.ui.look import Look
from shared.ui.tokens import DESK
from simulator.console.floor.ground import DEPTH_M, WIDTH_M

PX_PER_M = 46.0
MARK_PX = 7.0


class Person:
    """How one person is drawn: where, which mark, and how filled."""

    __slots__ = ("is_late", "mark", "state", "x", "y")

    def __init__(self, x: float, y: float, mark: str, state: str, *, is_late: bool) -> None:
        self.x, self.y, self.mark, self.state, self.is_late = x, y, mark, state, is_late


class Crowd(QGraphicsItem):
    """Everybody in the hall, drawn at once: one item is enough for a hundred people."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.people: list[Person] = []
        self.setZValue(10)

    def boundingRect(self) -> QRectF:
        """The whole hall."""
        return QRectF(0, 0, WIDTH_M * PX_PER_M, (DEPTH_M + 0.5) * PX_PER_M)

    def show_people(self, people: list[Person]) -> None:
        """Another moment."""
        self.people = people
        self.update()

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Circle, square or diamond; filled when called or served, with ! when late."""
        for person in self.people:
            draw_mark(painter, self._look, person)


def draw_mark(painter: QPainter, look: Look, person: Person) -> None:
    """One person's mark around its place."""
    ink = look.colour(_ink(person))
    is_filled = person.state in ("called", "served") or person.is_late
    painter.setPen(QPen(ink, 2))
    painter.setBrush(ink if is_filled else look.colour("panel"))
    at = QPointF(person.x * PX_PER_M, person.y * PX_PER_M)
    painter.drawPath(_outline(person.mark, at))
    if person.is_late and person.state == "waiting":
        around = QRectF(at.x() - 8, at.y() - 9, 16, 18)
        middle = Qt.AlignmentFlag.AlignHCenter
        look.text(painter, around, "!", "panel", DESK.hint, bold=True, align=middle)


def _ink(person: Person) -> str:
    """The token of a person's colour; the shape and the fill say the same."""
    if person.state in ("served", "gone"):
        return "text2"
    if person.is_late:
        return "warning"
    return "priority" if person.mark == "square" else "accent"


def _outline(mark: str, at: QPointF) -> QPainterPath:
    path = QPainterPath()
    around = QRectF(at.x() - MARK_PX, at.y() - MARK_PX, 2 * MARK_PX, 2 * MARK_PX)
    if mark == "square":
        path.addRect(around.adjusted(1, 1, -1, -1))
    elif mark == "diamond":
        far = MARK_PX + 1.5
        corners = [(0, -far), (far, 0), (0, far), (-far, 0), (0, -far)]
        path.addPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in corners]))
    else:
        path.addEllipse(around)
    return path
