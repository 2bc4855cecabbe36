"""Beside the hall: how far people walk from what is chosen, and what can be done."""

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.palette import set_role
from shared.ui.parts import titled
from simulator.console.floor.ground import Ground, Thing
from simulator.console.floor.ways import WALKS_M_S, Names, ways_in, ways_of
from simulator.console.shell.tables import Cells, fill

WIDTH = 280


class LayoutSide(QFrame):
    """Ways of the chosen thing, or all in all; keys for kiosks and for the run."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "panel")
        self.setFixedWidth(WIDTH)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 16)
        rows.setSpacing(8)
        self._name = titled("")
        rows.addWidget(self._name)
        self._ways, self._cells = QGridLayout(), Cells()
        self._ways.setColumnStretch(0, 1)
        self._ways.setHorizontalSpacing(16)
        rows.addLayout(self._ways)
        rows.addStretch(1)
        self.add = KeyButton(look, "K", "addKiosk", fills=True)
        self.remove = KeyButton(look, "Shift+K", "removeKiosk", fills=True)
        self.run = KeyButton(look, "F5", "tryLayout", "accent", fills=True)
        for key in (self.add, self.remove, self.run):
            rows.addWidget(key)

    def show_ways(self, ground: Ground, thing: Thing | None, names: Names) -> None:
        """Metres and seconds on foot, from the chosen thing or all in all."""
        whole = translate("Console", "Ways in the hall")
        self._name.setText(whole if thing is None else names[thing.kind, thing.id])
        rows: list[tuple[str, ...]] = [("", translate("Console", "m"), translate("Console", "s"))]
        found = ways_in(ground, names) if thing is None else ways_of(ground, thing, names)
        rows += [(name, f"{way:.1f}", f"{way / WALKS_M_S:.0f}") for name, way in found]
        fill(self._ways, self._cells, rows)

    def show_keys(self, *, can_add: bool, can_remove: bool, is_running: bool) -> None:
        """What can be pressed now."""
        self.add.show_as(translate("Console", "One more kiosk"), is_enabled=can_add)
        self.remove.show_as(translate("Console", "One kiosk less"), is_enabled=can_remove)
        self.run.show_as(
            translate("Console", "Stop") if is_running else translate("Console", "Try it")
        )
