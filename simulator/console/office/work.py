"""Head office for the window: asked in a thread of its own, one plan for one wish."""

import secrets
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from shared.client.head_office import HeadOffice
from shared.domain.errors import LobbyError, ServerUnreachable
from shared.i18n import current_language, error_sentence, translate
from shared.protocol.plan import PlanView, ProposePlan
from simulator.console.shell.jobs import Jobs, OnStep, ShouldStop


@dataclass(frozen=True, slots=True)
class Where:
    """Head office, as the program was told. ``branch`` empty: that of the opened branch."""

    server: str = ""
    branch: str = ""
    key: str = field(default="", repr=False)
    ca: str = ""

    @property
    def is_known(self) -> bool:
        """Whether there is a head office to hand anything to."""
        return bool(self.server and self.key)

    def office(self, branch: str) -> HeadOffice:
        """Head office as this branch sees it."""
        return HeadOffice(self.server, self.branch or branch, self.key, self.ca)


class OfficeWork(QObject):
    """Outlives windows: an answer that comes late still counts."""

    changed = Signal()
    handedIn = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self)
        self.where = Where()
        self.by = ""
        self.plans: tuple[PlanView, ...] = ()
        self.problem = ""
        self.last: PlanView | None = None
        #: A plan that has not been answered, and the wish under which it was sent.
        self._wish: tuple[ProposePlan, str] | None = None

    def begin(self) -> None:
        """Nothing said yet; for a sheet that opens."""
        self.problem, self.last = "", None

    def hand_in(self, branch: str, plan: ProposePlan) -> None:
        """Send a plan; the same one again, before it is answered, is still one plan."""
        if self.jobs.is_running and self._wish is not None and self._wish[0] == plan:
            return
        if self._wish is None or self._wish[0] != plan:
            self._wish = (plan, secrets.token_hex(16))
        office, wish, language = self.where.office(branch), self._wish[1], current_language()

        def work(_on_step: OnStep, _should_stop: ShouldStop) -> object:
            return office.propose(plan, wish, language)

        self.by, self.problem, self.last = plan.by, "", None
        self.jobs.start(work, lambda found: self._on_made(found, branch), self._on_fail, _nothing)
        self.changed.emit()

    def ask(self, branch: str) -> None:
        """The plans of the branch, as they stand."""
        office, language = self.where.office(branch), current_language()

        def work(_on_step: OnStep, _should_stop: ShouldStop) -> object:
            return office.plans(language)

        self.jobs.start(work, self._on_plans, self._on_fail, _nothing)
        self.changed.emit()

    def withdraw(self, branch: str, plan: str) -> None:
        """Take a plan back that nobody has decided."""
        office, language = self.where.office(branch), current_language()

        def work(_on_step: OnStep, _should_stop: ShouldStop) -> object:
            return office.withdraw(plan, language)

        self.problem, self.last = "", None
        self.jobs.start(work, lambda _found: self.ask(branch), self._on_fail, _nothing)
        self.changed.emit()

    def _on_made(self, found: object, branch: str) -> None:
        assert isinstance(found, PlanView)
        self.last, self._wish = found, None
        self.handedIn.emit()
        self.ask(branch)

    def _on_plans(self, found: object) -> None:
        assert isinstance(found, tuple)
        self.plans = found
        self.changed.emit()

    def _on_fail(self, error: Exception) -> None:
        self.problem = error_sentence(error) if isinstance(error, LobbyError) else str(error)
        if isinstance(error, ServerUnreachable):
            self.problem = translate(
                "Console", "Head office at %1 does not answer. Try again later.", self.where.server
            )
        self.changed.emit()


def _nothing(_done: int, _of: int) -> None:
    """Nobody counts the steps of a call."""
