"""Changes to the profile, and what held when, as people see them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from shared.config.difference import Change
from shared.config.review import Finding
from shared.domain.draft import Draft, DraftState
from shared.domain.drafting import state_of
from shared.domain.event import DRAFT_PUBLISHED, DRAFT_UNDONE, PROFILE_PUBLISHED, Event
from shared.protocol.draft import ChangeView, DraftView, FindingView, VersionView
from shared.protocol.event import to_datetime
from shared.services.lobby import Lobby


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """A change as its author has written it; ``note`` is what was said when it was decided."""

    branch: str
    id: str
    author: str
    title: str
    why: str
    base: str
    text: str = field(repr=False)
    saved_us: int
    note: str = ""


def draft_view(lobby: Lobby, record: DraftRecord, note: str | None = None) -> DraftView:
    """The change on the wire, without its text."""
    view = DraftView(
        id=record.id,
        title=record.title,
        why=record.why,
        state=state_of(lobby.branch, record.id),
        author=record.author,
        author_name=lobby.staff_names.get(record.author),
        base=record.base,
        is_stale=record.base != lobby.published,
        saved_at=to_datetime(record.saved_us),
        note=record.note if note is None else note,
    )
    steps = lobby.branch.drafts.get(record.id)
    return view if steps is None else view.model_copy(update=_steps(lobby, steps))


def _steps(lobby: Lobby, draft: Draft) -> dict[str, object]:
    found: dict[str, object] = {"handed_in_at": to_datetime(draft.handed_in_us)}
    if draft.decided_by:
        found["decided_by"] = draft.decided_by
        found["decided_by_name"] = lobby.staff_names.get(draft.decided_by)
        found["decided_at"] = to_datetime(draft.decided_us)
    if draft.state in (DraftState.PUBLISHED, DraftState.UNDONE):
        found["published_by"] = draft.published_by
        found["published_at"] = to_datetime(draft.published_us)
    return found


def finding_views(found: Iterable[Finding]) -> tuple[FindingView, ...]:
    """What is wrong, on the wire."""
    return tuple(FindingView(sentence=str(f.sentence), line=f.line or None) for f in found)


def change_views(found: Iterable[Change]) -> tuple[ChangeView, ...]:
    """What differs, on the wire."""
    return tuple(ChangeView(place=c.place, before=c.before, after=c.after) for c in found)


def version_views(lobby: Lobby, events: Iterable[Event]) -> tuple[VersionView, ...]:
    """What held when, newest first; ``events``: publications and what stands beside them."""
    found: list[VersionView] = []
    for event in events:
        if event.kind == PROFILE_PUBLISHED:
            found.append(_version(lobby, event))
        elif found and event.data.get("profile") == found[-1].profile:
            found[-1] = found[-1].model_copy(update=_brought(lobby, event))
    return tuple(reversed(found))


def _version(lobby: Lobby, event: Event) -> VersionView:
    return VersionView(
        profile=str(event.data["profile"]),
        version=str(event.data["version"]),
        published_at=to_datetime(event.at_us),
        published_by=event.staff or None,
        published_by_name=lobby.staff_names.get(event.staff),
    )


def _brought(lobby: Lobby, event: Event) -> dict[str, object]:
    if event.kind == DRAFT_UNDONE:
        return {"undid": event.data["was"]}
    assert event.kind == DRAFT_PUBLISHED
    steps = lobby.branch.drafts.get(str(event.data["draft"]))
    return {"draft": event.data["draft"], "approved_by": steps.decided_by if steps else None}
