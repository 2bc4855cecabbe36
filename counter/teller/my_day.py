"""MyDay: this person's own figures since sign-in, and the last visits. Only they see it."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from counter.teller import words
from counter.teller.day import SENT_ON, SHARE_FROM, Day, Visit
from shared.config.profile import Profile
from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.marks import Line, label, panel_head
from shared.ui.palette import set_role
from shared.ui.tokens import DESK

NONE_YET = "–"
LAST_VISITS = 3


class MyDay(QFrame):
    """Three rows: visits served, time each, satisfied; what has not happened has no figure."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "panel")
        self.setObjectName("myDay")
        self._title, self._since = label("title"), Line("unit")
        self._title.setStyleSheet(f"font-size: {DESK.text}px;")
        self.rows = [(label(), label("title"), label("unit"), Line("unit")) for _ in range(3)]
        grid = _grid()
        for index, (name, value, unit, remark) in enumerate(self.rows):
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setStyleSheet(f"font-size: {DESK.text}px;")
            for column, part in enumerate((name, value, unit, remark)):
                grid.addWidget(part, index, column)
        for column, width in enumerate((130, 60, 60)):
            grid.setColumnMinimumWidth(column, width)
        grid.setColumnStretch(3, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(panel_head(look, "show_chart", self._title, self._since))
        outer.addLayout(grid)

    def show_day(
        self,
        day: Day,
        since: datetime | None,
        now: datetime,
        profile: Profile | None,
        language: str,
    ) -> None:
        """The figures as they are."""
        self._title.setText(translate("Teller", "My day", language=language))
        if since is not None:
            start = words.clock(since, now)
            text = translate(
                "Teller", "since sign-in at %1; only you see this", start, language=language
            )
            self._since.show_as(text)
        for row, texts in zip(self.rows, _figures(day, profile, language), strict=True):
            name, value, unit, remark = row
            name.setText(texts[0])
            value.setText(texts[1])
            unit.setText(texts[2])
            remark.show_as(texts[3])


class LastVisits(QFrame):
    """The visits that ended here last, newest first: number, service, outcome, time.

    No marks: the customer was promised that they are anonymous.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "panel")
        self.setObjectName("lastVisits")
        self._title = label("title")
        self._title.setStyleSheet(f"font-size: {DESK.text}px;")
        self._empty = Line("unit")
        self.rows = [_visit_row() for _ in range(LAST_VISITS)]
        grid = _grid()
        for index, row in enumerate(self.rows):
            for column, part in enumerate(row):
                grid.addWidget(part, index, column)
        for column, width in enumerate((56, 170, 170, 70)):
            grid.setColumnMinimumWidth(column, width)
        grid.setColumnStretch(4, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(panel_head(look, "list", self._title, self._empty))
        outer.addLayout(grid)
        outer.addStretch(1)

    def show_visits(self, visits: list[Visit], profile: Profile | None, language: str) -> None:
        """The newest of these."""
        self._title.setText(translate("Teller", "Last visits", language=language))
        nothing = translate("Teller", "none closed here yet", language=language)
        self._empty.show_as("" if visits else nothing)
        newest = [*reversed(visits)][:LAST_VISITS]
        for index, row in enumerate(self.rows):
            texts = (
                _visit_texts(newest[index], profile, language) if index < len(newest) else ("",) * 4
            )
            for part, text in zip(row, texts, strict=True):
                part.setText(text)


def _visit_row() -> list[QLabel]:
    number = label("title")
    number.setStyleSheet(f"font-size: {DESK.text}px;")
    minutes = label()
    minutes.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return [number, label(), label("unit"), minutes]


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(14, 4, 14, 6)
    grid.setHorizontalSpacing(DESK.gap)
    grid.setVerticalSpacing(0)
    for row in range(3):
        grid.setRowMinimumHeight(row, 27)
    return grid


def _figures(day: Day, profile: Profile | None, language: str) -> list[tuple[str, str, str, str]]:
    """Name, figure, unit, remark of each row."""
    served = (
        translate("Teller", "Visits served", language=language),
        str(day.served),
        "",
        translate("Teller", "%n missed calls", n=day.missed, language=language)
        if day.missed
        else "",
    )
    mean_s = day.mean_s
    each = (
        translate("Teller", "Time each", language=language),
        words.minutes_text(mean_s) if mean_s is not None else NONE_YET,
        translate("Teller", "min", language=language) if mean_s is not None else "",
        _context(day, profile, language) if mean_s is not None else "",
    )
    return [served, each, _satisfied(day, profile, language)]


def _context(day: Day, profile: Profile | None, language: str) -> str:
    """What the same services take elsewhere: planned, and at the branch's other counters."""
    planned, here_s = _planned(day, profile, language), day.usual_here_s
    if here_s is None:
        return planned
    minutes = words.minutes_text(here_s)
    here = translate("Teller", "other counters, same mix: %1", minutes, language=language)
    return f"{here} · {planned}" if planned else here


def _planned(day: Day, profile: Profile | None, language: str) -> str:
    """The profile's mean time for exactly these services, for comparison."""
    found = [words.service_of(profile, visit.service) for visit in day.visits]
    usual_min = [service.usual_min for service in found if service is not None]
    if not usual_min:
        return ""
    mean_min = f"{sum(usual_min) / len(usual_min):.1f}"
    return translate("Teller", "planned for these services: %1", mean_min, language=language)


def _satisfied(day: Day, profile: Profile | None, language: str) -> tuple[str, str, str, str]:
    """Share of good marks, how many there are, and the branch's standard."""
    share = day.satisfied_share
    name = translate("Teller", "Satisfied", language=language)
    count = translate("Teller", "%n ratings", n=len(day.marks), language=language)
    if share is None:
        least = translate("Teller", "share from %1 on", SHARE_FROM, language=language)
        return name, NONE_YET, "", f"{count} · {least}"
    if profile is None:
        return name, f"{share * 100:.0f}", "%", count
    percent = round(profile.standards.satisfied_share * 100)
    standard = translate("Teller", "standard ≥ %1 %", percent, language=language)
    return name, f"{share * 100:.0f}", "%", f"{count} · {standard}"


def _visit_texts(visit: Visit, profile: Profile | None, language: str) -> tuple[str, ...]:
    minutes = ""
    if visit.served_s is not None:
        figure = words.minutes_text(visit.served_s)
        minutes = translate("Teller", "%1 min", figure, language=language)
    return (
        visit.number,
        words.service_name(profile, visit.service, language) if visit.service else "",
        _outcome(visit, profile, language),
        minutes,
    )


def _outcome(visit: Visit, profile: Profile | None, language: str) -> str:
    """How the visit ended here."""
    if visit.outcome == SENT_ON:
        return translate("Teller", "sent on", language=language)
    return words.outcome_name(profile, visit.outcome, language)
