"""Commands around a case: note something, classify it, put its deadline off, merge it."""

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.case import CaseKind, CaseState, Extension
from shared.domain.case_refused import ExtensionRefused, MergeImpossible
from shared.domain.case_steps import (
    case_in,
    case_of,
    in_work,
    refuse_deciding,
    refuse_involved,
    refuse_unknown_word,
    step,
)
from shared.domain.event import Event, Value


def note(branch: Branch, now_us: int, *, case: str, by: str, text: str) -> list[Event]:
    """Something to remember about it, at any time.

    Raises:
        CaseUnknown.
    """
    return [step(branch, now_us, kinds.CASE_NOTED, case_of(branch, case), by, {}, text)]


def attach(
    branch: Branch,
    now_us: int,
    *,
    case: str,
    by: str,
    text: str,
    file: str,
    media: str,
    size: int,
) -> list[Event]:
    """A file about it, while somebody still has to do something; ``text`` is its name.

    Raises:
        CaseUnknown, CaseStateWrong, HandlerInvolved.
    """
    found = in_work(branch, case)
    refuse_involved(found, by)
    data: dict[str, Value] = {"file": file, "media": media, "bytes": size}
    return [step(branch, now_us, kinds.CASE_ATTACHED, found, by, data, text)]


def classify(
    branch: Branch,
    now_us: int,
    *,
    case: str,
    by: str,
    kind: CaseKind | None = None,
    category: str | None = None,
    root_cause: str | None = None,
) -> list[Event]:
    """What it was about and why it happened. Left out is left as it was.

    An enquiry may turn out to be a complaint, and the other way round, before it is answered.

    Raises:
        CaseUnknown, CaseStateWrong, CaseWordUnknown.
    """
    found = case_of(branch, case)
    refuse_involved(found, by)
    rules = branch.rules.cases
    wanted = kind or found.kind
    if wanted is not found.kind:
        case_in(branch, case, CaseState.RECEIVED, CaseState.INVESTIGATING)
    what = found.category if category is None else category
    why = found.root_cause if root_cause is None else root_cause
    refuse_unknown_word(what, rules.categories)
    refuse_unknown_word(why, rules.root_causes)
    if (wanted, what, why) == (found.kind, found.category, found.root_cause):
        return []
    data: dict[str, Value] = {"kind": str(wanted), "category": what, "root_cause": why}
    return [step(branch, now_us, kinds.CASE_CLASSIFIED, found, by, data)]


def extend(
    branch: Branch, now_us: int, *, case: str, to: Extension, by: str, text: str
) -> list[Event]:
    """More time to solve it: complex first, then special; never by who handles it.

    Raises:
        CaseUnknown, CaseStateWrong, HandlerInvolved, ApproverInvolved, ExtensionRefused.
    """
    found = in_work(branch, case)
    refuse_deciding(found, by)
    before = Extension.COMPLEX if to is Extension.SPECIAL else Extension.NONE
    if to is Extension.NONE or found.extension is not before:
        raise ExtensionRefused(found.number, found.extension or "-")
    due_us = branch.rules.cases.due_us(found.received_us, to)
    data: dict[str, Value] = {"extension": str(to), "due_us": max(due_us, found.due_us)}
    return [step(branch, now_us, kinds.CASE_EXTENDED, found, by, data, text)]


def merge(branch: Branch, now_us: int, *, case: str, into: str, by: str) -> list[Event]:
    """The same matter came twice: this one ends in the other, whose deadlines stay the earlier.

    Raises:
        CaseUnknown, CaseStateWrong, MergeImpossible.
    """
    found, other = in_work(branch, case), case_of(branch, into)
    refuse_involved(found, by)
    refuse_involved(other, by)
    # Into something lighter a complaint would go without approval and root cause.
    loses_approval = found.needs_approval and not other.needs_approval
    if found.id == other.id or not other.is_open or loses_approval:
        raise MergeImpossible(found.number, other.number)
    data: dict[str, Value] = {
        "into": other.id,
        "first_due_us": min(found.first_due_us, other.first_due_us),
        "due_us": min(found.due_us, other.due_us),
        "about": [*dict.fromkeys((*other.about, *found.about))],
    }
    return [step(branch, now_us, kinds.CASE_MERGED, found, by, data)]
