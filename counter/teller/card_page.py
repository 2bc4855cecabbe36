"""The teller's card: one A4 page with every key, made from what the keys themselves say."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from counter.teller.help_sheet import key_list
from shared.i18n import translate
from shared.reports.writing import FileUnwritable
from shared.ui.fonts import application_font
from shared.ui.tokens import LIGHT

DOTS_PER_INCH: Final = 96
WIDTH, MARGIN = 794, 56
"""An A4 page at 96 dots an inch, and the edge of the text; both in pixels."""
ROW, CAP, TITLE, HEADING, TEXT = 38, 112, 32, 20, 15


def write_card(path: Path, language: str) -> None:
    """Write the page as PDF. An application object with the fonts must exist.

    Raises:
        FileUnwritable.
    """
    writer = QPdfWriter(str(path))
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    writer.setTitle(_title(language))
    painter = QPainter()
    if not painter.begin(writer):
        raise FileUnwritable(str(path), "QPdfWriter")
    draw_card(painter, language)
    painter.end()


def draw_card(painter: QPainter, language: str) -> float:
    """Draw it; where its last line ends, pixels from the top."""
    y = _words(painter, _title(language), MARGIN, TITLE, "text", is_bold=True)
    y = _words(painter, _motto(language), y + 4, TEXT + 1, "text2") + 14
    for key, words in key_list(language):
        y = _key(painter, key, words, y)
    y = _words(painter, _when_title(language), y + 20, HEADING, "text", is_bold=True) + 4
    for line in _when_away(language):
        y = _words(painter, f"·  {line}", y + 2, TEXT, "text") + 2
    return y


def _key(painter: QPainter, key: str, words: str, y: float) -> float:
    """One line: the key in its cap, what it does, a thin rule."""
    is_usual = key == "F2"
    cap = QRectF(MARGIN, y + 4, min(CAP - 18, 20 + 11 * len(key)), ROW - 8)
    painter.setPen(QPen(QColor(LIGHT.accent if is_usual else LIGHT.line_strong), 1))
    painter.setBrush(QColor(LIGHT.accent) if is_usual else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap, 4, 4)
    _line(painter, cap, key, "on_accent" if is_usual else "text", is_centred=True)
    room = QRectF(MARGIN + CAP, y, WIDTH - 2 * MARGIN - CAP, ROW)
    _line(painter, room, words, "text", is_bold=is_usual)
    painter.setPen(QPen(QColor(LIGHT.outline), 1))
    painter.drawLine(MARGIN, round(y + ROW), WIDTH - MARGIN, round(y + ROW))
    return y + ROW + 1


def _line(
    painter: QPainter,
    room: QRectF,
    words: str,
    token: str,
    *,
    is_bold: bool = False,
    is_centred: bool = False,
) -> None:
    font = application_font(TEXT)
    font.setBold(is_bold)
    painter.setFont(font)
    painter.setPen(QColor(getattr(LIGHT, token)))
    across = Qt.AlignmentFlag.AlignHCenter if is_centred else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | across), words)


def _words(
    painter: QPainter, words: str, y: float, pixels: int, token: str, *, is_bold: bool = False
) -> float:
    """A paragraph; where it ends."""
    font = application_font(pixels)
    font.setBold(is_bold)
    painter.setFont(font)
    painter.setPen(QColor(getattr(LIGHT, token)))
    room = QRectF(MARGIN, y, WIDTH - 2 * MARGIN, 200)
    flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap.value)
    taken = painter.boundingRect(room, flags, words)
    painter.drawText(room, flags, words)
    return taken.bottom()


def _title(language: str) -> str:
    return translate("Teller", "Teller card", language=language)


def _motto(language: str) -> str:
    return translate(
        "Teller",
        "One key a customer is enough: F2. Everything else only when it is needed.",
        language=language,
    )


def _when_title(language: str) -> str:
    return translate("Teller", "When no server answers", language=language)


def _when_away(language: str) -> tuple[str, ...]:
    return (
        translate(
            "Teller",
            "Finish with your customer: F4, F5, F2 and Del are kept and told later.",
            language=language,
        ),
        translate(
            "Teller",
            "Nobody is called until a server is back; the line above the list says when.",
            language=language,
        ),
        translate(
            "Teller",
            "After a cut the window shows what really happened: look before you press again.",
            language=language,
        ),
    )
