"""What the chart and the rows beneath it share: one axis of half-hours, and a left column."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from shared.ui.look import Look
from simulator.console.staffing.gaps import HALF_HOUR, Axis

LEFT, RIGHT_EDGE = 170, 24
MIDDLE = Qt.AlignmentFlag.AlignHCenter
RIGHT = Qt.AlignmentFlag.AlignRight


class OnAxis(QWidget):
    """What both parts share: the left column, and the place of a minute."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.axis = Axis(540, 16)

    def at(self, minute: float) -> float:
        """Where a minute lies."""
        room = self.width() - LEFT - RIGHT_EDGE
        return LEFT + room * (minute - self.axis.begins_min) / (self.axis.count * HALF_HOUR)
