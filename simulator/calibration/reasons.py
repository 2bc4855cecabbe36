"""Why something was dropped, and what was assumed, in one language; the English text is the key."""

from functools import cache

from shared.i18n import translate
from simulator.calibration.without_log import ASSUMED


def reason(text: str, language: str) -> str:
    """The text in this language."""
    return reasons(language).get(text) or assumptions(language).get(text, text)


@cache
def reasons(language: str) -> dict[str, str]:
    """Every reason for which rows, or parts of them, are not used."""
    return {
        "doubled row": translate("CalibrationReason", "doubled row", language=language),
        "service not in the profile": translate(
            "CalibrationReason", "service not in the profile", language=language
        ),
        "segment not in the profile": translate(
            "CalibrationReason", "segment not in the profile", language=language
        ),
        "no date": translate("CalibrationReason", "no date", language=language),
        "a time that cannot be read": translate(
            "CalibrationReason", "a time that cannot be read", language=language
        ),
        "no time of arrival": translate(
            "CalibrationReason", "no time of arrival", language=language
        ),
        "negative wait": translate("CalibrationReason", "negative wait", language=language),
        "wait of more than six hours": translate(
            "CalibrationReason", "wait of more than six hours", language=language
        ),
        "kept: called, but no end of service": translate(
            "CalibrationReason", "kept: called, but no end of service", language=language
        ),
        "kept: service time not positive": translate(
            "CalibrationReason", "kept: service time not positive", language=language
        ),
        "kept: service of more than four hours": translate(
            "CalibrationReason", "kept: service of more than four hours", language=language
        ),
        "kept: no sound service time": translate(
            "CalibrationReason", "kept: no sound service time", language=language
        ),
        "kept: turned round at the ticket, in no patience": translate(
            "CalibrationReason",
            "kept: turned round at the ticket, in no patience",
            language=language,
        ),
        "event that cannot be read": translate(
            "CalibrationReason", "event that cannot be read", language=language
        ),
        "doubled event": translate("CalibrationReason", "doubled event", language=language),
        "event of a ticket that was never issued": translate(
            "CalibrationReason", "event of a ticket that was never issued", language=language
        ),
        "time study: service not in the profile": translate(
            "CalibrationReason", "time study: service not in the profile", language=language
        ),
        "time study: no sound time": translate(
            "CalibrationReason", "time study: no sound time", language=language
        ),
        "no date or half-hour": translate(
            "CalibrationReason", "no date or half-hour", language=language
        ),
        "no sound number of transactions": translate(
            "CalibrationReason", "no sound number of transactions", language=language
        ),
        "roster: no sound times": translate(
            "CalibrationReason", "roster: no sound times", language=language
        ),
    }


@cache
def assumptions(language: str) -> dict[str, str]:
    """What is assumed where no ticket log says it."""
    told = [
        (
            ASSUMED[0],
            translate(
                "CalibrationReason",
                "Customers are transactions divided by those of a visit in the time "
                "study (1 when it does not say).",
                language=language,
            ),
        ),
        (
            ASSUMED[1],
            translate(
                "CalibrationReason",
                "They came in the half-hour in which they were served: where people "
                "waited long, the true peak is earlier and higher.",
                language=language,
            ),
        ),
        (
            ASSUMED[2],
            translate(
                "CalibrationReason",
                "Whoever left without a transaction is not in the counts; nobody leaves"
                " in the scenario.",
                language=language,
            ),
        ),
        (
            ASSUMED[3],
            translate(
                "CalibrationReason",
                "All customers are of the profile's first segment.",
                language=language,
            ),
        ),
        (
            ASSUMED[4],
            translate(
                "CalibrationReason",
                "Service times are those of the time study, the same for every teller and hour.",
                language=language,
            ),
        ),
    ]
    return dict(told)
