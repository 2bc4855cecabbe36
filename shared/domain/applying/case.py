"""Events of cases, which outlive the day on which they were opened."""

from collections.abc import Callable, Iterable
from typing import Final

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.case import (
    Case,
    CaseKind,
    CaseState,
    Channel,
    Extension,
    Lateness,
    deadlines,
)
from shared.domain.event import Event, names, optional_text, whole

Handler = Callable[[Branch, Event], None]


def opened(branch: Branch, event: Event) -> None:
    """A new case, with the next number of its year."""
    data = event.data
    case = Case(
        id=str(data["case"]),
        number=str(data["number"]),
        kind=CaseKind(str(data["kind"])),
        channel=Channel(str(data["channel"])),
        received_us=whole(event, "received_us"),
        opened_us=event.at_us,
        first_due_us=whole(event, "first_due_us"),
        due_us=whole(event, "due_us"),
        ticket=str(data["of_ticket"]),
        customer=str(data["customer"]),
        language=str(data["language"]),
        opened_by=str(data["by"]),
        about=tuple(names(event, "about")),
        category=str(data["category"]),
    )
    branch.cases[case.id] = case
    year, _, ordinal = case.number.partition("-")
    branch.case_numbers[year] = int(ordinal)


def assigned(branch: Branch, event: Event) -> None:
    """Somebody else has it; a proposal of before is looked at again."""
    case = _of(branch, event)
    case.owner = str(event.data["owner"])
    case.handled.append(case.owner)
    if case.state in (CaseState.RECEIVED, CaseState.PROPOSED):
        case.state = CaseState.INVESTIGATING


def first_answered(branch: Branch, event: Event) -> None:
    """The customer has heard from somebody."""
    _of(branch, event).first_answered_us = event.at_us


def noted(_branch: Branch, _event: Event) -> None:
    """Something to remember: kept beside the log."""


def proposed(branch: Branch, event: Event) -> None:
    """A supervisor is asked."""
    case = _of(branch, event)
    case.state, case.proposed_by = CaseState.PROPOSED, str(event.data["by"])


def approved(branch: Branch, event: Event) -> None:
    """It may be carried out."""
    case = _of(branch, event)
    case.state, case.approved_by = CaseState.APPROVED, str(event.data["by"])


def sent_back(branch: Branch, event: Event) -> None:
    """Investigated further."""
    _of(branch, event).state = CaseState.INVESTIGATING


def carried_out(branch: Branch, event: Event) -> None:
    """Done; the customer does not know yet."""
    _of(branch, event).state = CaseState.CARRIED_OUT


def answered(branch: Branch, event: Event) -> None:
    """The customer knows; that is a first answer too, where there was none."""
    case = _of(branch, event)
    case.state, case.answered_us = CaseState.ANSWERED, event.at_us
    if case.first_answered_us is None:
        case.first_answered_us = event.at_us


def closed(branch: Branch, event: Event) -> None:
    """The end."""
    case = _of(branch, event)
    case.state, case.closed_us = CaseState.CLOSED, event.at_us
    said = event.data.get("is_content")
    case.is_content = said if isinstance(said, bool) else None


def reopened(branch: Branch, event: Event) -> None:
    """Once more, with a new deadline; who approved before may decide again."""
    case = _of(branch, event)
    case.state = CaseState.INVESTIGATING if case.owner else CaseState.RECEIVED
    case.due_us = whole(event, "due_us")
    case.answered_us = case.closed_us = case.is_content = None
    case.proposed_by = case.approved_by = ""
    case.late = [each for each in case.late if each is not Lateness.SOLUTION]
    case.reopened += 1


def classified(branch: Branch, event: Event) -> None:
    """What it was about, and why it happened."""
    case = _of(branch, event)
    case.kind = CaseKind(str(event.data["kind"]))
    case.category, case.root_cause = str(event.data["category"]), str(event.data["root_cause"])


def extended(branch: Branch, event: Event) -> None:
    """More time; what was late is not any more."""
    case = _of(branch, event)
    case.extension, case.due_us = Extension(str(event.data["extension"])), whole(event, "due_us")
    case.late = [each for each in case.late if each is not Lateness.SOLUTION]


def merged(branch: Branch, event: Event) -> None:
    """It ends in another case, which takes over the earlier deadlines and whom it is about."""
    case, other = _of(branch, event), branch.cases[str(event.data["into"])]
    case.state, case.merged_into = CaseState.MERGED, other.id
    other.first_due_us, other.due_us = whole(event, "first_due_us"), whole(event, "due_us")
    other.about = tuple(names(event, "about"))


def escalated(branch: Branch, event: Event) -> None:
    """A deadline has passed."""
    _of(branch, event).late.append(Lateness(optional_text(event, "deadline")))


def _of(branch: Branch, event: Event) -> Case:
    return branch.cases[str(event.data["case"])]


def _then_due(handle: Handler) -> Handler:
    """The handler; afterwards the branch knows anew when the next deadline of a case is.

    All cases are looked through only when the one that was due next has changed.
    """

    def handled(branch: Branch, event: Event) -> None:
        touched = [str(event.data[key]) for key in ("case", "into") if key in event.data]
        known_us = branch.case_due_us
        was_next = known_us is not None and known_us in _due_us(branch, touched)
        handle(branch, event)
        looked_at = branch.cases if was_next else touched
        due_us = _due_us(branch, looked_at)
        if known_us is not None and not was_next:
            due_us.append(known_us)
        branch.case_due_us = min(due_us, default=None)

    return handled


def _due_us(branch: Branch, cases: Iterable[str]) -> list[int]:
    """The deadlines of these cases, as far as they are known."""
    found = (branch.cases[case] for case in cases if case in branch.cases)
    return [due_us for case in found for due_us, _ in deadlines(case)]


_PLAIN: Final[dict[str, Handler]] = {
    kinds.CASE_OPENED: opened,
    kinds.CASE_ASSIGNED: assigned,
    kinds.CASE_FIRST_ANSWERED: first_answered,
    kinds.CASE_NOTED: noted,
    kinds.CASE_ATTACHED: noted,
    kinds.CASE_PROPOSED: proposed,
    kinds.CASE_APPROVED: approved,
    kinds.CASE_SENT_BACK: sent_back,
    kinds.CASE_CARRIED_OUT: carried_out,
    kinds.CASE_ANSWERED: answered,
    kinds.CASE_CLOSED: closed,
    kinds.CASE_REOPENED: reopened,
    kinds.CASE_CLASSIFIED: classified,
    kinds.CASE_EXTENDED: extended,
    kinds.CASE_MERGED: merged,
    kinds.CASE_ESCALATED: escalated,
}

HANDLERS = {kind: _then_due(handle) for kind, handle in _PLAIN.items()}
