"""What a page of the desk is: its place in the bar, who sees it, and how it is made.

A page is a folder of ``counter/desk`` with a ``PageSpec`` in its ``page`` module, listed in
``counter.desk.pages``. Its view is a ``DeskPage``, built anew for another language or scheme; what
it works on is a plain object or QObject that ``Desk.kept`` keeps until somebody signs out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from shared.ui.look import Look
from shared.ui.sheet import Sheet

if TYPE_CHECKING:
    from counter.desk.shell.session import Desk

#: A key as it is written on its cap, and what it does on the page.
Helped = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page: ``roles`` are those of staff who see it, as the server's table of rights has them.

    ``title`` and ``keys`` speak the language of the moment. ``symbol`` is an icon's name.
    """

    name: str
    symbol: str
    title: Callable[[], str]
    roles: frozenset[str]
    create: "Callable[[Desk, Look], DeskPage]"
    keys: Callable[[], Sequence[Helped]]


class DeskPage(QWidget):
    """The view of a page. Its keys: override ``keyPressEvent``; it has the focus when it is shown.

    Signals of the desk reach it through slots of its own; with the page they are gone.
    """

    def __init__(self, desk: "Desk", look: Look) -> None:
        """Nothing is shown before ``arrive``."""
        super().__init__()
        self.desk, self.look = desk, look
        self.sheet: Sheet | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def arrive(self) -> None:
        """It is in front now: look up what is old. At every arrival, and when contact is back."""

    def open_sheet(self, sheet: Sheet) -> None:
        """Lay a sheet over the page, one at a time."""
        self.close_sheet()
        self.sheet = sheet
        sheet.left.connect(self._forget_sheet)
        sheet.appear()

    def close_sheet(self) -> None:
        """Nothing is asked any more."""
        if self.sheet is not None:
            self.sheet.leave()

    def _forget_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
            self.sheet = None
            self.setFocus()
