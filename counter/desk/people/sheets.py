"""What is asked before something is given, withdrawn or recorded."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QLineEdit

from counter.desk.inbox.sheets import CaseSheet
from counter.desk.people import words
from counter.desk.shell.page import DeskPage
from shared.config.profile import Profile
from shared.i18n import current_language, translate
from shared.protocol.staff import Certify, PersonView, RecordTraining
from shared.ui.look import Look
from shared.ui.marks import label

A_YEAR = timedelta(days=365)


def certify(
    page: DeskPage, look: Look, profile: Profile, now: datetime, act: Callable[[Certify], object]
) -> CaseSheet:
    """Which, and its last day."""
    sheet = CaseSheet(page, look, translate("People", "Give or renew"), 330)
    kinds = [(k.id, k.name.of(current_language())) for k in profile.certificates]
    kind = sheet.add_choice("certificate", translate("People", "Certificate"), kinds)
    last_day = _field(
        sheet, "lastDay", translate("People", "Last day"), (now + A_YEAR).date().isoformat()
    )
    problem = sheet.add_problem()

    def confirm() -> None:
        day = _day(last_day.text())
        if day is None:
            problem.setText(translate("People", "Write the day like 2027-11-03."))
            problem.show()
            return
        until = datetime.combine(day + timedelta(days=1), time(), now.tzinfo)
        sheet.leave()
        act(Certify(certificate=str(kind.currentData()), valid_until=until))

    sheet.add_confirm("confirmCertify", translate("People", "Give or renew"), confirm)
    return sheet


def withdraw(
    page: DeskPage,
    look: Look,
    person: PersonView,
    profile: Profile | None,
    act: Callable[[str], object],
) -> CaseSheet:
    """Which."""
    sheet = CaseSheet(page, look, translate("People", "Withdraw"), 270)
    held = [
        (c.certificate, words.certificate_name(profile, c.certificate)) for c in person.certificates
    ]
    kind = sheet.add_choice("certificate", translate("People", "Certificate"), held)
    said = label("unit", translate("People", "Its services are not called there any more."))
    said.setWordWrap(True)
    sheet.body.addWidget(said)

    def confirm() -> None:
        sheet.leave()
        act(str(kind.currentData()))

    sheet.add_confirm("confirmWithdraw", translate("People", "Withdraw"), confirm)
    return sheet


def train(
    page: DeskPage,
    look: Look,
    profile: Profile,
    now: datetime,
    act: Callable[[RecordTraining], object],
) -> CaseSheet:
    """Which course, when, and how it ended."""
    sheet = CaseSheet(page, look, translate("People", "Record a course"), 440)
    courses = [(c.id, c.name.of(current_language())) for c in profile.training.courses]
    course = sheet.add_choice("course", translate("People", "Course"), courses)
    today = now.date().isoformat()
    held_on = _field(sheet, "heldOn", translate("People", "Day of the course"), today)
    ends = (("yes", translate("People", "passed")), ("no", translate("People", "failed")))
    passed = sheet.add_choice("passed", translate("People", "Result"), ends)
    score = _field(sheet, "score", translate("People", "Percent, if there was a test"), "")
    problem = sheet.add_problem()

    def confirm() -> None:
        day, points = _day(held_on.text()), score.text().strip()
        is_sound = not points or (points.isdecimal() and int(points) <= 100)
        if day is None or not is_sound:
            said = translate("People", "Write the day like 2026-11-03 and the result as 0 to 100.")
            problem.setText(said)
            problem.show()
            return
        sheet.leave()
        act(
            RecordTraining(
                course=str(course.currentData()),
                held_on=day,
                is_passed=passed.currentData() == "yes",
                score=int(points) if points else None,
            )
        )

    sheet.add_confirm("confirmTrain", translate("People", "Record a course"), confirm)
    return sheet


def _field(sheet: CaseSheet, name: str, words_of_it: str, text: str) -> QLineEdit:
    sheet.body.addWidget(label("unit", words_of_it))
    made = QLineEdit(text)
    made.setObjectName(name)
    made.setAccessibleName(words_of_it)
    made.setMaxLength(10)
    sheet.body.addWidget(made)
    return made


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
