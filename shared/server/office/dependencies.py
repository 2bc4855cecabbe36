"""What the routes of head office ask for; who calls is found out as in a branch."""

from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from shared.domain.errors import BranchUnknown
from shared.protocol.command import Identifier
from shared.server.dependencies import allowed
from shared.server.office.office import Office
from shared.server.permission import Action
from shared.services.actor import Actor


async def office_of(request: Request) -> Office:
    """The office that serves this request."""
    office: Office = request.app.state.house
    return office


InOffice = Annotated[Office, Depends(office_of)]


async def kept_branch(branch: Identifier, office: InOffice) -> str:
    """The branch of the address. Which others there are is nobody's business.

    Raises:
        BranchUnknown: it was not admitted here.
    """
    if not await run_in_threadpool(office.branches.__contains__, branch):
        raise BranchUnknown(branch, "…")
    return branch


KeptBranch = Annotated[str, Depends(kept_branch)]
Shipping = Annotated[Actor, Depends(allowed(Action.SHIP))]
CopyReader = Annotated[Actor, Depends(allowed(Action.READ_COPY))]
RemoteBooker = Annotated[Actor, Depends(allowed(Action.BOOK_REMOTELY))]
Publisher = Annotated[Actor, Depends(allowed(Action.PUBLISH))]
Overseer = Annotated[Actor, Depends(allowed(Action.OVERSEE))]
Planner = Annotated[Actor, Depends(allowed(Action.PROPOSE))]
Decider = Annotated[Actor, Depends(allowed(Action.DECIDE))]
