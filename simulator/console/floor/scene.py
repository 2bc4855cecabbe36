"""The plan as a picture: walls, zones with seats, counters, kiosks, machines, and people."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsSceneMouseEvent,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from shared.ui.look import Look
from shared.ui.tokens import DESK
from simulator.console.floor.crowd import PX_PER_M, Crowd
from simulator.console.floor.ground import (
    COUNTER,
    DEPTH_M,
    DOOR,
    ROOM,
    WIDTH_M,
    ZONE,
    Ground,
    Thing,
)

MARGIN_M = 0.35
SEAT_PX = 15.0
Drop = Callable[[Thing, float, float], None]


def rect_of(thing: Thing) -> QRectF:
    """Its place in the scene."""
    return QRectF(
        thing.x * PX_PER_M,
        thing.y * PX_PER_M,
        thing.width * PX_PER_M,
        thing.depth * PX_PER_M,
    )


class Piece(QGraphicsItem):
    """One thing of the hall. ``words`` are a short name, a line beneath, and a state."""

    def __init__(self, look: Look, ground: Ground, thing: Thing, drop: Drop | None) -> None:
        super().__init__()
        self.look, self.ground, self.thing, self._drop = look, ground, thing, drop
        self.name, self.below, self.state = thing.id, "", "free"
        self.setPos(rect_of(thing).topLeft())
        self.setZValue(-10 if thing.kind == ZONE else 0)
        if drop is not None and thing.kind != DOOR:
            flags = QGraphicsItem.GraphicsItemFlag
            self.setFlags(flags.ItemIsMovable | flags.ItemIsSelectable | flags.ItemIsFocusable)
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_as(self, name: str, below: str, state: str) -> None:
        """Other words or another state; nothing is drawn when they are the same."""
        if (name, below, state) != (self.name, self.below, self.state):
            self.name, self.below, self.state = name, below, state
            self.update()

    def boundingRect(self) -> QRectF:
        """With room for the ring of the chosen one."""
        return QRectF(0, 0, *self._size()).adjusted(-6, -6, 6, 6)

    def _size(self) -> tuple[float, float]:
        return self.thing.width * PX_PER_M, max(self.thing.depth * PX_PER_M, 4.0)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """By kind."""
        rect = QRectF(0, 0, *self._size())
        if self.thing.kind == ZONE:
            self._zone(painter, rect)
        elif self.thing.kind == DOOR:
            painter.setPen(QPen(self.look.colour("panel"), 7))
            painter.drawLine(QLineF(rect.topLeft(), rect.topRight()))
            painter.setPen(QPen(self.look.colour("accent"), 4, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(rect.topLeft(), rect.topRight()))
        else:
            self._box(painter, rect)
        if self.isSelected():
            ring = rect.adjusted(-4, -4, 4, 4)
            self.look.box(painter, ring, "", "accent", radius=6, width=2)

    def _zone(self, painter: QPainter, rect: QRectF) -> None:
        self.look.box(painter, rect, "window", "line_strong", radius=2, is_dashed=True)
        painter.setPen(QPen(self.look.colour("line_strong"), 1.0))
        painter.setBrush(self.look.colour("panel"))
        for number in range(self.ground.seats.get(self.thing.id, 0)):
            x, y = self.ground.seat(self.thing.id, number)
            at = QPointF((x - self.thing.x) * PX_PER_M, (y - self.thing.y) * PX_PER_M)
            if at.y() + SEAT_PX / 2 < rect.bottom() - 14:
                seat = QRectF(at.x() - SEAT_PX / 2, at.y() - SEAT_PX / 2, SEAT_PX, SEAT_PX)
                painter.drawRoundedRect(seat, 4, 4)
        words = QRectF(rect.x() + 8, rect.bottom() - 20, rect.width() - 12, 20)
        self.look.text(painter, words, f"{self.name}{self.below}", "text2", DESK.hint)

    def _box(self, painter: QPainter, rect: QRectF) -> None:
        is_desk = self.thing.kind in (COUNTER, ROOM)
        is_open = is_desk and self.state not in ("closed", "paused")
        edge = "accent" if is_open else "line_strong" if is_desk else "text2"
        fill = "accent_soft" if is_open else "panel"
        self.look.box(
            painter, rect, fill, edge, radius=3, width=1.6, is_dashed=is_desk and not is_open
        )
        if not is_desk:
            middle = Qt.AlignmentFlag.AlignHCenter
            self.look.text(painter, rect, self.name, "text", DESK.hint, align=middle)
            return
        inside = rect.adjusted(7, 3, -5, -4)
        upper = QRectF(inside.x(), inside.y(), inside.width(), 22)
        pixels = DESK.text if self.name.isascii() and len(self.name) <= 3 else DESK.hint
        self.look.text(painter, upper, self.name, "text", pixels, bold=True)
        lower = QRectF(inside.x(), inside.bottom() - 19, inside.width(), 19)
        self.look.text(painter, lower, self.below, "text2", DESK.hint)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Put down: the plan has it on half metres."""
        super().mouseReleaseEvent(event)
        at = self.pos()
        if self._drop is not None and (at - rect_of(self.thing).topLeft()).manhattanLength() > 1:
            self._drop(self.thing, at.x() / PX_PER_M, at.y() / PX_PER_M)


class FloorView(QGraphicsView):
    """The whole hall, as large as the window lets it be."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.look = look
        self._scene = QGraphicsScene(self)
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(self._scene)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setBackgroundBrush(look.colour("panel"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pieces: dict[tuple[str, str], Piece] = {}
        self.crowd = Crowd(look)

    def show_ground(self, ground: Ground, drop: Drop | None = None) -> None:
        """Another hall; with ``drop`` things can be moved."""
        if self.crowd.scene() is not None:
            self._scene.removeItem(self.crowd)  # ours, not the scene's to destroy
        self.pieces = {}
        self._scene.blockSignals(True)  # what was chosen goes; it is chosen again below
        self._scene.clear()
        self._scene.blockSignals(False)
        walls = QRectF(0, 0, WIDTH_M * PX_PER_M, DEPTH_M * PX_PER_M)
        wall = QPen(self.look.colour("text2"), 5)
        self._scene.addRect(walls, wall, self.look.colour("panel")).setZValue(-30)
        for key, thing in ground.things.items():
            piece = Piece(self.look, ground, thing, drop)
            self.pieces[key] = piece
            self._scene.addItem(piece)
        self._scene.addItem(self.crowd)
        margin = MARGIN_M * PX_PER_M
        self._scene.setSceneRect(walls.adjusted(-margin, -margin, margin, margin))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole hall in sight."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.fitInView(self._scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
