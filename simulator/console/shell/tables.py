"""Small tables of labels: words at the left, figures at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from shared.ui.marks import label

Cells = dict[tuple[int, int], QLabel]


def fill(grid: QGridLayout, cells: Cells, rows: Sequence[tuple[str, ...]]) -> None:
    """Rows of labels: words at the left, figures at the right; a label is made once."""
    for row, texts in enumerate(rows):
        for place, text in enumerate(texts):
            cell = cells.get((row, place))
            if cell is None:
                cell = cells[row, place] = label("unit" if len(texts) > 2 and not row else "")
                if place:
                    cell.setAlignment(Qt.AlignmentFlag.AlignRight)
                grid.addWidget(cell, row, place)
            if cell.text() != text:
                cell.setText(text)
            cell.setVisible(True)
    for (row, _), cell in cells.items():
        if row >= len(rows):
            cell.hide()
