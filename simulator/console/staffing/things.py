"""Things to settle: where people are short, each with a key that mends it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Line, label
from shared.ui.palette import set_role
from shared.ui.parts import head, titled
from simulator.console.staffing import gaps
from simulator.console.staffing.gaps import MOST_SETTLED, Repair, Short
from simulator.console.study.draft import Draft
from simulator.console.whatif.words import counter_name

WIDTH = 314


class Things(QFrame):
    """A list that is made anew with every change; ``repairs`` are those with a key."""

    repairAsked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "panel")
        self.setFixedWidth(WIDTH)
        self.look = look
        self.repairs: list[Repair] = []
        self._title = titled("")
        self._things = QVBoxLayout()
        self._things.setContentsMargins(14, 10, 14, 10)
        self._things.setSpacing(6)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head(self._title, Line()))
        rows.addLayout(self._things, 1)

    def _on_repair(self) -> None:
        key = self.sender()
        assert key is not None
        self.repairAsked.emit(int(key.property("place")))

    def show_things(
        self, draft: Draft, need: Sequence[int], there: Sequence[int], *, is_known: bool
    ) -> None:
        """What is short of people, each with its repair; ``is_known``: the need has been found."""
        while (item := self._things.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        axis = gaps.axis_of(draft)
        found = list(gaps.shorts(need, there)) if need else []
        self._title.setText(
            translate("Console", "%n things to settle", n=len(found))
            if is_known
            else translate("Console", "Things to settle")
        )
        self.repairs = []
        if problem := draft.problem():
            self._say(problem)
        if not is_known:
            self._say(
                translate(
                    "Console",
                    "Find the need first: how many counters the standards take in each half-hour.",
                )
            )
        for short in found[:MOST_SETTLED]:
            self._thing(draft, need, axis, short)
        if is_known and not found:
            self._say(translate("Console", "Nobody is missing in any half-hour."))
        self._things.addStretch(1)

    def _thing(self, draft: Draft, need: Sequence[int], axis: gaps.Axis, short: Short) -> None:
        begins, ends = gaps.text(axis.begin(short.first)), gaps.text(axis.begin(short.last))
        title = label("", translate("Console", "Short by %1, %2–%3", short.missing, begins, ends))
        title.setStyleSheet(f"font-weight: 700; color: {self.look.colours.warning};")
        self._things.addWidget(title)
        way = gaps.repairs(draft, need, axis, short)
        if way is None:
            self._say(translate("Console", "No counter and no break could be moved for it."))
            return
        place = len(self.repairs)
        self.repairs.append(way)
        key = KeyButton(self.look, f"Alt+{place + 1}", f"repair-{place}")
        key.show_as(repair_words(draft, way))
        key.setProperty("place", place)
        key.clicked.connect(self._on_repair)
        self._things.addWidget(key, 0, Qt.AlignmentFlag.AlignLeft)

    def _say(self, words: str) -> None:
        told = QLabel(words)
        told.setWordWrap(True)
        self._things.addWidget(told)


def repair_words(draft: Draft, way: Repair) -> str:
    """What the key will do."""
    name = counter_name(draft.case.profile, way.counter)
    begins, ends = gaps.text(way.begins_min), gaps.text(way.ends_min)
    if way.what == "pause":
        return translate("Console", "Break of %1 at %2", name, begins)
    return translate("Console", "Open %1, %2–%3", name, begins, ends)
