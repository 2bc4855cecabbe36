"""What every step of a case looks at first, and the event that it leaves."""

from shared.domain.branch import Branch
from shared.domain.case import OPEN_STATES, Case, CaseState
from shared.domain.case_refused import (
    ApproverInvolved,
    CaseOfSomebodyElse,
    CaseStateWrong,
    CaseUnknown,
    CaseWordUnknown,
    HandlerInvolved,
)
from shared.domain.event import Event, Value


def case_of(branch: Branch, case: str) -> Case:
    """The case with this identifier or number, or CaseUnknown."""
    found = branch.cases.get(case)
    if found is None:
        found = next((each for each in branch.cases.values() if each.number == case), None)
    if found is None:
        raise CaseUnknown(case)
    return found


def case_in(branch: Branch, case: str, *wanted: CaseState) -> Case:
    """The case if it is in one of these states; CaseUnknown, CaseStateWrong."""
    found = case_of(branch, case)
    if found.state not in wanted:
        raise CaseStateWrong(found.number, found.state)
    return found


def in_work(branch: Branch, case: str) -> Case:
    """The case if somebody still has to do something; CaseUnknown, CaseStateWrong."""
    return case_in(branch, case, *OPEN_STATES)


def refuse_deciding(found: Case, by: str) -> None:
    """Whoever handles or has proposed it does not decide about it."""
    refuse_involved(found, by)
    if by in (found.owner, found.proposed_by):
        raise ApproverInvolved(found.number, by)


def refuse_involved(found: Case, person: str) -> None:
    """HandlerInvolved where it is about this person."""
    if person in found.about:
        raise HandlerInvolved(found.number, person)


def refuse_unless_owner(found: Case, by: str) -> None:
    """CaseOfSomebodyElse, or HandlerInvolved, unless this person has it."""
    if by != found.owner:
        raise CaseOfSomebodyElse(found.number, found.owner)
    refuse_involved(found, by)


def refuse_unknown_word(word: str, words: tuple[str, ...]) -> None:
    """CaseWordUnknown for a word that is not one of the profile's."""
    if word and word not in words:
        raise CaseWordUnknown(word, ", ".join(words) or "-")


def step(
    branch: Branch,
    now_us: int,
    kind: str,
    found: Case,
    by: str,
    data: dict[str, Value],
    text: str = "",
) -> Event:
    """The event of one step."""
    return case_event(kind, branch.stamp(now_us), by, {"case": found.id, **data}, text)


def case_event(kind: str, at_us: int, by: str, data: dict[str, Value], text: str) -> Event:
    """An event of a case; ``text`` names what was written, which is kept apart from the log."""
    said: dict[str, Value] = {"text": text} if text else {}
    return Event(kind, at_us, at_us, staff=by, data={**data, "by": by, **said})
