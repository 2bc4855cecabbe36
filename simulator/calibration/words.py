"""The words of a calibration's page in one language."""

from functools import cache

from shared.i18n import translate


@cache
def words(language: str) -> dict[str, str]:
    """Label -> text."""
    return {**_heads(language), **_pictures(language), **_notes(language)}


def _heads(language: str) -> dict[str, str]:
    return {
        "title": translate("CalibrationReport", "Calibration", language=language),
        "assumed": translate("CalibrationReport", "Assumed, not recorded", language=language),
        "dropped": translate("CalibrationReport", "Not used, and why", language=language),
        "rows": translate("CalibrationReport", "Rows", language=language),
        "first": translate("CalibrationReport", "First line", language=language),
        "service": translate("CalibrationReport", "Service", language=language),
        "family": translate("CalibrationReport", "Fits best", language=language),
        "timed": translate("CalibrationReport", "Timed", language=language),
        "mean": translate("CalibrationReport", "Mean, min", language=language),
        "cv": translate("CalibrationReport", "Variation", language=language),
        "poorly": translate("CalibrationReport", "fits poorly", language=language),
        "people": translate("CalibrationReport", "Customers", language=language),
        "a_day": translate("CalibrationReport", "Customers a day", language=language),
        "day_factor": translate(
            "CalibrationReport", "Variation of days beyond chance", language=language
        ),
        "filled": translate(
            "CalibrationReport", "Appointments, places taken, %", language=language
        ),
        "lateness": translate(
            "CalibrationReport", "Appointments, minutes late (-: early)", language=language
        ),
        "never": translate("CalibrationReport", "Appointments, never come, %", language=language),
        "patience_min": translate("CalibrationReport", "Mean patience, min", language=language),
        "no_shows": translate("CalibrationReport", "Called and not there, %", language=language),
        "walk_s": translate("CalibrationReport", "Walk to the counter, s", language=language),
        "staff": translate("CalibrationReport", "Staff number", language=language),
        "speed": translate("CalibrationReport", "Speed, 1 is usual", language=language),
        "raw": translate("CalibrationReport", "Without case mix", language=language),
        "everybody": translate("CalibrationReport", "everybody", language=language),
        "all": translate("CalibrationReport", "all others", language=language),
    }


def _pictures(language: str) -> dict[str, str]:
    return {
        "arrivals": translate(
            "CalibrationReport", "Arrivals per hour, by half-hour", language=language
        ),
        "fits": translate(
            "CalibrationReport",
            "Service times: observed against fitted (on the line the fit is perfect)",
            language=language,
        ),
        "fitted_min": translate("CalibrationReport", "fitted, min", language=language),
        "observed_min": translate("CalibrationReport", "observed, min", language=language),
        "staying": translate("CalibrationReport", "Share who are still waiting", language=language),
        "minutes": translate("CalibrationReport", "minutes since the ticket", language=language),
        "observed": translate("CalibrationReport", "observed", language=language),
        "fitted": translate("CalibrationReport", "fitted", language=language),
    }


def _notes(language: str) -> dict[str, str]:
    return {
        "how": translate("CalibrationReport", "How these figures are made", language=language),
        "how_intervals": translate(
            "CalibrationReport",
            "In brackets: 95 % confidence intervals. Arrivals: Student t over days. Service times: "
            "maximum likelihood of lognormal, gamma and Erlang, the smallest Akaike criterion.",
            language=language,
        ),
        "how_patience": translate(
            "CalibrationReport",
            "Patience: exponential, or Weibull or lognormal where that tells clearly more; who was "
            "called in time is counted as having had at least that much, who was gone when called "
            "as having left at some moment before.",
            language=language,
        ),
        "how_speed": translate(
            "CalibrationReport",
            "Speeds compare tellers on the same services. They are no measure of anybody's work: "
            "difficult cases are not told apart.",
            language=language,
        ),
    }


def family(name: str, language: str) -> str:
    """A distribution's name."""
    names = {
        "lognormal": translate("CalibrationReport", "lognormal", language=language),
        "gamma": translate("CalibrationReport", "gamma", language=language),
        "weibull": translate("CalibrationReport", "Weibull", language=language),
        "erlang": translate("CalibrationReport", "Erlang", language=language),
        "exponential": translate("CalibrationReport", "exponential", language=language),
    }
    return names.get(name, name)
