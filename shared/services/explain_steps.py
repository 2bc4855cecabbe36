"""What happened to a ticket besides calls, one sentence for each event.

``{kind: sentence}`` for staff and customer alike: nothing here tells of other people, except a
companion whom the customer brought along.
"""

from collections.abc import Callable

from shared.domain import event as kinds
from shared.domain.event import names, optional_text, optional_whole
from shared.i18n import translate
from shared.services.explain_names import Names
from shared.services.story import Step


def step_words(step: Step, said: Names) -> str:
    """The sentence; empty for what does not have to be told."""
    tell = _SENTENCES.get(step.event.kind)
    return tell(step, said) if tell else ""


def _held(step: Step, said: Names) -> str:
    pool = said.of("pool", optional_text(step.event, "pool"))
    return translate("Why", "Put aside: %1.", pool, language=said.language)


def _deferred(step: Step, said: Names) -> str:
    until_us = optional_whole(step.event, "until_us") or step.at_us
    return translate(
        "Why",
        "Put aside on the customer's own wish, not to be called before %1. The place was kept.",
        said.clock(until_us),
        language=said.language,
    )


def _resumed(_step: Step, said: Names) -> str:
    return translate("Why", "Waits again, in the old place.", language=said.language)


def _transferred(step: Step, said: Names) -> str:
    needs = said.services(names(step.event, "needs")[:1])
    reason = optional_text(step.event, "reason")
    if reason == "next_turn":
        return translate(
            "Why",
            "Many transactions: after a turn of them others are served in between.",
            language=said.language,
        )
    if reason == "next_need":
        return translate("Why", "Waits for the next matter: %1.", needs, language=said.language)
    return translate("Why", "Sent on for %1.", needs, language=said.language)


def _continued(step: Step, said: Names) -> str:
    needs = said.services(names(step.event, "needs")[:1])
    return translate("Why", "Goes on at the same counter: %1.", needs, language=said.language)


def _released(_step: Step, said: Names) -> str:
    return translate(
        "Why",
        "Whom the ticket was kept for is not there; anybody may call it now.",
        language=said.language,
    )


def _requeued(_step: Step, said: Names) -> str:
    return translate(
        "Why",
        "The server failed before anybody heard that call; the ticket went on waiting.",
        language=said.language,
    )


def _reclassified(step: Step, said: Names) -> str:
    services = said.services(names(step.event, "needs"))
    return translate(
        "Why",
        "The entry was corrected (now: %1); number and place were kept.",
        services,
        language=said.language,
    )


def _joined(step: Step, said: Names) -> str:
    number = step.other.number if step.other else ""
    return translate("Why", "Goes together with ticket %1.", number, language=said.language)


def _split(step: Step, said: Names) -> str:
    if step.other is None:
        return translate("Why", "A matter went on a ticket of its own.", language=said.language)
    return translate(
        "Why", "Apart again from ticket %1.", step.other.number, language=said.language
    )


def _diverted(_step: Step, said: Names) -> str:
    return translate("Why", "Sent another way; does not wait any more.", language=said.language)


def _recalled(_step: Step, said: Names) -> str:
    return translate("Why", "Called once more.", language=said.language)


def _no_show(_step: Step, said: Names) -> str:
    return translate("Why", "Nobody came to the call.", language=said.language)


def _returned(_step: Step, said: Names) -> str:
    return translate("Why", "Back after the missed call; waits again.", language=said.language)


def _cancelled(_step: Step, said: Names) -> str:
    return translate("Why", "Given up.", language=said.language)


def _expired(_step: Step, said: Names) -> str:
    return translate("Why", "The day ended.", language=said.language)


def _closed(step: Step, said: Names) -> str:
    outcome = said.of("outcome", optional_text(step.event, "outcome"))
    return translate("Why", "Visit over: %1.", outcome, language=said.language)


def _suspended(step: Step, said: Names) -> str:
    service = said.of("service", optional_text(step.event, "service"))
    return translate(
        "Why",
        "%1 was suspended for everybody (%2). The place was kept.",
        service,
        said.of("incident", step.reason),
        language=said.language,
    )


def _served_again(step: Step, said: Names) -> str:
    service = said.of("service", optional_text(step.event, "service"))
    return translate("Why", "%1 was served again.", service, language=said.language)


_SENTENCES: dict[str, Callable[[Step, Names], str]] = {
    kinds.TICKET_HELD: _held,
    kinds.TICKET_DEFERRED: _deferred,
    kinds.TICKET_RESUMED: _resumed,
    kinds.TICKET_TRANSFERRED: _transferred,
    kinds.TICKET_CONTINUED: _continued,
    kinds.TICKET_RELEASED: _released,
    kinds.TICKET_REQUEUED: _requeued,
    kinds.TICKET_RECLASSIFIED: _reclassified,
    kinds.TICKET_JOINED: _joined,
    kinds.TICKET_SPLIT: _split,
    kinds.TICKET_DIVERTED: _diverted,
    kinds.TICKET_RECALLED: _recalled,
    kinds.TICKET_NO_SHOW: _no_show,
    kinds.TICKET_RETURNED: _returned,
    kinds.TICKET_CANCELLED: _cancelled,
    kinds.TICKET_EXPIRED: _expired,
    kinds.TICKET_CLOSED: _closed,
    kinds.SERVICE_SUSPENDED: _suspended,
    kinds.SERVICE_RESUMED: _served_again,
}
