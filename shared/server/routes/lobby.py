"""The snapshot, the log, help requests."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from shared.protocol.command import AskHelp, Identifier
from shared.protocol.event import EventPage
from shared.protocol.lobby import HelpAsked, LobbyView
from shared.server.dependencies import Branch, Helped, InHouse, Reader, Server
from shared.server.permission import DEVICES, Action, is_for_staff
from shared.server.problems import ALWAYS, declare
from shared.server.running import Running, look
from shared.services import staffing, ticketing
from shared.services.appointing import expected_today
from shared.services.cards import card_at
from shared.services.lobby import Lobby
from shared.services.printing import device_troubles, without_slip
from shared.services.views import lobby_view
from shared.store.log import read_page

router = APIRouter(tags=["lobby"])
PAGE_MAX = 1000
SEQUENCE_MAX = 2**63 - 1


@router.get("/lobby", responses=declare(*ALWAYS))
async def snapshot(
    branch: Branch,
    house: InHouse,
    actor: Reader,
    counter: Annotated[Identifier | None, Query(description="add the order for it")] = None,
) -> LobbyView:
    """The whole state; the stream goes on from its sequence."""
    rate = house.clock.rate
    may_print = actor.role in DEVICES[Action.PRINT]

    def see(lobby: Lobby, now_us: int) -> LobbyView:
        view = lobby_view(lobby, now_us, rate=rate, counter=counter)
        more: dict[str, object] = {"server": house.duty.kind}
        if is_for_staff(actor):
            more["appointments"] = expected_today(lobby)
            more["prints"] = without_slip(lobby)
            more["devices"] = device_troubles(lobby)
            more["card"] = card_at(lobby, counter) if counter else None
            more["help_calls"] = ticketing.help_calls(lobby)
            more["certificates"] = staffing.notices(lobby, now_us)
        elif may_print:
            more["prints"] = without_slip(lobby, actor.device)
        return view.model_copy(update=more)

    return await look(house, branch, see)


@router.get("/log", responses=declare(*ALWAYS))
async def page_of_log(
    branch: Branch,
    house: InHouse,
    _: Reader,
    after: Annotated[int, Query(ge=0, le=SEQUENCE_MAX)] = 0,
    limit: Annotated[int, Query(ge=1, le=PAGE_MAX)] = PAGE_MAX,
) -> EventPage:
    """Events after a sequence, oldest first."""
    page = await run_in_threadpool(read_page, house.database, branch, after, limit)
    return page.model_copy(update={"events": tuple(each.for_the_hall() for each in page.events)})


@router.post(
    "/help-requests", status_code=202, response_model=HelpAsked, responses=declare(*ALWAYS)
)
async def ask_help(actor: Helped, running: Running, body: AskHelp) -> Response:
    """Somebody at a kiosk asks for a person."""
    return await running.run(
        actor, lambda lobby, now_us: ticketing.ask_help(lobby, now_us, body), status=202
    )


@router.post(
    "/help-requests/{asked}/answer", response_model=HelpAsked, responses=declare(*ALWAYS, 409)
)
async def answer_help(
    asked: Annotated[int, Path(ge=1, le=SEQUENCE_MAX)], actor: Server, running: Running
) -> Response:
    """Somebody goes to the kiosk that asked; the answer is measured against the standard."""
    return await running.run(
        actor, lambda lobby, now_us: ticketing.answer_help(lobby, now_us, asked, actor)
    )
