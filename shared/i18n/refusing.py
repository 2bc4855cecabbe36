"""The sentence of a refusal in a language: states and doings as words, not names of the code."""

from typing import Final

from shared.domain.case_refused import CaseStateWrong
from shared.domain.draft_refused import DraftStateWrong
from shared.domain.errors import LobbyError, TicketStateWrong
from shared.domain.phrase import Phrase
from shared.domain.refused import AppointmentStateWrong
from shared.i18n.translating import translate

#: Which parameters of a refusal are a state and what could not be done in it.
_WORDED: Final[dict[type[LobbyError], tuple[int, int | None]]] = {
    TicketStateWrong: (1, 2),
    AppointmentStateWrong: (0, 1),
    CaseStateWrong: (1, None),
    DraftStateWrong: (0, None),
}


def error_sentence(error: LobbyError, language: str | None = None) -> str:
    """The one sentence of a refusal for people, in their language."""
    said = [said_in(param, language) for param in error.params]
    if places := _WORDED.get(type(error)):
        state, doing = places
        said[state] = state_word(said[state], language)
        if doing is not None:
            said[doing] = doing_word(said[doing], language)
    return translate("errors", error.sentence, *said, language=language)


def said_in(told: object, language: str | None = None) -> str:
    """A part of a refusal: a sentence or another refusal in the language, all else as it is."""
    if isinstance(told, LobbyError):
        return error_sentence(told, language)
    if isinstance(told, Phrase):
        parts = (said_in(arg, language) for arg in told.args)
        return translate("Phrases", told.text, *parts, language=language)
    return str(told)


def state_word(state: str, language: str | None = None) -> str:
    """A state of a ticket, an appointment, a case or a change; as it is where it is unknown."""
    words = {
        "waiting": translate("States", "waiting", language=language),
        "called": translate("States", "called", language=language),
        "serving": translate("States", "being served", language=language),
        "held": translate("States", "put aside", language=language),
        "closed": translate("States", "closed", language=language),
        "no_show": translate("States", "missed", language=language),
        "cancelled": translate("States", "cancelled", language=language),
        "expired": translate("States", "expired", language=language),
        "booked": translate("States", "booked", language=language),
        "checked_in": translate("States", "checked in", language=language),
        "received": translate("States", "received", language=language),
        "investigating": translate("States", "being looked into", language=language),
        "proposed": translate("States", "waiting for approval", language=language),
        "approved": translate("States", "approved", language=language),
        "carried_out": translate("States", "carried out", language=language),
        "answered": translate("States", "answered", language=language),
        "merged": translate("States", "merged", language=language),
        "writing": translate("States", "being written", language=language),
        "handed_in": translate("States", "handed in", language=language),
        "sent_back": translate("States", "sent back", language=language),
        "withdrawn": translate("States", "withdrawn", language=language),
        "published": translate("States", "published", language=language),
        "undone": translate("States", "undone", language=language),
    }
    return words.get(state, state)


def doing_word(doing: str, language: str | None = None) -> str:
    """What was to be done with a ticket or an appointment; as it is where it is unknown."""
    words = {
        "announced by telephone": translate("Doings", "announced by telephone", language=language),
        "called": translate("Doings", "called", language=language),
        "cancelled": translate("Doings", "cancelled", language=language),
        "changed": translate("Doings", "changed", language=language),
        "checked in": translate("Doings", "checked in", language=language),
        "closed": translate("Doings", "closed", language=language),
        "continued": translate("Doings", "continued", language=language),
        "diverted": translate("Doings", "diverted", language=language),
        "explained before it is rated": translate(
            "Doings", "explained before it is rated", language=language
        ),
        "held": translate("Doings", "held", language=language),
        "joined": translate("Doings", "joined", language=language),
        "looked for": translate("Doings", "looked for", language=language),
        "marked absent": translate("Doings", "marked absent", language=language),
        "noted": translate("Doings", "noted", language=language),
        "printed again": translate("Doings", "printed again", language=language),
        "promised a time": translate("Doings", "promised a time", language=language),
        "put aside": translate("Doings", "put aside", language=language),
        "rated": translate("Doings", "rated", language=language),
        "recalled": translate("Doings", "recalled", language=language),
        "reclassified": translate("Doings", "reclassified", language=language),
        "resumed": translate("Doings", "resumed", language=language),
        "returned": translate("Doings", "returned", language=language),
        "returned again": translate("Doings", "returned again", language=language),
        "sent on": translate("Doings", "sent on", language=language),
        "split": translate("Doings", "split", language=language),
        "started": translate("Doings", "started", language=language),
    }
    return words.get(doing, doing)
