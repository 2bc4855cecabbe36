"""What the page Effect works on, longer than a window lives."""

from PySide6.QtCore import QObject, Signal

from shared.domain.errors import LobbyError
from shared.i18n import error_sentence
from simulator.console.effect.asked import Asked, judged
from simulator.console.shell.jobs import Jobs, OnStep, ShouldStop
from simulator.planning.evaluation.evaluate import Evaluation


class EffectWork(QObject):
    """The question, and its answer when it is there."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self)
        self.asked: Asked | None = None
        self.found: Evaluation | None = None
        self.problem = ""

    def clear(self) -> None:
        """Another branch is open."""
        self.jobs.stop()
        self.asked, self.found, self.problem = None, None, ""
        self.changed.emit()

    def judge(self, asked: Asked) -> None:
        """Read the records and set them beside the prediction, in a thread."""

        def work(on_step: OnStep, should_stop: ShouldStop) -> object:
            return judged(asked, on_step, should_stop)

        self.asked, self.found, self.problem = asked, None, ""
        self.jobs.start(work, self._on_found, self._on_fail, lambda _done, _of: None)
        self.changed.emit()

    def _on_found(self, found: object) -> None:
        assert isinstance(found, Evaluation)
        self.found = found
        self.changed.emit()

    def _on_fail(self, error: Exception) -> None:
        self.problem = error_sentence(error) if isinstance(error, LobbyError) else str(error)
        self.changed.emit()
