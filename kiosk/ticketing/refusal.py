"""Why there is no ticket, in words for customers: no identifiers, no codes, and what to do."""

from kiosk.ticketing.tile import Words
from shared.client.ports import Failure
from shared.client.refusal import sentence_in
from shared.domain.errors import BranchClosed, ServiceNotOffered
from shared.domain.refused import ClosedForNow, DayClosed, NumbersUsedUp, TicketsOver
from shared.i18n import LANGUAGES, translate

#: Refusals whose sentence says when to come.
CLOSED = frozenset(kind.code for kind in (BranchClosed, TicketsOver, DayClosed, ClosedForNow))


def refusal_words(failure: Failure) -> Words:
    """The reason in each language; empty where a customer can do nothing with it."""
    if failure.code in CLOSED:
        return {code: sentence_in(failure.code, failure.params, code) for code in LANGUAGES}
    if failure.code == ServiceNotOffered.code:
        return {
            code: translate(
                "Kiosk", "No counter serves this today. Please ask our staff", language=code
            )
            for code in LANGUAGES
        }
    if failure.code == NumbersUsedUp.code:
        return {
            code: translate("Kiosk", "Our server is away. Please speak to our staff", language=code)
            for code in LANGUAGES
        }
    return {}
