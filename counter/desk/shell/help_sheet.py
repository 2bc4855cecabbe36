"""F1: what the page in front is for a keyboard, and the keys of the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from counter.desk.shell.page import DeskPage, Helped
from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import label
from shared.ui.sheet import Sheet

WIDTH, ROW, AROUND = 640, 34, 110


class HelpSheet(Sheet):
    """Keys of the page first, then those that work everywhere."""

    def __init__(self, page: DeskPage, look: Look, title: str, keys: Sequence[Helped]) -> None:
        rows = (*keys, *window_keys())
        height = AROUND + ROW * len(rows)
        super().__init__(page, look, translate("Desk", "Keys: %1", title), WIDTH, height)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, (key, words) in enumerate(rows):
            grid.addWidget(label("keyCap", key), row, 0, Qt.AlignmentFlag.AlignLeft)
            text = label("", words)
            text.setWordWrap(True)
            grid.addWidget(text, row, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def appear(self) -> None:
        """There is nothing to fill in: the focus is on the key that leaves."""
        super().appear()
        leave = self.findChild(KeyButton, "leaveSheet")
        assert leave is not None
        leave.setFocus()


def window_keys() -> tuple[Helped, ...]:
    """The keys of the window."""
    return (
        ("Ctrl+1", translate("Desk", "the first page; Ctrl+2 the second, and so on")),
        ("Tab", translate("Desk", "to the next field or key; Enter or Space presses a key")),
        ("Esc", translate("Desk", "leave a sheet, or take a message away")),
        ("Ctrl+Q", translate("Desk", "sign out")),
        ("F1", translate("Desk", "this list")),
    )
