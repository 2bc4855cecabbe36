"""How many kiosks and self-service machines a plan has, each on a slider."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from shared.i18n import translate
from shared.ui.marks import label
from shared.ui.parts import Sliding
from simulator.console.study.draft import Draft
from simulator.console.whatif.words import kind_name
from simulator.model.machine_count import kinds

MOST_KIOSKS = 6
MOST_MACHINES = 6


class Equipment(QWidget):
    """Two sliders beside one another; every change gives a new draft."""

    edited = Signal(object)

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._kinds = kinds(draft.case.profile)
        is_recorded = draft.case.is_recorded
        self.kiosks = _slider("kiosks", translate("Console", "Kiosks"), MOST_KIOSKS)
        self.kiosks.setEnabled(not is_recorded)
        self.kiosks.moved.connect(self._on_kiosks)
        self.machines = [
            _slider(f"machines-{number}", kind_name(kind), MOST_MACHINES)
            for number, kind in enumerate(self._kinds)
        ]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        are_used = bool(draft.case.scenario.self_service)
        for place, slider in enumerate((self.kiosks, *self.machines)):
            grid.addWidget(slider, place // 2, place % 2)
        for number, slider in enumerate(self.machines):
            slider.setEnabled(are_used and not is_recorded)
            slider.slider.setProperty("number", number)
            slider.moved.connect(self._on_machines)
        if self.machines and not are_used:
            words = translate("Console", "This scenario says of nobody that a machine would do.")
            grid.addWidget(label("unit", words), (len(self.machines) + 2) // 2, 0, 1, 2)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
        self.show_draft(draft)

    def show_draft(self, draft: Draft) -> None:
        """The counts of another draft of the same branch."""
        self._draft = draft
        self.kiosks.set_value(draft.scenario.kiosk.count)
        for kind, slider in zip(self._kinds, self.machines, strict=True):
            slider.set_value(draft.machine_count(kind))

    def _on_kiosks(self, count: int) -> None:
        self.edited.emit(self._draft.with_kiosks(count))

    def _on_machines(self, count: int) -> None:
        slider = self.sender()
        number = next(n for n, each in enumerate(self.machines) if each is slider)
        self.edited.emit(self._draft.with_machines(self._kinds[number], count))


def _slider(name: str, words: str, most: int) -> Sliding:
    made = Sliding(name, words, 0, most, str)
    made.value.setMinimumWidth(24)
    return made
