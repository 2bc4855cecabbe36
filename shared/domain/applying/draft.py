"""Events of changes to the profile, which outlive the day on which they were handed in."""

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.draft import Draft, DraftState
from shared.domain.event import Event, optional_text


def handed_in(branch: Branch, event: Event) -> None:
    """Somebody else is asked; anew where it was sent back."""
    data = event.data
    branch.drafts[str(data["draft"])] = Draft(
        id=str(data["draft"]),
        author=str(data["by"]),
        base=str(data["base"]),
        profile=str(data["profile"]),
        handed_in_us=event.at_us,
    )


def approved(branch: Branch, event: Event) -> None:
    """It may be published."""
    _decide(branch, event, DraftState.APPROVED)


def sent_back(branch: Branch, event: Event) -> None:
    """Its author writes on."""
    _decide(branch, event, DraftState.SENT_BACK)


def withdrawn(branch: Branch, event: Event) -> None:
    """Its author writes on, or forgets it."""
    branch.drafts[str(event.data["draft"])].state = DraftState.WITHDRAWN


def published(branch: Branch, event: Event) -> None:
    """It holds."""
    draft = branch.drafts[str(event.data["draft"])]
    draft.state = DraftState.PUBLISHED
    draft.published_by, draft.published_us = str(event.data["by"]), event.at_us


def undone(branch: Branch, event: Event) -> None:
    """An earlier profile holds again."""
    name = optional_text(event, "draft")
    if name in branch.drafts:
        branch.drafts[name].state = DraftState.UNDONE


def _decide(branch: Branch, event: Event, state: DraftState) -> None:
    draft = branch.drafts[str(event.data["draft"])]
    draft.state = state
    draft.decided_by, draft.decided_us = str(event.data["by"]), event.at_us


HANDLERS = {
    kinds.DRAFT_HANDED_IN: handed_in,
    kinds.DRAFT_APPROVED: approved,
    kinds.DRAFT_SENT_BACK: sent_back,
    kinds.DRAFT_WITHDRAWN: withdrawn,
    kinds.DRAFT_PUBLISHED: published,
    kinds.DRAFT_UNDONE: undone,
}
