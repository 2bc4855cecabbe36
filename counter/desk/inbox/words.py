"""Words and icons of cases, in the language of the moment."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from shared.config.case_tables import CaseWord
from shared.domain.case import CaseKind, CaseState, Channel, Extension
from shared.i18n import current_language, translate
from shared.protocol.case import CaseView

CHANNEL_ICONS = {
    Channel.RATING: "sentiment_dissatisfied",
    Channel.PHONE_PAGE: "mobile",
    Channel.FORM: "edit_note",
    Channel.COUNTER: "desk",
    Channel.TELEPHONE: "call",
    Channel.EMAIL: "mail",
    Channel.SOCIAL: "forum",
    Channel.LETTER: "mail",
}


def kind_word(kind: CaseKind) -> str:
    """What the customer came with."""
    return {
        CaseKind.COMPLAINT: translate("Desk", "Complaint"),
        CaseKind.LOW_MARK: translate("Desk", "Low mark"),
        CaseKind.TALK: translate("Desk", "Wants to talk"),
        CaseKind.SUGGESTION: translate("Desk", "Suggestion"),
        CaseKind.PRAISE: translate("Desk", "Praise"),
        CaseKind.ENQUIRY: translate("Desk", "Enquiry"),
    }[kind]


def channel_word(channel: Channel) -> str:
    """How it reached the bank."""
    return {
        Channel.RATING: translate("Desk", "Rating pad"),
        Channel.PHONE_PAGE: translate("Desk", "Phone page"),
        Channel.FORM: translate("Desk", "Form"),
        Channel.COUNTER: translate("Desk", "At the counter"),
        Channel.TELEPHONE: translate("Desk", "Telephone"),
        Channel.EMAIL: translate("Desk", "E-mail"),
        Channel.SOCIAL: translate("Desk", "Social media"),
        Channel.LETTER: translate("Desk", "Letter"),
    }[channel]


def state_word(state: CaseState) -> str:
    """Where a case stands."""
    return {
        CaseState.RECEIVED: translate("Desk", "Received"),
        CaseState.INVESTIGATING: translate("Desk", "Looked into"),
        CaseState.PROPOSED: translate("Desk", "Proposed"),
        CaseState.APPROVED: translate("Desk", "Approved"),
        CaseState.CARRIED_OUT: translate("Desk", "Carried out"),
        CaseState.ANSWERED: translate("Desk", "Answered"),
        CaseState.CLOSED: translate("Desk", "Closed"),
        CaseState.MERGED: translate("Desk", "Merged"),
    }[state]


def span(time: timedelta) -> str:
    """A stretch of time in its two largest units: 3 d 20, 5 h 40, 9 min."""
    minutes = abs(time) // timedelta(minutes=1)
    days, hours = minutes // 1440, minutes // 60 % 24
    if days:
        return (
            translate("Desk", "%1 d %2 h", days, hours)
            if hours
            else translate("Desk", "%1 d", days)
        )
    if hours:
        return translate("Desk", "%1 h %2 min", hours, f"{minutes % 60:02d}")
    return translate("Desk", "%1 min", minutes)


def left(due: datetime, now: datetime) -> str:
    """How long until a deadline, or since it passed."""
    if due < now:
        return translate("Desk", "%1 late", span(now - due))
    return span(due - now)


def word_name(words: Iterable[CaseWord], word: str | None) -> str:
    """The name of a category or root cause; empty for none, itself for one of an older profile."""
    names = {each.id: each.name.of(current_language()) for each in words}
    return names.get(word or "", word or "")


def ended(case: CaseView, now: datetime) -> str:
    """How and when a case ended."""
    if case.merged_into:
        return translate("Desk", "Goes on in case %1", case.merged_into)
    at = case.closed_at or case.answered_at
    day = at.astimezone(now.tzinfo).strftime("%Y-%m-%d %H:%M") if at else ""
    if case.is_content is None:
        return translate("Desk", "Ended on %1", day)
    if case.is_content:
        return translate("Desk", "Ended on %1, the customer is content", day)
    return translate("Desk", "Ended on %1, the customer is not content", day)


def extension_word(extension: Extension) -> str:
    """Whether its deadline was put off."""
    return {
        Extension.NONE: "",
        Extension.COMPLEX: translate("Desk", "extended: complex"),
        Extension.SPECIAL: translate("Desk", "extended: special"),
    }[extension]


def entry_word(kind: str) -> str:
    """What was done, of an event's kind."""
    return {
        "case.opened": translate("Desk", "Received"),
        "case.assigned": translate("Desk", "Handed to"),
        "case.first_answered": translate("Desk", "First answer"),
        "case.noted": translate("Desk", "Note"),
        "case.proposed": translate("Desk", "Solution proposed"),
        "case.approved": translate("Desk", "Approved"),
        "case.sent_back": translate("Desk", "Sent back"),
        "case.carried_out": translate("Desk", "Carried out"),
        "case.answered": translate("Desk", "Answered"),
        "case.closed": translate("Desk", "Closed"),
        "case.reopened": translate("Desk", "Opened again"),
        "case.classified": translate("Desk", "Classified"),
        "case.extended": translate("Desk", "More time"),
        "case.merged": translate("Desk", "Merged"),
        "case.escalated": translate("Desk", "Deadline passed"),
        "case.attached": translate("Desk", "File attached"),
    }.get(kind, kind)
