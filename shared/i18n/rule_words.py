"""The levels of precedence in words: why a ticket was called before others.

The codes are those of ``shared.dispatch.reason.NAMES``. For staff a level is named as it is. For a
customer nothing is said that could tell what kind of customer somebody else is: whoever was called
for a special need, and whoever is a key customer, is “somebody whom the branch's rules put first”.
"""

from shared.i18n.translating import translate


def level_for_staff(level: str, language: str) -> str:
    """A level as the end of a sentence such as “P003 was called: …”; the code if it is unknown."""
    words = {
        "only_one": translate("Rules", "nobody else waited for this counter", language=language),
        "most_senior": translate("Rules", "came first of those waiting", language=language),
        "highest_score": translate("Rules", "by the branch's rule", language=language),
        "standby": translate("Rules", "the counter was free", language=language),
        "picked": translate("Rules", "chosen by a person, out of order", language=language),
        "bound": translate("Rules", "goes on with a visit begun here", language=language),
        "overload_first": translate(
            "Rules", "nearly all past the limit, so who came first", language=language
        ),
        "overload_turn": translate(
            "Rules", "nearly all past the limit, a turn by the rule", language=language
        ),
        "max_wait": translate("Rules", "the maximum wait was reached", language=language),
        "cap": translate("Rules", "may not be passed over again", language=language),
        "appointment": translate("Rules", "the booked time had come", language=language),
        "ratio": translate("Rules", "this group's turn by the ratio", language=language),
    }
    return words.get(level, level)


def somebody_else(level: str, language: str) -> str:
    """Who was called first, for the customer who was not: as little as is honest.

    Neither number nor group nor matter of the other person. An unknown level is the rules.
    """
    words = {
        "picked": translate(
            "Rules",
            "somebody whom a member of staff called out of order, for a reason on record",
            language=language,
        ),
        "bound": translate(
            "Rules", "somebody who was being served already and came back", language=language
        ),
        "max_wait": translate(
            "Rules", "somebody for whom the longest wait we allow was reached", language=language
        ),
        "cap": translate(
            "Rules", "somebody who had been passed over as often as we allow", language=language
        ),
        "appointment": translate("Rules", "somebody whose booked time had come", language=language),
    }
    usual = translate("Rules", "somebody whom the branch's rules put first", language=language)
    return words.get(level, usual)


def why_you(level: str, language: str) -> str:
    """Why it was the customer's own turn."""
    words = {
        "only_one": translate("Rules", "nobody else waited for that counter", language=language),
        "most_senior": translate(
            "Rules", "you had waited longest of those waiting for that counter", language=language
        ),
        "standby": translate("Rules", "that counter was free", language=language),
        "picked": translate(
            "Rules", "a member of staff called you out of order", language=language
        ),
        "bound": translate("Rules", "your visit had begun there", language=language),
        "overload_first": translate(
            "Rules",
            "so many had waited too long that whoever came first was called",
            language=language,
        ),
        "max_wait": translate(
            "Rules", "you had reached the longest wait we allow", language=language
        ),
        "cap": translate(
            "Rules", "you had been passed over as often as we allow", language=language
        ),
        "appointment": translate("Rules", "your booked time had come", language=language),
    }
    usual = translate("Rules", "it was your turn by the branch's rules", language=language)
    return words.get(level, usual)
