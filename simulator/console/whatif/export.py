"""The comparison as a file: PDF for paper, XLSX for figures, PNG for a slide, JSON to judge by."""

import json
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QRegion
from PySide6.QtWidgets import QWidget

from shared.domain.errors import InputInvalid
from shared.i18n import translate
from shared.reports.writing import FileUnwritable, keep_json
from shared.ui.look import Look
from shared.ui.tokens import DESK
from simulator.console.shell.session import Session
from simulator.console.shell.style import console_style
from simulator.console.whatif.page import WhatIfPage
from simulator.console.whatif.sheets import workbook_sheets
from simulator.console.whatif.words import spoken
from simulator.experiment.compare_result import comparison_json
from simulator.report.workbook import write_workbook

#: Paper and slides are light, and as large as the page of a 1366 x 768 window.
PAGE: Final = QSize(1366, 720)
KINDS: Final = (".pdf", ".xlsx", ".png", ".json")
SHARP: Final = 2.0


class ExportUnknown(InputInvalid):
    """Something else than PDF, XLSX, PNG or JSON."""

    code = "export_unknown"
    sentence = (
        "“%1” is no kind of file to export to. Choose a name that ends with .pdf, .xlsx, .png or "
        ".json."
    )


class NothingToExport(InputInvalid):
    """No run yet."""

    code = "nothing_to_export"
    sentence = "There is nothing to export yet. Run both plans first."


def export(session: Session, path: Path) -> None:
    """Write the result as the kind that the name ends with.

    Raises:
        NothingToExport, ExportUnknown; FileUnwritable: it cannot be written.
    """
    if session.result is None:
        raise NothingToExport
    kind = path.suffix.lower()
    if kind == ".xlsx":
        write_workbook(path, workbook_sheets(session.result))
    elif kind == ".png":
        _write_png(session, path)
    elif kind == ".json":
        lives = session.result.lives
        keep_json(json.dumps(comparison_json(lives.comparison, lives.seed), indent=2), str(path))
    elif kind == ".pdf":
        _write_pdf(session, path)
    else:
        raise ExportUnknown(path.name)


def paper(session: Session, sharp: float) -> QWidget:
    """The page as it is printed: light, without keys that nobody can press on paper.

    ``sharp``: so many dots of the paper or picture to a pixel.
    """
    look = Look("light")
    look.set_accent(session.case.profile.bank.accent)
    page = WhatIfPage(session, look)
    page.setStyleSheet(console_style(look.colours) + "#whatIfPage { background: #FFFFFF; }")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    for key in (*page.foot.keys, *(card.change for card in page.cards)):
        key.hide()
    page.resize(PAGE)
    page.draw_for(sharp)
    page.grab()  # never shown: this lays it out
    return page


def _write_png(session: Session, path: Path) -> None:
    page = paper(session, SHARP)
    image = QImage(PAGE * SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)
    image.fill(Qt.GlobalColor.white)
    page.render(image)
    page.close()
    page.deleteLater()
    if not image.save(str(path)):
        raise FileUnwritable(path, "PNG")


def _write_pdf(session: Session, path: Path) -> None:
    """A4 across: title, the page as vectors, and when it was made."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setPageMargins(QMarginsF(12, 10, 12, 10), QPageLayout.Unit.Millimeter)
    writer.setTitle(translate("Console", "What if: plan A and plan B"))
    painter = QPainter()
    if not painter.begin(writer):
        raise FileUnwritable(path, "PDF")
    try:
        width = writer.width()
        factor = width / PAGE.width()
        painter.scale(factor, factor)
        _heading(painter, session)
        painter.translate(0, 56)
        page = paper(session, factor)
        page.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        page.close()
        page.deleteLater()
    finally:
        painter.end()


def _heading(painter: QPainter, session: Session) -> None:
    look = Look("light")
    case = session.case
    name = spoken(case.profile.branch.name)
    what = translate("Console", "What if: plan A and plan B")
    room = QRectF(DESK.margin, 4, PAGE.width() - 2 * DESK.margin, 32)
    look.text(painter, room, f"{name} · {what}", "text", DESK.heading, bold=True)
    right = Qt.AlignmentFlag.AlignRight
    made = translate("Console", "made %1", date.today().isoformat())  # noqa: DTZ011  # the desk's
    look.text(painter, room, made, "text2", DESK.body, align=right)
    below = room.translated(0, 26)
    look.text(painter, below, spoken(case.scenario.name), "text2", DESK.body)
