"""Commands of cases: open, assign, answer first, propose, approve, carry out, answer, close.

Each gives the events; who may give which command by role is decided where people are known
(``shared.services.casework``). Here stand the rules that hold whoever asks: nobody handles a case
about themselves, nobody approves what they proposed, only who has the case takes it further.
"""

from collections.abc import Iterable
from typing import Final

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.case import DAY_US, Case, CaseKind, CaseState, Channel, Extension
from shared.domain.case_refused import CaseNotClassified, ReceivedInvalid, ReopenTooLate
from shared.domain.case_steps import (
    case_event,
    case_in,
    case_of,
    in_work,
    refuse_deciding,
    refuse_involved,
    refuse_unknown_word,
    refuse_unless_owner,
    step,
)
from shared.domain.event import Event, Value

#: Staff enter what came by letter or e-mail days later, not years.
RECEIVED_WITHIN_US: Final = 60 * DAY_US


def open_case(
    branch: Branch,
    now_us: int,
    *,
    case: str,
    year: str,
    kind: CaseKind,
    channel: Channel,
    received_us: int | None = None,
    ticket: str = "",
    customer: str = "",
    language: str = "zh_CN",
    about: Iterable[str] = (),
    category: str = "",
    by: str = "",
    text: str = "",
) -> list[Event]:
    """A new case with a number of its own; both deadlines count from when it was received.

    ``text`` names what was said, which is kept apart from the log.

    Raises:
        ReceivedInvalid, CaseWordUnknown.
    """
    at_us = branch.stamp(now_us)
    since_us = at_us if received_us is None else received_us
    if not at_us - RECEIVED_WITHIN_US <= since_us <= at_us:
        raise ReceivedInvalid(RECEIVED_WITHIN_US // DAY_US)
    rules = branch.rules.cases
    refuse_unknown_word(category, rules.categories)
    data: dict[str, Value] = {
        "case": case,
        "number": f"{year}-{branch.case_numbers.get(year, 0) + 1:04d}",
        "kind": str(kind),
        "channel": str(channel),
        "received_us": since_us,
        "first_due_us": rules.first_due_us(kind, since_us),
        "due_us": rules.due_us(since_us, Extension.NONE),
        "of_ticket": ticket,
        "customer": customer,
        "language": language,
        "about": [*dict.fromkeys(person for person in about if person)],
        "category": category,
    }
    return [case_event(kinds.CASE_OPENED, at_us, by, data, text)]


def assign(branch: Branch, now_us: int, *, case: str, owner: str, by: str) -> list[Event]:
    """Somebody handles it from now on; what was proposed before has to be looked at again.

    Raises:
        CaseUnknown, CaseStateWrong; HandlerInvolved: it is about them.
    """
    found = in_work(branch, case)
    refuse_involved(found, owner)
    refuse_involved(found, by)
    if owner == found.owner:
        return []
    return [step(branch, now_us, kinds.CASE_ASSIGNED, found, by, {"owner": owner})]


def answer_first(branch: Branch, now_us: int, *, case: str, by: str, text: str = "") -> list[Event]:
    """The customer has heard from somebody; the first deadline is met, or was missed.

    Raises:
        CaseUnknown, CaseStateWrong, HandlerInvolved.
    """
    found = in_work(branch, case)
    refuse_involved(found, by)
    if found.first_answered_us is not None:
        return []
    return [step(branch, now_us, kinds.CASE_FIRST_ANSWERED, found, by, {}, text)]


def propose(branch: Branch, now_us: int, *, case: str, by: str, text: str) -> list[Event]:
    """How it might be solved.

    Raises:
        CaseUnknown, CaseStateWrong, CaseOfSomebodyElse.
    """
    found = case_in(branch, case, CaseState.INVESTIGATING)
    refuse_unless_owner(found, by)
    return [step(branch, now_us, kinds.CASE_PROPOSED, found, by, {}, text)]


def approve(branch: Branch, now_us: int, *, case: str, by: str, text: str = "") -> list[Event]:
    """A supervisor agrees with the proposal.

    Raises:
        CaseUnknown, CaseStateWrong, HandlerInvolved; ApproverInvolved: their own proposal.
    """
    found = _to_decide(branch, case, by)
    return [step(branch, now_us, kinds.CASE_APPROVED, found, by, {}, text)]


def send_back(branch: Branch, now_us: int, *, case: str, by: str, text: str) -> list[Event]:
    """A supervisor does not agree; it is investigated further.

    Raises:
        CaseUnknown, CaseStateWrong, HandlerInvolved; ApproverInvolved: their own proposal.
    """
    found = _to_decide(branch, case, by)
    return [step(branch, now_us, kinds.CASE_SENT_BACK, found, by, {}, text)]


def carry_out(branch: Branch, now_us: int, *, case: str, by: str, text: str = "") -> list[Event]:
    """What was approved is done.

    Raises:
        CaseUnknown, CaseStateWrong, CaseOfSomebodyElse.
    """
    found = case_in(branch, case, CaseState.APPROVED)
    refuse_unless_owner(found, by)
    return [step(branch, now_us, kinds.CASE_CARRIED_OUT, found, by, {}, text)]


def answer(branch: Branch, now_us: int, *, case: str, by: str, text: str) -> list[Event]:
    """The customer is told how it ended. A complaint has to be carried out before.

    Raises:
        CaseUnknown, CaseStateWrong, CaseOfSomebodyElse.
    """
    found = case_of(branch, case)
    at_once = () if found.needs_approval else (CaseState.INVESTIGATING,)
    case_in(branch, case, CaseState.CARRIED_OUT, *at_once)
    refuse_unless_owner(found, by)
    return [step(branch, now_us, kinds.CASE_ANSWERED, found, by, {}, text)]


def close(
    branch: Branch, now_us: int, *, case: str, by: str, is_content: bool | None = None
) -> list[Event]:
    """The end, with what the customer said to the answer where they said something.

    Raises:
        CaseUnknown, CaseStateWrong; CaseNotClassified: a complaint without category and cause.
    """
    found = case_in(branch, case, CaseState.ANSWERED)
    refuse_involved(found, by)
    if found.needs_approval and not (found.category and found.root_cause):
        raise CaseNotClassified(found.number)
    data: dict[str, Value] = {} if is_content is None else {"is_content": is_content}
    return [step(branch, now_us, kinds.CASE_CLOSED, found, by, data)]


def reopen(branch: Branch, now_us: int, *, case: str, by: str, text: str) -> list[Event]:
    """The answer did not do: it is investigated once more, with a new deadline.

    Raises:
        CaseUnknown, CaseStateWrong, ReopenTooLate.
    """
    found = case_in(branch, case, CaseState.ANSWERED, CaseState.CLOSED)
    refuse_involved(found, by)
    rules = branch.rules.cases
    at_us = branch.stamp(now_us)
    ended_us = found.closed_us or found.answered_us or found.opened_us
    if at_us - ended_us > rules.reopen_us:
        raise ReopenTooLate(found.number, rules.reopen_us // DAY_US)
    data: dict[str, Value] = {"due_us": rules.due_us(at_us, Extension.NONE)}
    return [step(branch, now_us, kinds.CASE_REOPENED, found, by, data, text)]


def _to_decide(branch: Branch, case: str, by: str) -> Case:
    found = case_in(branch, case, CaseState.PROPOSED)
    refuse_deciding(found, by)
    return found
