"""What a day's report says in whole sentences: verdicts, where the clock stood, satisfaction."""

from dataclasses import dataclass

from shared.i18n import translate
from shared.metrics.standard import Verdict
from shared.metrics.waiting import Waiting
from shared.reports.amounts import minutes, percent
from shared.reports.day import DayReport


@dataclass(frozen=True, slots=True)
class Line:
    """One limit of the standard in plain words. ``kept`` is "yes", "no" or "open"."""

    kept: str
    sentence: str


def verdict_line(verdict: Verdict, language: str) -> Line:
    """The verdict on one limit."""
    limit_min = f"{verdict.limit.within_s / 60:g}"
    promised = percent(verdict.limit.share).replace(".0", "")
    if verdict.is_kept is None:
        text = translate(
            "DayReport",
            "Within %1 min: nobody was called, so nothing can be said (promised: %2).",
            limit_min,
            promised,
            language=language,
        )
        return Line("open", text)
    achieved = percent(verdict.achieved.share)
    if verdict.is_kept:
        text = translate(
            "DayReport",
            "Within %1 min: %2 of customers were called (promised: at least %3). Kept.",
            limit_min,
            achieved,
            promised,
            language=language,
        )
        return Line("yes", text)
    text = translate(
        "DayReport",
        "Within %1 min: %2 of customers were called (promised: at least %3). "
        "Missed by %n customers.",
        limit_min,
        achieved,
        promised,
        n=verdict.missing,
        language=language,
    )
    return Line("no", text)


def stood(waiting: Waiting, language: str) -> str:
    """For how many the standard's clock stood, and how long; empty where it always went."""
    if not waiting.stood:
        return ""
    return translate(
        "DayReport",
        "For %n customers the standard's clock stood, %1 min in all: an incident, or their own "
        "wish to be called later. The tables of waiting have that time in, the standard has not.",
        minutes(waiting.stood_s),
        n=waiting.stood,
        language=language,
    )


def elsewhere(waiting: Waiting, language: str) -> str:
    """Who waited no more without having left; empty on most days."""
    if not waiting.joined + waiting.diverted:
        return ""
    return translate(
        "DayReport",
        "%1 went on somebody else's ticket and %2 another way (machine, adviser, another time); "
        "they have not left and count as over a limit only after waiting longer than that.",
        waiting.joined,
        waiting.diverted,
        language=language,
    )


def satisfied(report: DayReport, language: str) -> str:
    """What the marks say against the standard, in plain words."""
    marks = report.figures.ratings
    if not marks.count:
        return translate("DayReport", "Nobody rated the service.", language=language)
    return translate(
        "DayReport",
        "%1 of %2 visits were rated; %3 of the marks are 4 or 5 (standard: at least %4).",
        marks.count,
        marks.visits,
        percent(marks.share_satisfied),
        percent(report.profile.standards.satisfied_share).replace(".0", ""),
        language=language,
    )
