"""One person: certificates with their ends, the day in context, the courses taken."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter.desk.inbox.timeline import Row, Rows
from counter.desk.people import words
from counter.desk.people.work import People
from counter.desk.shell.session import Desk
from shared.config.profile import Profile
from shared.i18n import translate
from shared.protocol.staff import PersonDay, PersonView
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Chip, Line, label
from shared.ui.palette import set_role
from shared.ui.parts import head, titled
from shared.ui.tokens import DESK

KEYS = {"certify": "Alt+G", "withdraw": "Alt+W", "train": "Alt+R"}


class PersonPanel(QWidget):
    """It shows what ``People`` knows and holds no state."""

    def __init__(self, look: Look, desk: Desk, people: People) -> None:
        super().__init__()
        self._look, self._desk, self._people = look, desk, people
        self.name = label("title")
        self.what = Line("unit")
        self.keys = {name: KeyButton(look, cap, name) for name, cap in KEYS.items()}
        self.figures = label()
        self.figures.setWordWrap(True)
        self.courses = Rows(look, "courses", translate("People", "Courses"))
        self._papers = QVBoxLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(DESK.gap)
        rows.addWidget(self._top())
        rows.addWidget(self._certificates())
        rows.addWidget(self._courses(), 1)

    def _top(self) -> QFrame:
        made = _panel()
        who = QHBoxLayout()
        who.addWidget(self.name)
        who.addWidget(self.what, 1)
        rows = QVBoxLayout(made)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(8)
        rows.addLayout(who)
        rows.addWidget(self.figures)
        return made

    def _certificates(self) -> QFrame:
        self.keys["certify"].show_as(translate("People", "Give or renew"))
        self.keys["withdraw"].show_as(translate("People", "Withdraw"))
        made = _panel()
        title = head(
            titled(translate("People", "Certificates")),
            Line(),
            self.keys["withdraw"],
            self.keys["certify"],
        )
        self._papers.setContentsMargins(16, 10, 16, 12)
        self._papers.setSpacing(8)
        rows = QVBoxLayout(made)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        rows.addWidget(title)
        rows.addLayout(self._papers)
        return made

    def _courses(self) -> QFrame:
        self.keys["train"].show_as(translate("People", "Record a course"))
        made = _panel()
        self.due = Line("unit")
        rows = QVBoxLayout(made)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        title = titled(translate("People", "Courses"))
        rows.addWidget(head(title, self.due, self.keys["train"]))
        rows.addWidget(self.courses, 1)
        return made

    def show_person(self) -> None:
        """Whoever is chosen now."""
        person, profile = self._people.person, self._desk.client.profile
        self.setVisible(person is not None)
        if person is None:
            return
        self.name.setText(person.name)
        self.what.show_as(about(person, profile))
        self.figures.setText(day_words(self._people.day, profile))
        self._show_papers(person, profile)
        due = translate("People", "none yet in this part of the year") if person.is_due else ""
        self.due.show_as(due)
        self.courses.show_rows(course_rows(person, profile))
        may = self._people.may_keep and self._desk.can_act
        kinds = profile.certificates if profile else ()
        self.keys["certify"].setEnabled(may and bool(kinds))
        self.keys["withdraw"].setEnabled(may and bool(person.certificates))
        self.keys["train"].setEnabled(may)

    def _show_papers(self, person: PersonView, profile: Profile | None) -> None:
        while (item := self._papers.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._papers.addWidget(self._paper_rows(person, profile))

    def _paper_rows(self, person: PersonView, profile: Profile | None) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(3, 1)
        if not person.certificates:
            grid.addWidget(label("unit", translate("People", "None.")), 0, 0)
        kinds = {k.id: k for k in profile.certificates} if profile else {}
        for row, held in enumerate(person.certificates):
            name = label("", words.certificate_name(profile, held.certificate))
            name.setStyleSheet("font-weight: 700;")
            chip = Chip(self._look)
            symbol = "check" if held.standing == "valid" else "schedule"
            token = words.TOKENS[held.standing]
            chip.show_as(words.standing_word(held.standing), symbol, token)
            kind = kinds.get(held.certificate)
            services = words.service_names(profile, kind.services) if kind else ""
            said = translate("People", "%1 · given by %2", services, held.by_name or held.by)
            line = Line("unit")
            line.show_as(said)
            for column, part in enumerate((name, chip, label("", self._until(held.certificate)))):
                grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(line, row, 3)
        return made

    def _until(self, certificate: str) -> str:
        person = self._people.person
        assert person is not None
        held = next(each for each in person.certificates if each.certificate == certificate)
        return words.until_words(held, self._desk.now())


def about(person: PersonView, profile: Profile | None) -> str:
    """Number, role, where at work, what the person serves."""
    said = [person.staff, words.role_word(person.role)]
    if person.counter is not None:
        said.append(translate("People", "at counter %1", person.counter))
    if person.skills is None:
        said.append(translate("People", "every service"))
    else:
        said.append(words.service_names(profile, person.skills))
    return " · ".join(said)


def day_words(day: PersonDay | None, profile: Profile | None) -> str:
    """Today in context: beside what the whole branch needs for the same matters."""
    if day is None or not day.served or day.mean_s is None or day.same_mix_s is None:
        return translate("People", "Today: no matter served to the end yet.")
    said = translate(
        "People",
        "Today: %n matters, %1 min each; the whole branch for the same mix %2 min.",
        f"{day.mean_s / 60:.1f}",
        f"{day.same_mix_s / 60:.1f}",
        n=day.served,
    )
    mix = words.service_names(profile, list(day.by_service))
    marks = translate("People", "%n marks, too few for a share.", n=day.marks)
    if day.share_satisfied is not None:
        share = f"{day.share_satisfied:.0%}"
        marks = translate("People", "%1 satisfied of %n marks.", share, n=day.marks)
    return f"{said} {marks}\n{translate('People', 'Matters: %1', mix)}"


def course_rows(person: PersonView, profile: Profile | None) -> list[tuple[Row, str]]:
    """The courses, newest first: day, passed or not, which one."""
    rows: list[tuple[Row, str]] = []
    for each in person.trainings:
        passed = translate("People", "passed") if each.is_passed else translate("People", "failed")
        token = "positive" if each.is_passed else "danger"
        name = words.course_name(profile, each.course)
        if each.score is not None:
            name = translate("People", "%1: %2 of 100", name, each.score)
        rows.append(((each.held_on.isoformat(), passed, name), token))
    return rows


def _panel() -> QFrame:
    made = QFrame()
    set_role(made, "panel")
    return made
