"""Changes to the profile: written by one person, approved by another, published, taken back."""

from functools import partial
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Header, Path
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from shared.config.review import review
from shared.config.toml_text import toml_text
from shared.domain.draft_refused import VersionUnknown
from shared.domain.drafting import refuse_unless_writable
from shared.domain.refused import NotByStandIn
from shared.protocol.draft import (
    Checked,
    CheckText,
    DraftList,
    DraftView,
    PreviewView,
    RestoreVersion,
    SaveDraft,
    SayOfDraft,
    Versions,
    VersionText,
)
from shared.protocol.profile import ProfilePublished
from shared.server.dependencies import Branch, DraftApprover, Drafter, DraftReader, InHouse
from shared.server.house import House
from shared.server.previewing import last_ordinary_day
from shared.server.problems import ALWAYS, declare, wanted_language
from shared.server.running import Running, look
from shared.services import drafting
from shared.services.actor import Actor
from shared.services.decision import Decision
from shared.services.draft_views import (
    DraftRecord,
    change_views,
    draft_view,
    finding_views,
    version_views,
)
from shared.services.drafting import Step, Written
from shared.services.lobby import Lobby
from shared.store.draft import keep_note

router = APIRouter(tags=["profile"], prefix="/profile")
PLACE: Final = "/drafts/{draft}"
DraftId = Annotated[str, Path(pattern=r"^[0-9a-f]{32}$", description="chosen by the caller")]
VersionId = Annotated[str, Path(pattern=r"^[0-9a-f]{16}$")]
Tongue = Annotated[str, Header()]
REFUSALS = declare(*ALWAYS, 409)


@router.post("/check", responses=REFUSALS)
async def check(
    body: CheckText, branch: Branch, house: InHouse, _: Drafter, accept_language: Tongue = ""
) -> Checked:
    """What is wrong with a text, now and here, and what it would change; nothing is kept."""
    read = await run_in_threadpool(review, body.text)

    def see(lobby: Lobby, now_us: int) -> Checked:
        found = drafting.findings(lobby, now_us, read, wanted_language(accept_language))
        changed = drafting.changes(lobby.profile, read)
        return Checked(findings=finding_views(found), changes=change_views(changed))

    return await look(house, branch, see)


@router.get("/drafts", responses=declare(*ALWAYS))
async def drafts(branch: Branch, house: InHouse, _: DraftReader) -> DraftList:
    """The changes of this branch, those that were written last first."""
    records = await run_in_threadpool(house.drafts.everything, branch)

    def see(lobby: Lobby, _now_us: int) -> DraftList:
        views = tuple(draft_view(lobby, record) for record in records)
        return DraftList(drafts=views, present=lobby.published)

    return await look(house, branch, see)


@router.get(PLACE, responses=REFUSALS)
async def draft(
    draft: DraftId, branch: Branch, house: InHouse, _: DraftReader, accept_language: Tongue = ""
) -> DraftView:
    """One change with its text, what is wrong with it, and what it changes of its base."""
    record = await run_in_threadpool(house.drafts.find, branch, draft)
    base = await run_in_threadpool(house.drafts.profile, branch, record.base)
    read = await run_in_threadpool(review, record.text)
    changed = change_views(drafting.changes(base, read))

    def see(lobby: Lobby, now_us: int) -> DraftView:
        found = drafting.findings(lobby, now_us, read, wanted_language(accept_language))
        more = {"text": record.text, "findings": finding_views(found), "changes": changed}
        return draft_view(lobby, record).model_copy(update=more)

    return await look(house, branch, see)


@router.put(PLACE, responses=REFUSALS)
async def save_draft(
    draft: DraftId, body: SaveDraft, branch: Branch, house: InHouse, actor: Drafter
) -> DraftView:
    """Keep what its author has written so far, sound or not; the first time it is a new one."""
    if house.duty.kind == "stand_in":  # texts lie beside the log, and nothing hands them back
        raise NotByStandIn
    known = await run_in_threadpool(house.drafts.find_maybe, branch, draft)
    author = known.author if known else actor.staff
    await run_in_threadpool(house.drafts.profile, branch, body.base)
    await look(
        house,
        branch,
        lambda lobby, _: refuse_unless_writable(lobby.branch, draft, author, actor.staff),
    )
    saved_us = house.clock.now_us()
    note = known.note if known else ""
    record = DraftRecord(
        branch, draft, author, body.title, body.why, body.base, body.text, saved_us, note
    )
    await run_in_threadpool(house.drafts.save, record)
    return await look(house, branch, lambda lobby, _: draft_view(lobby, record))


@router.post(f"{PLACE}/hand-in", response_model=DraftView, responses=REFUSALS)
async def hand_in(
    draft: DraftId, branch: Branch, house: InHouse, actor: Drafter, running: Running
) -> Response:
    """Ask somebody else to approve it; it has to be sound, and to change what holds now."""
    return await _step(house, running, branch, draft, actor, drafting.hand_in)


@router.post(f"{PLACE}/withdraw", response_model=DraftView, responses=REFUSALS)
async def withdraw(
    draft: DraftId, branch: Branch, house: InHouse, actor: Drafter, running: Running
) -> Response:
    """Its author takes it back, also when it was approved already."""
    return await _step(house, running, branch, draft, actor, drafting.withdraw)


@router.post(f"{PLACE}/decision/{{step}}", response_model=DraftView, responses=REFUSALS)
async def decide_draft(
    draft: DraftId,
    step: Literal["approve", "send-back"],
    body: SayOfDraft,
    branch: Branch,
    house: InHouse,
    actor: DraftApprover,
    running: Running,
) -> Response:
    """Another supervisor or manager agrees, or sends it back; never its author."""
    decide = drafting.approve if step == "approve" else drafting.send_back
    return await _step(house, running, branch, draft, actor, decide, body.note)


@router.post(f"{PLACE}/publish", response_model=ProfilePublished, responses=REFUSALS)
async def publish_draft(
    draft: DraftId, branch: Branch, house: InHouse, actor: Drafter, running: Running
) -> Response:
    """Put an approved change in force at once."""
    _, written = await _written(house, branch, draft)
    return await running.run(
        actor, lambda lobby, now_us: drafting.publish_draft(lobby, now_us, written, actor)
    )


@router.post(f"{PLACE}/preview", status_code=202, responses=REFUSALS)
async def begin_preview(
    draft: DraftId, branch: Branch, house: InHouse, _: DraftReader
) -> PreviewView:
    """Live the last ordinary day again under this change, in a process of its own."""
    written = (await _written(house, branch, draft))[1]
    profile = written.sound()
    day = await run_in_threadpool(last_ordinary_day, house.database, branch)
    house.previews.begin(f"{branch}/{draft}", day, profile)
    return house.previews.view(f"{branch}/{draft}")


@router.get(f"{PLACE}/preview", responses=declare(*ALWAYS))
async def preview(draft: DraftId, branch: Branch, house: InHouse, _: DraftReader) -> PreviewView:
    """How far it is, or what came of it; asked again every second or so."""
    return house.previews.view(f"{branch}/{draft}")


@router.delete(f"{PLACE}/preview", responses=declare(*ALWAYS))
async def cancel_preview(
    draft: DraftId, branch: Branch, house: InHouse, _: DraftReader
) -> PreviewView:
    """Stop it."""
    house.previews.cancel(f"{branch}/{draft}")
    return house.previews.view(f"{branch}/{draft}")


@router.get("/versions", responses=declare(*ALWAYS))
async def versions(branch: Branch, house: InHouse, _: DraftReader) -> Versions:
    """What held here and since when, newest first, with who wrote and who approved it."""
    events = await run_in_threadpool(house.drafts.published, branch)
    return await look(
        house, branch, lambda lobby, _: Versions(versions=version_views(lobby, events))
    )


@router.get("/versions/{version}", responses=declare(*ALWAYS))
async def version(
    version: VersionId, branch: Branch, house: InHouse, _: DraftReader
) -> VersionText:
    """The text of a profile that holds, or held."""
    profile = await run_in_threadpool(house.drafts.profile, branch, version)
    return VersionText(profile=version, version=profile.version, text=toml_text(profile))


@router.post("/restore", response_model=ProfilePublished, responses=REFUSALS)
async def restore(
    body: RestoreVersion, branch: Branch, house: InHouse, actor: DraftApprover, running: Running
) -> Response:
    """Let a profile that held before hold again, at once; one person in charge is enough."""
    events = await run_in_threadpool(house.drafts.published, branch)
    if body.profile not in {event.data.get("profile") for event in events}:
        raise VersionUnknown(body.profile)
    profile = await run_in_threadpool(house.drafts.profile, branch, body.profile)
    return await running.run(
        actor,
        lambda lobby, now_us: drafting.restore(lobby, now_us, profile, body.instead_of, actor),
    )


async def _written(house: House, branch: str, draft: str) -> tuple[DraftRecord, Written]:
    record = await run_in_threadpool(house.drafts.find, branch, draft)
    read = partial(Written.of, record.id, record.author, record.base, record.text)
    return record, await run_in_threadpool(read)


async def _step(
    house: House,
    running: Running,
    branch: str,
    draft: str,
    actor: Actor,
    step: Step,
    note: str | None = None,
) -> Response:
    """One step of a change; ``note`` is kept in its transaction."""
    record, written = await _written(house, branch, draft)

    def decide(lobby: Lobby, now_us: int) -> Decision:
        events = step(lobby, now_us, written, actor)
        return Decision(events, lambda after: draft_view(after, record, note))

    beside = None if note is None else partial(keep_note, branch, draft, note)
    return await running.run(actor, decide, beside=beside)
