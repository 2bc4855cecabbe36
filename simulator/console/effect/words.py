"""What came of a plan in words: figures, groups, verdicts; no Qt."""

import math
from dataclasses import dataclass
from typing import Final

from shared.config.profile import Profile
from shared.i18n import translate
from simulator.console.whatif.words import spoken
from simulator.experiment.compare import APPOINTMENT, EVERYBODY
from simulator.experiment.interval import Interval
from simulator.planning.evaluation.evaluate import Change, Evaluation, Verdict

#: Opening days; so many that nobody would wait for them.
A_YEAR: Final = 250


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: words, and the two changes in the unit that the words name."""

    group: str
    figure: str
    before: str
    after: str
    predicted: Interval
    came: Interval
    verdict: str
    token: str

    @property
    def words(self) -> str:
        """The whole row, for whoever hears it."""
        said, came = told(self.predicted), told(self.came)
        return f"{self.group}, {self.figure}: {self.before} → {self.after}, {said}, {came}, " + (
            self.verdict
        )


def lines_of(found: Evaluation, profile: Profile) -> tuple[Line, ...]:
    """Every figure of every group."""
    return tuple(_line(change, profile) for change in found.changes)


def _line(change: Change, profile: Profile) -> Line:
    figure, scale = _figure(change.figure)
    verdict, token = _verdict(change)
    return Line(
        _group(change.group, profile),
        figure,
        _shown(change.before.estimate * scale),
        _shown(change.after.estimate * scale),
        _scaled(change.predicted, scale),
        _scaled(change.came, scale),
        verdict,
        token,
    )


def _figure(name: str) -> tuple[str, float]:
    if name == "mean_wait_s":
        return translate("Console", "Mean wait, min"), 1 / 60
    if name == "share_left_0_1":
        return translate("Console", "Leave unserved, %"), 100.0
    limit = name.removeprefix("share_over_").removesuffix("_min_0_1")
    return translate("Console", "Over %1 min, %", limit), 100.0


def _group(name: str, profile: Profile) -> str:
    if name == EVERYBODY:
        return translate("Console", "Everybody")
    if name == APPOINTMENT:
        return translate("Console", "With appointment")
    own = next((segment for segment in profile.segments if segment.id == name), None)
    return spoken(own.name) if own else name


def _verdict(change: Change) -> tuple[str, str]:
    if change.verdict is Verdict.CAME_TRUE:
        return translate("Console", "as predicted"), "text"
    if change.verdict is Verdict.BETTER:
        return translate("Console", "better than predicted"), "positive"
    if change.verdict is Verdict.WORSE:
        return translate("Console", "worse than predicted"), "danger"
    if change.days_needed is None:
        return translate("Console", "too early: too few days before"), "text2"
    if change.days_needed > A_YEAR:
        return translate("Console", "too early: a year would not tell"), "text2"
    return translate(
        "Console", "too early: %n days after would tell", n=change.days_needed
    ), "text2"


def told(change: Interval) -> str:
    """A change with its sign and interval."""
    shown = _shown(abs(change.estimate))
    sign = "" if not shown.strip("0.") else "+" if change.estimate > 0 else "−"
    return f"{sign}{shown} ± {_shown(change.half_width)}"


def _shown(value: float) -> str:
    return f"{value:.1f}" if math.isfinite(value) else "–"


def _scaled(interval: Interval, scale: float) -> Interval:
    return Interval(interval.estimate * scale, interval.half_width * scale, interval.days)
