"""The bar at the top: the branch, the pages with their keys, and what belongs to the window."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from shared.i18n import current_language, translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Line
from shared.ui.palette import set_role
from shared.ui.parts import Tab
from shared.ui.tokens import DESK

BRANCH_WIDTH = 200


class Bar(QFrame):
    """48 px: branch left, tabs, keys right."""

    pageChosen = Signal(int)
    openAsked = Signal()
    tourAsked = Signal()
    languageAsked = Signal()
    schemeAsked = Signal()

    def __init__(self, look: Look, pages: Sequence[tuple[str, str, str]]) -> None:
        """``pages`` are object name, symbol and words of each."""
        super().__init__()
        set_role(self, "bar")
        self.branch = Line()
        self.branch.setStyleSheet(f"font-size: {DESK.text}px; font-weight: 700;")
        self.branch.setFixedWidth(BRANCH_WIDTH)
        self.branch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.branch.setObjectName("branchName")
        row = QHBoxLayout(self)
        row.setContentsMargins(DESK.margin, 0, DESK.margin, 0)
        row.setSpacing(2)
        row.addWidget(self.branch)
        self.tabs: list[Tab] = []
        for place, (name, symbol, words) in enumerate(pages):
            tab = Tab(look, name, symbol, words, f"Ctrl+{place + 1}")
            tab.setProperty("place", place)
            tab.clicked.connect(self._on_tab)
            self.tabs.append(tab)
            row.addWidget(tab)
        row.addStretch(1)
        self._keys(look, row)

    def _keys(self, look: Look, row: QHBoxLayout) -> None:
        other = "English" if current_language() == "zh" else "中文"
        scheme = (
            translate("Console", "Dark")
            if look.scheme == "light"
            else translate("Console", "Light")
        )
        for name, key_name, words, asked in (
            ("openCase", "Ctrl+O", translate("Console", "Open"), self.openAsked),
            ("tour", "F1", translate("Console", "Tour"), self.tourAsked),
            ("swapScheme", "", scheme, self.schemeAsked),
            ("swapLanguage", "", other, self.languageAsked),
        ):
            key = KeyButton(look, key_name, name, "flat")
            key.show_as(words)
            key.clicked.connect(asked)
            row.addWidget(key)

    def choose(self, place: int) -> None:
        """Show this page as the current one."""
        self.tabs[place].setChecked(True)

    def _on_tab(self) -> None:
        tab = self.sender()
        assert tab is not None
        self.pageChosen.emit(int(tab.property("place")))
