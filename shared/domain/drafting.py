"""Rules of changes to the profile: whoever wrote one does not approve it, and none is stale.

``present`` is always the fingerprint of the profile that holds now.
"""

from typing import Final

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.draft import IN_WRITING, Draft, DraftState
from shared.domain.draft_refused import (
    DraftAltered,
    DraftChangesNothing,
    DraftNeedsAnother,
    DraftOfSomebodyElse,
    DraftStale,
    DraftStateWrong,
)
from shared.domain.event import Event, Value

OPEN: Final = (DraftState.HANDED_IN, DraftState.APPROVED)


def state_of(branch: Branch, draft: str) -> DraftState:
    """Where a change stands; one that the log does not know is being written."""
    found = branch.drafts.get(draft)
    return DraftState.WRITING if found is None else found.state


def refuse_unless_writable(branch: Branch, draft: str, author: str, by: str) -> None:
    """DraftOfSomebodyElse, or DraftStateWrong while others look at it."""
    if by != author:
        raise DraftOfSomebodyElse(author)
    state = state_of(branch, draft)
    if state not in IN_WRITING:
        raise DraftStateWrong(state)


def hand_in(
    branch: Branch,
    now_us: int,
    draft: str,
    *,
    author: str,
    base: str,
    profile: str,
    present: str,
    by: str,
) -> list[Event]:
    """Ask somebody else to look at it.

    Raises:
        DraftOfSomebodyElse, DraftStateWrong, DraftStale, DraftChangesNothing.
    """
    refuse_unless_writable(branch, draft, author, by)
    if base != present:
        raise DraftStale(present)
    if profile == base:
        raise DraftChangesNothing
    data: dict[str, Value] = {"base": base, "profile": profile}
    return [_step(branch, now_us, kinds.DRAFT_HANDED_IN, draft, by, data)]


def approve(
    branch: Branch, now_us: int, draft: str, *, profile: str, present: str, by: str
) -> list[Event]:
    """Somebody else agrees.

    Raises:
        DraftStateWrong, DraftNeedsAnother, DraftStale, DraftAltered.
    """
    found = _in(branch, draft, DraftState.HANDED_IN)
    _refuse_author(found, by)
    _refuse_unsound(found, profile, present)
    return [_step(branch, now_us, kinds.DRAFT_APPROVED, draft, by)]


def send_back(branch: Branch, now_us: int, draft: str, *, by: str) -> list[Event]:
    """Somebody else wants it otherwise.

    Raises:
        DraftStateWrong, DraftNeedsAnother.
    """
    _refuse_author(_in(branch, draft, *OPEN), by)
    return [_step(branch, now_us, kinds.DRAFT_SENT_BACK, draft, by)]


def withdraw(branch: Branch, now_us: int, draft: str, *, by: str) -> list[Event]:
    """Its author takes it back.

    Raises:
        DraftStateWrong, DraftOfSomebodyElse.
    """
    found = _in(branch, draft, *OPEN)
    if by != found.author:
        raise DraftOfSomebodyElse(found.author)
    return [_step(branch, now_us, kinds.DRAFT_WITHDRAWN, draft, by)]


def published(
    branch: Branch, now_us: int, draft: str, *, profile: str, present: str, by: str
) -> Event:
    """What is recorded beside ``profile.published``.

    Raises:
        DraftStateWrong: nobody has approved it. DraftStale, DraftAltered.
    """
    _refuse_unsound(_in(branch, draft, DraftState.APPROVED), profile, present)
    return _step(branch, now_us, kinds.DRAFT_PUBLISHED, draft, by, {"profile": profile})


def undone(branch: Branch, now_us: int, *, profile: str, present: str, by: str) -> Event:
    """What is recorded beside ``profile.published`` when an earlier profile holds again."""
    data: dict[str, Value] = {"by": by, "profile": profile, "was": present}
    brought = [d for d in branch.drafts.values() if _holds(d, present)]
    if brought:
        data["draft"] = brought[-1].id
    at_us = branch.stamp(now_us)
    return Event(kinds.DRAFT_UNDONE, at_us, at_us, "", "", by, data)


def _holds(draft: Draft, present: str) -> bool:
    return draft.state is DraftState.PUBLISHED and draft.profile == present


def _in(branch: Branch, draft: str, *wanted: DraftState) -> Draft:
    found = branch.drafts.get(draft)
    if found is None or found.state not in wanted:
        raise DraftStateWrong(state_of(branch, draft))
    return found


def _refuse_author(found: Draft, by: str) -> None:
    if by == found.author:
        raise DraftNeedsAnother


def _refuse_unsound(found: Draft, profile: str, present: str) -> None:
    if found.profile != profile:
        raise DraftAltered
    if found.base != present:
        raise DraftStale(present)


def _step(
    branch: Branch,
    now_us: int,
    kind: str,
    draft: str,
    by: str,
    more: dict[str, Value] | None = None,
) -> Event:
    at_us = branch.stamp(now_us)
    return Event(kind, at_us, at_us, "", "", by, {"draft": draft, "by": by, **(more or {})})
