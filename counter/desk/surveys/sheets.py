"""What is asked before a campaign starts, and what a customer answered on paper."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QGridLayout, QLineEdit

from counter.desk.inbox.sheets import CaseSheet
from counter.desk.shell.page import DeskPage
from counter.desk.surveys import words
from shared.config.profile import Profile
from shared.i18n import current_language, translate
from shared.protocol.survey import CampaignView, EnterAnswers, StartCampaign
from shared.ui.look import Look
from shared.ui.marks import label
from shared.ui.parts import chooser

MARKS = ("5", "4", "3", "2", "1")


def start(
    page: DeskPage,
    look: Look,
    profile: Profile,
    now: datetime,
    act: Callable[[StartCampaign], object],
) -> CaseSheet:
    """Which survey, the days, and whom: a share of each segment."""
    sheet = CaseSheet(
        page, look, translate("Surveys", "Start a campaign"), 330 + 44 * len(profile.segments)
    )
    surveys = [(s.id, s.name.of(current_language())) for s in profile.surveys]
    survey = sheet.add_choice("survey", translate("Surveys", "Survey"), surveys)
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    begins = _line(grid, 0, "fromDay", translate("Surveys", "First day"), f"{now:%Y-%m-%d}")
    last = f"{_end_of_quarter(now.date()):%Y-%m-%d}"
    ends = _line(grid, 1, "toDay", translate("Surveys", "Last day"), last)
    shares: dict[str, QLineEdit] = {}
    for place, segment in enumerate(profile.segments, start=2):
        asked = translate("Surveys", "%1: asked, percent", segment.name.of(current_language()))
        shares[segment.id] = _line(grid, place, f"share-{segment.id}", asked, "100")
    sheet.body.addLayout(grid)
    problem = sheet.add_problem()

    def confirm() -> None:
        try:
            command = StartCampaign(
                survey=str(survey.currentData()),
                from_day=date.fromisoformat(begins.text().strip()),
                to_day=date.fromisoformat(ends.text().strip()),
                shares={name: float(each.text()) / 100 for name, each in shares.items()},
            )
        except ValueError:
            said = translate("Surveys", "Write days like 2026-12-31 and shares from 0 to 100.")
            problem.setText(said)
            problem.show()
            return
        sheet.leave()
        act(command)

    sheet.add_confirm("confirmStart", translate("Surveys", "Start"), confirm)
    return sheet


def enter(
    page: DeskPage,
    look: Look,
    profile: Profile,
    campaign: CampaignView,
    act: Callable[[EnterAnswers], object],
) -> CaseSheet:
    """The segment, and a mark for each question that was answered."""
    height = 290 + 44 * len(campaign.questions)
    sheet = CaseSheet(page, look, translate("Surveys", "Enter answers"), height)
    segments = [(s.id, s.name.of(current_language())) for s in profile.segments]
    segment = sheet.add_choice("segment", translate("Surveys", "Customer"), segments)
    none = ("", translate("Surveys", "no answer"))
    marks = [none, *((mark, mark) for mark in MARKS)]
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    given = {}
    for place, question in enumerate(campaign.questions):
        text = words.question_text(profile, campaign.survey, question)
        grid.addWidget(label("", text), place, 0)
        given[question] = chooser(look, f"mark-{question}", text, marks, "")
        grid.addWidget(given[question], place, 1)
    sheet.body.addLayout(grid)
    sheet.body.addWidget(label("unit", translate("Surveys", "5 very good … 1 very poor")))
    problem = sheet.add_problem()

    def confirm() -> None:
        said = {name: str(each.currentData()) for name, each in given.items()}
        chosen = {name: int(mark) for name, mark in said.items() if mark}
        if not chosen:
            problem.setText(translate("Surveys", "Give at least one question a mark."))
            problem.show()
            return
        sheet.leave()
        act(EnterAnswers(segment=str(segment.currentData()), marks=chosen))

    sheet.add_confirm("confirmEnter", translate("Surveys", "Enter answers"), confirm)
    return sheet


def _line(grid: QGridLayout, place: int, name: str, words_of_it: str, text: str) -> QLineEdit:
    grid.addWidget(label("unit", words_of_it), place, 0)
    made = QLineEdit(text)
    made.setObjectName(name)
    made.setAccessibleName(words_of_it)
    made.setMaxLength(10)
    made.setFixedWidth(140)
    grid.addWidget(made, place, 1)
    return made


def _end_of_quarter(day: date) -> date:
    month = 3 * ((day.month - 1) // 3) + 3
    after = date(day.year + month // 12, month % 12 + 1, 1)
    return after - timedelta(days=1)
