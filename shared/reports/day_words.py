"""The words of a day's report in one language."""

from functools import cache

from shared.i18n import translate


@cache
def words(language: str) -> dict[str, str]:
    """Label -> text."""
    return {**_figures(language), **_tables(language), **_notes(language)}


def _figures(language: str) -> dict[str, str]:
    return {
        "title": translate("DayReport", "Report of the day", language=language),
        "standard": translate("DayReport", "The waiting standard", language=language),
        "customers": translate("DayReport", "Customers", language=language),
        "served": translate("DayReport", "Served", language=language),
        "mean_wait": translate("DayReport", "Mean wait", language=language),
        "nine_of_ten": translate("DayReport", "Nine of ten waited at most", language=language),
        "longest": translate("DayReport", "Longest wait", language=language),
        "left": translate("DayReport", "Left before the call", language=language),
        "no_shows": translate("DayReport", "Missed calls", language=language),
        "overtaken_most": translate("DayReport", "Overtaken at most", language=language),
        "min": translate("DayReport", "min", language=language),
        "arrivals_half_hour": translate("DayReport", "Arrivals per half-hour", language=language),
        "waits_half_hour": translate(
            "DayReport", "Wait in minutes, by half-hour of arrival", language=language
        ),
        "first_limit": translate("DayReport", "First limit", language=language),
    }


def _tables(language: str) -> dict[str, str]:
    return {
        "course": translate("DayReport", "The course of the day", language=language),
        "waiting": translate("DayReport", "Waiting, in minutes", language=language),
        "segment": translate("DayReport", "Segment", language=language),
        "service": translate("DayReport", "Service", language=language),
        "everybody": translate("DayReport", "Everybody", language=language),
        "mean": translate("DayReport", "Mean", language=language),
        "median": translate("DayReport", "Median", language=language),
        "max": translate("DayReport", "Longest", language=language),
        "over": translate("DayReport", "Share over, min", language=language),
        "counters": translate("DayReport", "Counters", language=language),
        "counter": translate("DayReport", "Counter", language=language),
        "utilisation": translate("DayReport", "Serving share of open time", language=language),
        "serving": translate("DayReport", "Serving", language=language),
        "awaiting": translate("DayReport", "Called, on the way", language=language),
        "idle": translate("DayReport", "Idle", language=language),
        "paused": translate("DayReport", "Paused", language=language),
        "training": translate("DayReport", "With a trainee", language=language),
        "fairness": translate("DayReport", "Overtaking", language=language),
        "overtaken": translate("DayReport", "Overtaken, times", language=language),
        "tickets": translate("DayReport", "Tickets", language=language),
        "ratings": translate("DayReport", "Ratings", language=language),
        "mark": translate("DayReport", "Mark, 1 to 5", language=language),
        "visits": translate("DayReport", "Visits", language=language),
    }


def _notes(language: str) -> dict[str, str]:
    return {
        "how": translate("DayReport", "How these figures are made", language=language),
        "how_waits": translate(
            "DayReport",
            "A wait runs from the arrival (the ticket), or the booked time of an appointment when "
            "that is later, to the first call. Whoever was never called counts as over a limit "
            "after waiting longer than that, and otherwise not at all.",
            language=language,
        ),
        "how_quantiles": translate(
            "DayReport",
            "Median, 90 % and 95 % lie between the two nearest customers (quantile of type 7).",
            language=language,
        ),
        "how_overtakes": translate(
            "DayReport",
            "A ticket is overtaken when somebody who came later is called to a counter that could "
            "have served it; counted again from the log, not read from it.",
            language=language,
        ),
        "how_counters": translate(
            "DayReport",
            "Open time is serving, on the way and idle; pauses and time with a trainee are apart, "
            "and visits that a trainee served are in no service time. Hours and minutes.",
            language=language,
        ),
    }
