"""Coverage by segment as bars: who answered of all customers, with the target as a line."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter.desk.surveys import words
from shared.config.profile import Profile
from shared.i18n import translate
from shared.protocol.survey import CampaignReport, ReachView
from shared.ui.look import Look
from shared.ui.tokens import DESK

ROW, NAME_WIDTH, FIGURE_WIDTH, BAR = 34, 150, 290, 14


class CoverageBars(QWidget):
    """A row a segment, all together first; drawn, and told to screen readers as sentences."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._report: CampaignReport | None = None
        self._profile: Profile | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_report(self, report: CampaignReport | None, profile: Profile | None) -> None:
        """Another campaign, or more answers."""
        self._report, self._profile = report, profile
        self.setFixedHeight(ROW * len(self.rows) + 12)
        said = [f"{name}: {told}" for name, told, _ in self.sentences]
        self.setAccessibleName("; ".join(said))
        self.update()

    @property
    def rows(self) -> tuple[ReachView, ...]:
        """All together, then each segment."""
        return (self._report.whole, *self._report.segments) if self._report else ()

    @property
    def sentences(self) -> list[tuple[str, str, bool]]:
        """Name, figures in words, whether the target is reached."""
        return [
            (words.segment_name(self._profile, each.segment), reach_words(each), each.is_reached)
            for each in self.rows
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name, bar, figures; one dashed line through all bars at the target."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        left, right = 16.0 + NAME_WIDTH, self.width() - 16.0 - FIGURE_WIDTH
        room = max(40.0, right - left - 12)
        for place, (each, (name, told, is_reached)) in enumerate(
            zip(self.rows, self.sentences, strict=True)
        ):
            top = 6.0 + place * ROW
            line = QRectF(16, top, NAME_WIDTH - 12, ROW)
            look.text(painter, line, name, "text", DESK.body, bold=each.segment is None)
            bar = QRectF(left, top + (ROW - BAR) / 2, room, BAR)
            look.box(painter, bar, "window", "outline", radius=0)
            filled = QRectF(bar)
            filled.setWidth(room * min(1.0, each.coverage or 0.0))
            painter.fillRect(filled, look.colour("positive" if is_reached else "warning"))
            figures = QRectF(right, top, FIGURE_WIDTH, ROW)
            look.text(painter, figures, told, "text2", DESK.body)
        if self._report is not None:
            x = left + room * self._report.target_share
            pen = QPen(look.colour("text"), 2, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(round(x), 6, round(x), self.height() - 6)


def reach_words(reach: ReachView) -> str:
    """Share, who answered of how many, how many were asked."""
    if reach.coverage is None:
        return translate("Surveys", "no customers yet")
    return translate(
        "Surveys",
        "%1: %2 of %3 answered, %4 asked",
        f"{reach.coverage:.0%}",
        reach.answered,
        reach.customers,
        reach.asked,
    )
