"""What the lobby lead does in the hall: enquiries, a counter wanted, a customer looked for."""

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response

from shared.protocol.command import Identifier
from shared.protocol.floor import AskForCounter, BeginEnquiry, FloorView
from shared.protocol.lobby import CounterView, HelpAsked, TicketView
from shared.server.dependencies import Branch, CaseReader, InCharge, InHouse, Server
from shared.server.problems import ALWAYS, declare
from shared.server.routes.lobby import SEQUENCE_MAX
from shared.server.running import Running, look
from shared.services import floor

router = APIRouter(tags=["floor"])
REFUSALS = declare(*ALWAYS, 409)


@router.get("/floor", responses=declare(*ALWAYS))
async def view(branch: Branch, house: InHouse, _: CaseReader) -> FloorView:
    """Who waits for a person in the hall, and how the standards were kept today."""
    return await look(house, branch, floor.floor_view)


@router.post("/enquiries", status_code=201, response_model=HelpAsked, responses=REFUSALS)
async def begin(actor: Server, running: Running, body: BeginEnquiry) -> Response:
    """A customer asks something; GET floor lists it until it is answered."""
    return await running.run(
        actor, lambda lobby, now_us: floor.begin_enquiry(lobby, now_us, body, actor), status=201
    )


@router.post("/enquiries/{asked}/answer", response_model=HelpAsked, responses=REFUSALS)
async def answer(
    asked: Annotated[int, Path(ge=1, le=SEQUENCE_MAX)], actor: Server, running: Running
) -> Response:
    """The customer has the answer; the time to it is measured against the standard."""
    return await running.run(
        actor, lambda lobby, now_us: floor.answer_enquiry(lobby, now_us, asked, actor)
    )


@router.post("/counters/{counter}/ask", response_model=CounterView, responses=REFUSALS)
async def ask(
    counter: Identifier, actor: InCharge, running: Running, body: AskForCounter
) -> Response:
    """Somebody is wanted at this counter; its teller's window says so."""
    return await running.run(
        actor, lambda lobby, now_us: floor.ask_for_counter(lobby, now_us, counter, body, actor)
    )


@router.post("/tickets/{ticket}/looked", response_model=TicketView, responses=REFUSALS)
async def looked(
    ticket: Annotated[str, Path(max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")],
    actor: Server,
    running: Running,
) -> Response:
    """Somebody went to a called customer who may not have heard the call."""
    return await running.run(actor, lambda lobby, now_us: floor.look(lobby, now_us, ticket, actor))
