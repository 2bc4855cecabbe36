"""Cases: the inbox for feedback of every channel, complaints and what is done about them."""

from collections.abc import Sequence
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from shared.domain.case import CaseKind, CaseState
from shared.domain.case_refused import CaseUnknown
from shared.protocol.case import (
    AssignCase,
    AttachFile,
    CaseFile,
    CaseList,
    CaseStory,
    CaseView,
    ClassifyCase,
    CloseCase,
    ExtendCase,
    FindCases,
    MergeCase,
    OpenCase,
    SayMaybe,
    SayOfCase,
)
from shared.protocol.event import to_us
from shared.server.dependencies import (
    Branch,
    CaseDecider,
    CaseHandler,
    CaseOpener,
    CaseReader,
    InHouse,
)
from shared.server.house import House
from shared.server.permission import STAFF, Action
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running, look
from shared.services import case_file, casework
from shared.services.actor import Actor
from shared.services.case_next import handlers, next_steps
from shared.services.case_text import CaseText, SealedText
from shared.services.casework import DECIDING, WORKING, Sought, Step
from shared.services.day import local_day
from shared.services.lobby import Entry, Lobby
from shared.services.ports import StaffRecord
from shared.store.case_text import case_events, cases_saying, read_texts
from shared.store.job import Beside
from shared.store.unit_of_work import UnitOfWork

router = APIRouter(tags=["cases"])
PLACE = "/cases/{case}"
CaseId = Annotated[str, Path(max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")]
Which = Annotated[bool | None, Query()]
RIGHTS: Final = {"handles": Action.HANDLE_CASE, "decides": Action.DECIDE_CASE}
REFUSALS = declare(*ALWAYS, 409)


@router.post("/cases", status_code=201, response_model=CaseView, responses=REFUSALS)
async def open_case(
    body: OpenCase, branch: Branch, house: InHouse, actor: CaseOpener, running: Running
) -> Response:
    """Enter what a customer said, wrote or telephoned; both deadlines count from its arrival."""
    now_us = house.clock.now_us()
    since_us = now_us if body.received_at is None else to_us(body.received_at)
    customer = await house.customer(branch, body.customer_ref, since_us)
    sealed = await sealed_text(house, branch, CaseText(body.text, body.contact))
    return await running.run_at_branch(
        actor,
        lambda lobby, now: casework.open_case(
            lobby, now, body, actor, house.ids, sealed.id, customer
        ),
        status=201,
        beside=keeping(sealed),
    )


@router.get("/cases", responses=declare(*ALWAYS))
async def inbox(
    branch: Branch,
    house: InHouse,
    _: CaseReader,
    state: CaseState | None = None,
    kind: CaseKind | None = None,
    owner: Annotated[str, Query(max_length=64)] = "",
    text: Annotated[str, Query(max_length=64, description="number, ticket or class")] = "",
    is_open: Which = None,
    is_late: Which = None,
) -> CaseList:
    """The cases that fit, those first that most need somebody."""
    sought = Sought(str(state or ""), str(kind or ""), owner, text, is_open, is_late)
    return await look(house, branch, lambda lobby, _: casework.inbox(lobby, sought))


@router.post("/cases/find", responses=declare(*ALWAYS))
async def find(body: FindCases, branch: Branch, house: InHouse, _: CaseReader) -> CaseList:
    """Look for words in what was written about cases, for a number, a ticket or a class.

    The words stand in the body, so that no address and no log of addresses ever holds them.
    """
    saying = await run_in_threadpool(cases_saying, house.database, branch, body.text)
    sought = Sought(text=body.text, saying=frozenset(saying))
    return await look(house, branch, lambda lobby, _: casework.inbox(lobby, sought))


@router.get(PLACE, responses=declare(*ALWAYS))
async def story(case: CaseId, branch: Branch, house: InHouse, actor: CaseReader) -> CaseStory:
    """One case, by identifier or number, with everything that was done and written about it."""
    which = await look(house, branch, lambda lobby, _: casework.identifier(lobby.branch, case))
    events = await run_in_threadpool(case_events, house.database, branch, which)
    wanted = {str(event.data["text"]) for event in events if event.data.get("text")}
    texts = await run_in_threadpool(read_texts, house.database, branch, wanted)
    people = await run_in_threadpool(_who_handles, house)

    def tell(lobby: Lobby, now_us: int) -> CaseStory:
        told = casework.story(lobby, which, events, texts)
        may = {name: actor.staff_role in STAFF[action] for name, action in RIGHTS.items()}
        steps = next_steps(lobby, now_us, which, actor.staff, **may)
        able = handlers(lobby, which, people if may["handles"] else ())
        return told.model_copy(update={"steps": steps, "handlers": able})

    return await look(house, branch, tell)


def _who_handles(house: House) -> list[StaffRecord]:
    roles = STAFF[Action.HANDLE_CASE]
    return [each for each in house.staff.everybody() if each.role in roles]


@router.post(f"{PLACE}/assign", response_model=CaseView, responses=REFUSALS)
async def assign(case: CaseId, body: AssignCase, actor: CaseHandler, running: Running) -> Response:
    """Hand it to somebody, or take it on."""
    return await running.run_at_branch(
        actor, lambda lobby, now_us: casework.assign(lobby, now_us, case, body, actor)
    )


@router.post(f"{PLACE}/close", response_model=CaseView, responses=REFUSALS)
async def close(case: CaseId, body: CloseCase, actor: CaseHandler, running: Running) -> Response:
    """End an answered case."""
    return await running.run_at_branch(
        actor, lambda lobby, now_us: casework.close(lobby, now_us, case, body, actor)
    )


@router.post(f"{PLACE}/classify", response_model=CaseView, responses=REFUSALS)
async def classify(
    case: CaseId, body: ClassifyCase, actor: CaseHandler, running: Running
) -> Response:
    """Say what it was about and why it happened."""
    return await running.run_at_branch(
        actor, lambda lobby, now_us: casework.classify(lobby, now_us, case, body, actor)
    )


@router.post(f"{PLACE}/merge", response_model=CaseView, responses=REFUSALS)
async def merge(case: CaseId, body: MergeCase, actor: CaseHandler, running: Running) -> Response:
    """Let it end in another case about the same matter."""
    return await running.run_at_branch(
        actor, lambda lobby, now_us: casework.merge(lobby, now_us, case, body, actor)
    )


@router.post(f"{PLACE}/extend", response_model=CaseView, responses=REFUSALS)
async def extend(
    case: CaseId,
    body: ExtendCase,
    branch: Branch,
    house: InHouse,
    actor: CaseDecider,
    running: Running,
) -> Response:
    """Put the deadline of the solution off."""
    sealed = await sealed_text(house, branch, CaseText(body.text))
    return await running.run_at_branch(
        actor,
        lambda lobby, now_us: casework.extend(lobby, now_us, case, body, actor, sealed.id),
        beside=keeping(sealed),
    )


@router.post(f"{PLACE}/files", response_model=CaseView, responses=declare(*ALWAYS, 409, 413))
async def attach(
    case: CaseId,
    body: AttachFile,
    branch: Branch,
    house: InHouse,
    actor: CaseHandler,
    running: Running,
) -> Response:
    """Attach a file; what it is, its content says, and not its name."""
    file = await run_in_threadpool(case_file.checked, body)
    name = await sealed_text(house, branch, CaseText(file.name))
    content = await sealed_text(house, branch, case_file.sealed_as(file))

    def keep(work: UnitOfWork, entries: Sequence[Entry]) -> None:
        keeping(name)(work, entries)
        keeping(content)(work, entries)

    return await running.run_at_branch(
        actor,
        lambda lobby, now_us: case_file.attach(
            lobby, now_us, case, file, actor, name.id, content.id
        ),
        beside=keep,
    )


@router.get(f"{PLACE}/files/{{file}}", responses=declare(*ALWAYS))
async def show_file(
    case: CaseId, file: CaseId, branch: Branch, house: InHouse, _: CaseReader
) -> CaseFile:
    """A file of this case."""
    which = await look(house, branch, lambda lobby, _: casework.identifier(lobby.branch, case))
    events = await run_in_threadpool(case_events, house.database, branch, which)
    names = {each.data["file"]: str(each.data["text"]) for each in events if "file" in each.data}
    texts = await run_in_threadpool(
        read_texts, house.database, branch, {file, names[file]} if file in names else ()
    )
    if file not in texts:
        raise CaseUnknown(file)
    return case_file.opened(texts.get(names[file]), texts[file])


@router.post(f"{PLACE}/{{step}}", response_model=CaseView, responses=REFUSALS)
async def take_further(
    case: CaseId,
    step: Literal["first-answer", "note", "propose", "carry-out", "answer", "reopen"],
    body: SayOfCase,
    branch: Branch,
    house: InHouse,
    actor: CaseHandler,
    running: Running,
) -> Response:
    """Take the case one step further, with what is to be written about it."""
    return await _say(house, running, branch, WORKING[step], case, actor, body.text)


@router.post(f"{PLACE}/decision/{{step}}", response_model=CaseView, responses=REFUSALS)
async def decide(
    case: CaseId,
    step: Literal["approve", "send-back"],
    body: SayMaybe,
    branch: Branch,
    house: InHouse,
    actor: CaseDecider,
    running: Running,
) -> Response:
    """A supervisor agrees with the proposed solution, or sends it back."""
    return await _say(house, running, branch, DECIDING[step], case, actor, body.text or "")


async def _say(
    house: House, running: Running, branch: str, step: Step, case: str, actor: Actor, text: str
) -> Response:
    sealed = await sealed_text(house, branch, CaseText(text)) if text else None
    return await running.run_at_branch(
        actor,
        lambda lobby, now_us: casework.take_further(
            lobby, now_us, step, case, actor, sealed.id if sealed else ""
        ),
        beside=keeping(sealed) if sealed else None,
    )


async def sealed_text(house: House, branch: str, said: CaseText) -> SealedText:
    """What was said, sealed with the key of today's month; in a thread, as the key may be new."""
    day = local_day(house.clock.now_us(), house.zone(branch)).day
    return await run_in_threadpool(house.texts.seal, branch, house.ids.new_id(), day, said)


def keeping(sealed: SealedText) -> Beside:
    """The text is kept in the transaction of its step; a step that says nothing new keeps none."""
    return lambda work, entries: work.keep_text(sealed) if entries else None
