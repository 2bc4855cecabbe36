"""The words of the pages of simulated days in one language."""

from functools import cache

from shared.i18n import translate


@cache
def words(language: str) -> dict[str, str]:
    """Label -> text."""
    return {**_heads(language), **_pictures(language), **_notes(language)}


def _heads(language: str) -> dict[str, str]:
    return {
        "simulated": translate("SimReport", "Simulated days", language=language),
        "compared": translate("SimReport", "Compared on the same days", language=language),
        "group": translate("SimReport", "Group", language=language),
        "everybody": translate("SimReport", "Everybody", language=language),
        "appointment": translate("SimReport", "Appointments, on time", language=language),
        "segments": translate("SimReport", "By segment", language=language),
        "services": translate("SimReport", "By service", language=language),
        "half_hours": translate("SimReport", "By half-hour of arrival", language=language),
        "customers": translate("SimReport", "Customers a day", language=language),
        "mean": translate("SimReport", "Mean wait, min", language=language),
        "nine": translate("SimReport", "Nine of ten wait at most, min", language=language),
        "median": translate("SimReport", "Median", language=language),
        "over": translate("SimReport", "Share over, min", language=language),
        "left": translate("SimReport", "Left before the call", language=language),
        "overtaken": translate("SimReport", "Overtaken, times", language=language),
        "passed": translate("SimReport", "Most in a day", language=language),
        "counters": translate("SimReport", "Counters", language=language),
        "counter": translate("SimReport", "Counter", language=language),
        "utilisation": translate("SimReport", "Serving share of open time", language=language),
        "at_once": translate("SimReport", "Waiting at once, people", language=language),
        "in_house": translate("SimReport", "Behind the counters", language=language),
        "half_hour": translate("SimReport", "Half-hour", language=language),
        "in_hall": translate("SimReport", "In the hall", language=language),
        "zones": translate("SimReport", "The most people at once, by half-hour", language=language),
        "variant": translate("SimReport", "Variant", language=language),
        "difference": translate("SimReport", "Difference of mean wait, min", language=language),
    }


def _pictures(language: str) -> dict[str, str]:
    return {
        "course": translate("SimReport", "The course of the day", language=language),
        "waits": translate(
            "SimReport", "Wait in minutes, by half-hour of arrival", language=language
        ),
        "mean_short": translate("SimReport", "mean", language=language),
        "nine_of_ten": translate("SimReport", "nine of ten wait at most", language=language),
        "limit": translate("SimReport", "first limit", language=language),
        "band": translate("SimReport", "bands: 95 % confidence", language=language),
        "heat": translate(
            "SimReport", "Mean wait in minutes, by service and half-hour", language=language
        ),
        "nobody": translate("SimReport", "nobody came", language=language),
        "differences": translate("SimReport", "Differences", language=language),
        "shorter": translate("SimReport", "shorter", language=language),
        "longer": translate("SimReport", "longer", language=language),
        "unsure": translate("SimReport", "not shown to differ", language=language),
    }


def _notes(language: str) -> dict[str, str]:
    return {
        "how": translate("SimReport", "How these figures are made", language=language),
        "how_intervals": translate(
            "SimReport",
            "± is the half-width of the 95 % confidence interval over independent simulated days. "
            "It tells the chance of days, not whether the scenario is right.",
            language=language,
        ),
        "how_waits": translate(
            "SimReport",
            "A wait runs from the ticket, or the booked time when that is later, to the first "
            "call. Means are over all customers, not over days.",
            language=language,
        ),
        "how_at_once": translate(
            "SimReport",
            "Waiting at once: customers who wait for their first call, the mean over the "
            "half-hour. They take so many seats when everybody sits down.",
            language=language,
        ),
        "how_pairs": translate(
            "SimReport",
            "All variants meet the same customers with the same draws, and differences are taken "
            "day by day. Many differences are shown: one in twenty would look real by chance.",
            language=language,
        ),
    }


def overload_words(language: str) -> dict[str, str]:
    """Overload rule -> its name."""
    return {
        "none": translate("SimReport", "No rule for overload", language=language),
        "longest_first": translate("SimReport", "Longest wait first", language=language),
        "by_score": translate("SimReport", "By score alone", language=language),
        "alternate": translate("SimReport", "Taking turns", language=language),
    }
