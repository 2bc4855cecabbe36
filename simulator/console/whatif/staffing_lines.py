"""The staffing of a plan as a table: who opens which counter when, with one pause each."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QScrollArea, QWidget

from shared.config.rules import clock_us
from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import label
from shared.ui.parts import chooser
from simulator.console.study.case import MINUTE_US, clock
from simulator.console.study.draft import Draft
from simulator.console.whatif.words import counter_name, spoken
from simulator.model.scenario_staff import Pause, Staffing

STEP_MIN = 15
NONE = ""


class StaffingLines(QScrollArea):
    """One row a line; every change gives a new draft."""

    edited = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._draft: Draft | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("staffingLines")

    def show_draft(self, draft: Draft) -> None:
        """Build the rows anew; the place of the scroll bar stays."""
        before, self._draft = self._draft, draft
        if before is not None and _shape(before) == _shape(draft) and self._show_times():
            return
        at, focus = self.verticalScrollBar().value(), self._focused()
        # The row whose change this is must outlive its own signal.
        if (old := self.takeWidget()) is not None:
            old.deleteLater()
        inside = QWidget()
        inside.setObjectName("scrolled")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for column, words in enumerate(self._heads()):
            grid.addWidget(label("unit", words), 0, column)
        for place, line in enumerate(draft.staffing):
            self._add_row(grid, place, line)
        grid.addWidget(self._adder(), len(draft.staffing) + 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(draft.staffing) + 2, 1)
        self.setWidget(inside)
        self.verticalScrollBar().setValue(at)
        if focus and (box := inside.findChild(QComboBox, focus)):
            box.setFocus()

    def _focused(self) -> str:
        inside = self.widget()
        found = None if inside is None else inside.focusWidget()
        return "" if found is None else found.objectName()

    def _show_times(self) -> bool:
        """The same rows with other times; whether all of them can be shown."""
        inside, draft = self.widget(), self._draft
        assert inside is not None
        assert draft is not None
        for place, line in enumerate(draft.staffing):
            for what, value in _times_of(line, draft):
                box = inside.findChild(QComboBox, f"{what}-{place}")
                assert isinstance(box, QComboBox)
                if (index := box.findData(value)) < 0:
                    return False
                box.setCurrentIndex(index)
        return True

    def _heads(self) -> tuple[str, ...]:
        return (
            translate("Console", "Counter"),
            translate("Console", "Opens"),
            translate("Console", "Closes"),
            translate("Console", "Pause from"),
            translate("Console", "until"),
        )

    def _add_row(self, grid: QGridLayout, place: int, line: Staffing) -> None:
        draft = self._draft
        assert draft is not None
        row = place + 1
        name = counter_name(draft.case.profile, line.counter)
        title = QLabel(name)
        title.setToolTip(served_at(draft, line.counter))
        grid.addWidget(title, row, 0)
        for column, (what, value) in enumerate(_times_of(line, draft), start=1):
            words = f"{name}, {self._heads()[column]}"
            box = self._times(f"{what}-{place}", words, value, may_be_none=what == "pauseFrom")
            box.setEnabled(what != "pauseUntil" or bool(line.pauses))
            grid.addWidget(box, row, column)
        remove = KeyButton(self._look, "", f"remove-{place}", "flat")
        remove.show_as("✕")
        remove.setAccessibleName(translate("Console", "Remove %1", name))
        remove.clicked.connect(self._remove)
        remove.setProperty("place", place)
        grid.addWidget(remove, row, 5)

    def _times(self, name: str, words: str, value: str, *, may_be_none: bool) -> QComboBox:
        assert self._draft is not None
        hours = self._draft.hours
        times = [*quarters(hours.opens, hours.closes)]
        if value and value not in times:
            times = sorted([*times, value])
        entries = [(at, at) for at in times]
        if may_be_none or not value:
            entries.insert(0, (NONE, "–"))
        box = chooser(self._look, name, words, entries, value)
        box.activated.connect(self._on_time)
        return box

    def _adder(self) -> QComboBox:
        """Choose a counter and it has one more line."""
        draft = self._draft
        assert draft is not None
        first = translate("Console", "+ Add a counter")
        entries = [(NONE, first)]
        entries += [
            (c.id, counter_name(draft.case.profile, c.id)) for c in draft.case.profile.counters
        ]
        box = chooser(self._look, "addCounter", first, entries, NONE)
        box.activated.connect(self._on_add)
        return box

    # ------------------------------------------------------------ editing

    def _on_time(self) -> None:
        box, draft = self.sender(), self._draft
        assert isinstance(box, QComboBox)
        assert draft is not None
        what, _, number = box.objectName().partition("-")
        lines, place = list(draft.staffing), int(number)
        lines[place] = changed(lines[place], what, str(box.currentData()), draft)
        self.edited.emit(draft.staffed(lines))

    def _on_add(self) -> None:
        box, draft = self.sender(), self._draft
        assert isinstance(box, QComboBox)
        assert draft is not None
        if counter := str(box.currentData()):
            self.edited.emit(draft.staffed([*draft.staffing, added(draft, counter)]))

    def _remove(self) -> None:
        button, draft = self.sender(), self._draft
        assert button is not None
        assert draft is not None
        lines = list(draft.staffing)
        del lines[int(button.property("place"))]
        self.edited.emit(draft.staffed(lines))


def _shape(draft: Draft) -> list[tuple[str, bool]]:
    """What decides which fields there are."""
    return [(line.counter, bool(line.pauses)) for line in draft.staffing]


def _times_of(line: Staffing, draft: Draft) -> tuple[tuple[str, str], ...]:
    """The fields of a row with what they show."""
    hours, pause = draft.hours, line.pauses[0] if line.pauses else None
    return (
        ("opens", line.opens or hours.opens),
        ("closes", line.closes or hours.closes),
        ("pauseFrom", pause.begins if pause else NONE),
        ("pauseUntil", pause.ends if pause else NONE),
    )


def served_at(draft: Draft, counter: str) -> str:
    """The services of a counter by their names."""
    profile = draft.case.profile
    mine = next(c.services for c in profile.counters if c.id == counter)
    return ", ".join(spoken(s.name) for s in profile.services if s.id in mine)


def quarters(first: str, last: str) -> Iterator[str]:
    """Every quarter of an hour from the first to the last."""
    begins, ends = (clock_us(at) // MINUTE_US for at in (first, last))
    for minute in range(begins, ends + 1, STEP_MIN):
        yield clock(minute * MINUTE_US)


def changed(line: Staffing, what: str, value: str, draft: Draft) -> Staffing:
    """The line with another time; a pause begins with three quarters of an hour."""
    if what in ("opens", "closes"):
        return _inside(line.model_copy(update={what: value}), draft)
    first, *rest = line.pauses or (None,)
    if not value:
        return line.model_copy(update={"pauses": tuple(rest)})
    if what == "pauseFrom":
        lasts = 45 * MINUTE_US
        if first is not None:
            lasts = max(STEP_MIN * MINUTE_US, clock_us(first.ends) - clock_us(first.begins))
        pause = Pause(
            begins=value,
            ends=clock(clock_us(value) + lasts),
            reason=first.reason if first else _reason(draft),
        )
    else:
        assert first is not None
        pause = first.model_copy(update={"ends": value})
    return line.model_copy(update={"pauses": (pause, *rest)})


def _inside(line: Staffing, draft: Draft) -> Staffing:
    """Without pauses that no longer lie within the shift."""
    begins, ends = line.opens or draft.hours.opens, line.closes or draft.hours.closes
    kept = tuple(pause for pause in line.pauses if begins < pause.begins and pause.ends < ends)
    return line.model_copy(update={"pauses": kept})


def added(draft: Draft, counter: str) -> Staffing:
    """One more line of a counter: what it has not been staffed for, or all day."""
    mine = [line for line in draft.staffing if line.counter == counter]
    hours = draft.hours
    if not mine:
        return Staffing(counter=counter)
    ends = max(clock_us(line.closes or hours.closes) for line in mine)
    if ends < clock_us(hours.closes):
        return Staffing(counter=counter, opens=clock(ends))
    return Staffing(counter=counter, opens=hours.opens, closes=hours.closes)


def _reason(draft: Draft) -> str:
    known = [reason.id for reason in draft.case.profile.pause_reasons]
    return "lunch" if "lunch" in known else known[0]
