"""What the page of surveys works on: the campaigns, the chosen one's outcome, what is started."""

from PySide6.QtCore import QObject, Signal

from counter.desk.shell.session import Desk
from shared.protocol.survey import (
    CampaignList,
    CampaignReport,
    CampaignView,
    EnterAnswers,
    StartCampaign,
)

#: Who may start and end; the server says the same.
KEEPING = frozenset({"supervisor", "manager", "quality"})


class Surveys(QObject):
    """All campaigns, and one of them.

    Signals:
        changed: other campaigns, another choice, other figures.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing has been asked yet."""
        super().__init__()
        self._desk = desk
        self.list: CampaignList | None = None
        self.chosen = ""
        self.report: CampaignReport | None = None

    @property
    def shown(self) -> tuple[CampaignView, ...]:
        """Every campaign, the newest first."""
        return self.list.campaigns if self.list is not None else ()

    @property
    def may_keep(self) -> bool:
        """Whether whoever is signed in starts and ends campaigns."""
        return self._desk.role in KEEPING and self._desk.can_act

    @property
    def is_running(self) -> bool:
        """Whether the chosen one asks customers now."""
        return self.report is not None and self.report.campaign.is_running

    def refresh(self) -> None:
        """Ask the server."""
        self._desk.look_up("surveys", CampaignList, self._came)
        if self.chosen:
            self._ask()

    def choose(self, campaign: str) -> None:
        """This campaign is looked at."""
        if campaign != self.chosen:
            self.chosen, self.report = campaign, None
            self._ask()
            self.changed.emit()

    def start(self, command: StartCampaign) -> None:
        """Ask customers who come in these days."""
        self._desk.order("surveys", command, CampaignView, self._started)

    def end(self) -> None:
        """Nobody who comes from now on is asked."""
        self._desk.order(f"surveys/{self.chosen}/end", None, CampaignView, self._done)

    def enter(self, command: EnterAnswers) -> None:
        """What a customer answered on paper or by telephone."""
        self._desk.order(f"surveys/{self.chosen}/answers", command, CampaignView, self._done)

    def _ask(self) -> None:
        self._desk.look_up(f"surveys/{self.chosen}", CampaignReport, self._report_came)

    def _started(self, answer: CampaignView) -> None:
        self.chosen, self.report = answer.id, None
        self.refresh()

    def _done(self, _answer: CampaignView) -> None:
        self.refresh()

    def _came(self, answer: CampaignList) -> None:
        self.list = answer
        if not self.chosen and answer.campaigns:
            self.choose(answer.campaigns[0].id)
        self.changed.emit()

    def _report_came(self, answer: CampaignReport) -> None:
        if answer.campaign.id == self.chosen:
            self.report = answer
            self.changed.emit()
