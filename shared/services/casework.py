"""Use cases of cases: open, take further, decide, look at the inbox and at one story."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from shared.domain import casefile, casework
from shared.domain.branch import Branch
from shared.domain.case import Case, CaseState
from shared.domain.case_steps import case_of
from shared.domain.event import Event
from shared.protocol.case import (
    AssignCase,
    CaseEntry,
    CaseList,
    CaseStory,
    CaseView,
    ClassifyCase,
    CloseCase,
    ExtendCase,
    MergeCase,
    OpenCase,
)
from shared.protocol.event import to_datetime, to_us
from shared.services.actor import Actor, refuse_unknown_person
from shared.services.case_text import CaseText
from shared.services.day import local_day
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.services.ports import Ids

#: A command of the domain that only says something: who, and which text.
Step = Callable[..., list[Event]]
#: The words of the address, and what each of them does. Deciding ones are for supervisors.
WORKING: Final[Mapping[str, Step]] = {
    "first-answer": casework.answer_first,
    "note": casefile.note,
    "propose": casework.propose,
    "carry-out": casework.carry_out,
    "answer": casework.answer,
    "reopen": casework.reopen,
}
DECIDING: Final[Mapping[str, Step]] = {
    "approve": casework.approve,
    "send-back": casework.send_back,
}
LISTED_MAX: Final = 200
#: Steps whose data say more than who and when.
SHOWN: Final = (
    *("owner", "category", "root_cause", "kind", "extension", "deadline", "into"),
    *("file", "media", "bytes"),
)


@dataclass(frozen=True, slots=True)
class Sought:
    """Which cases of the inbox; empty fields exclude nothing."""

    state: str = ""
    kind: str = ""
    owner: str = ""
    text: str = ""
    is_open: bool | None = None
    is_late: bool | None = None
    saying: frozenset[str] = frozenset()


def open_case(
    lobby: Lobby,
    now_us: int,
    request: OpenCase,
    actor: Actor,
    ids: Ids,
    text: str,
    customer: str = "",
) -> Decision:
    """A new case, entered by staff.

    Raises:
        StaffUnknown, ReceivedInvalid, CaseWordUnknown.
    """
    for person in request.about:
        refuse_unknown_person(lobby, person)
    case = ids.new_id()
    events = casework.open_case(
        lobby.branch,
        now_us,
        case=case,
        year=_year(lobby, now_us),
        kind=request.kind,
        channel=request.channel,
        received_us=None if request.received_at is None else to_us(request.received_at),
        ticket=request.ticket or "",
        customer=customer,
        language=request.language,
        about=request.about,
        category=request.category or "",
        by=actor.staff,
        text=text,
    )
    return _decision(case, events)


def assign(lobby: Lobby, now_us: int, case: str, request: AssignCase, actor: Actor) -> Decision:
    """Somebody handles it from now on; without a name oneself.

    Raises:
        StaffUnknown, CaseUnknown, CaseStateWrong, HandlerInvolved.
    """
    refuse_unknown_person(lobby, request.owner)
    owner = request.owner or actor.staff
    events = casework.assign(lobby.branch, now_us, case=case, owner=owner, by=actor.staff)
    return _decision(case, events)


def take_further(
    lobby: Lobby, now_us: int, step: Step, case: str, actor: Actor, text: str
) -> Decision:
    """One of the steps that only say something; ``text`` names what was written.

    Raises:
        CaseUnknown, CaseStateWrong, CaseOfSomebodyElse, HandlerInvolved, ApproverInvolved.
        ReopenTooLate.
    """
    return _decision(case, step(lobby.branch, now_us, case=case, by=actor.staff, text=text))


def close(lobby: Lobby, now_us: int, case: str, request: CloseCase, actor: Actor) -> Decision:
    """The end of an answered case.

    Raises:
        CaseUnknown, CaseStateWrong, CaseNotClassified.
    """
    events = casework.close(
        lobby.branch, now_us, case=case, by=actor.staff, is_content=request.is_content
    )
    return _decision(case, events)


def classify(lobby: Lobby, now_us: int, case: str, request: ClassifyCase, actor: Actor) -> Decision:
    """What it was about, and why it happened.

    Raises:
        CaseUnknown, CaseStateWrong, CaseWordUnknown.
    """
    events = casefile.classify(
        lobby.branch,
        now_us,
        case=case,
        by=actor.staff,
        kind=request.kind,
        category=request.category,
        root_cause=request.root_cause,
    )
    return _decision(case, events)


def extend(
    lobby: Lobby, now_us: int, case: str, request: ExtendCase, actor: Actor, text: str
) -> Decision:
    """More time to solve it.

    Raises:
        CaseUnknown, CaseStateWrong, HandlerInvolved, ApproverInvolved, ExtensionRefused.
    """
    events = casefile.extend(
        lobby.branch, now_us, case=case, to=request.to, by=actor.staff, text=text
    )
    return _decision(case, events)


def merge(lobby: Lobby, now_us: int, case: str, request: MergeCase, actor: Actor) -> Decision:
    """The same matter came twice.

    Raises:
        CaseUnknown, CaseStateWrong, MergeImpossible.
    """
    events = casefile.merge(lobby.branch, now_us, case=case, into=request.into, by=actor.staff)
    return _decision(case, events)


def inbox(lobby: Lobby, sought: Sought) -> CaseList:
    """The cases that fit: open ones first, among them those with the nearest deadline."""
    everything = lobby.branch.cases.values()
    found = sorted((case for case in everything if _fits(case, sought)), key=_urgency)
    handled = sum(1 for case in everything if not case.is_open)
    return CaseList(
        cases=tuple(case_view(lobby, case) for case in found[:LISTED_MAX]),
        in_all=len(found),
        open=len(everything) - handled,
        late=sum(1 for case in everything if case.is_open and case.late),
        handled_share=handled / len(everything) if everything else None,
    )


def story(
    lobby: Lobby, case: str, events: Iterable[Event], texts: Mapping[str, CaseText]
) -> CaseStory:
    """The case and everything that was done about it.

    Raises:
        CaseUnknown.
    """
    entries = tuple(_entry(lobby, event, texts) for event in events)
    return CaseStory(case=case_view(lobby, case_of(lobby.branch, case)), entries=entries)


def identifier(branch: Branch, case: str) -> str:
    """The identifier of a case that is named by it or by its number; CaseUnknown."""
    return case_of(branch, case).id


def case_view(lobby: Lobby, case: Case) -> CaseView:
    """The case on the wire."""
    return CaseView(
        id=case.id,
        number=case.number,
        kind=case.kind,
        channel=case.channel,
        state=case.state,
        received_at=to_datetime(case.received_us),
        first_answer_by=to_datetime(case.first_due_us),
        first_answered_at=_time(case.first_answered_us),
        solve_by=to_datetime(case.due_us),
        answered_at=_time(case.answered_us),
        closed_at=_time(case.closed_us),
        owner=case.owner or None,
        owner_name=lobby.staff_names.get(case.owner),
        about=case.about,
        category=case.category or None,
        root_cause=case.root_cause or None,
        ticket=case.ticket or None,
        language=case.language,
        extension=case.extension,
        late=tuple(case.late),
        is_content=case.is_content,
        merged_into=_number(lobby, case.merged_into),
        reopened=case.reopened,
    )


def _entry(lobby: Lobby, event: Event, texts: Mapping[str, CaseText]) -> CaseEntry:
    name = str(event.data.get("text") or "")
    said = texts.get(name)
    return CaseEntry(
        kind=event.kind,
        at=to_datetime(event.at_us),
        by=event.staff or None,
        by_name=lobby.staff_names.get(event.staff),
        data={key: str(event.data[key]) for key in SHOWN if event.data.get(key)},
        text=said.text if said else None,
        contact=said.contact or None if said else None,
        is_erased=bool(name) and said is None,
    )


def _fits(case: Case, sought: Sought) -> bool:
    return (
        sought.state in ("", case.state)
        and sought.kind in ("", case.kind)
        and sought.owner in ("", case.owner)
        and sought.is_open in (None, case.is_open)
        and sought.is_late in (None, bool(case.late))
        and (_names(case, sought.text) or case.id in sought.saying)
    )


def _names(case: Case, text: str) -> bool:
    """Whether this is its ticket, its class, or a part of its number."""
    return text in ("", case.ticket, case.category, case.root_cause) or text in case.number


def _urgency(case: Case) -> tuple[bool, bool, int]:
    """Open before ended; who has heard nothing yet is due sooner."""
    due_us = case.due_us if case.first_answered_us is not None else case.first_due_us
    return not case.is_open, case.state is CaseState.MERGED, due_us if case.is_open else -due_us


def _year(lobby: Lobby, now_us: int) -> str:
    return local_day(now_us, lobby.zone).day[:4]


def _number(lobby: Lobby, case: str) -> str | None:
    found = lobby.branch.cases.get(case)
    return found.number if found else None


def _time(at_us: int | None) -> datetime | None:
    return None if at_us is None else to_datetime(at_us)


def _decision(case: str, events: list[Event]) -> Decision:
    return Decision(events, lambda after: case_view(after, case_of(after.branch, case)))
