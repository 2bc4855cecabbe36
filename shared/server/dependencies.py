"""What routes ask for: the wired house, the branch in the address, the caller and their right.

None is a plain function, which would be called in a thread; and none but the routes asks for the
house by a dependency: the framework goes through all that lies below a dependency each time.
"""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import Depends, Header, Request, Security
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer

from shared.domain.errors import BranchUnknown, DeviceUnknown
from shared.protocol.command import Identifier
from shared.server.gate import next_round
from shared.server.house import House
from shared.server.limits import source_of
from shared.server.permission import STAFF, Action, DeviceRole, refuse_unless_allowed
from shared.services.actor import Actor

#: So many branches a refusal names; a server may serve a thousand.
NAMED_MAX: Final = 10
bearer = HTTPBearer(auto_error=False, description="key of an enrolled device")
session_token = APIKeyHeader(
    name="X-Staff-Session", auto_error=False, description="token of POST sessions"
)


def house_of(request: Request) -> House:
    """The house that serves this request."""
    house: House = request.app.state.house
    return house


async def in_house(request: Request) -> House:
    """The same, for routes."""
    return house_of(request)


InHouse = Annotated[House, Depends(in_house)]


async def known_branch(branch: Identifier, request: Request) -> str:
    """The branch of the address.

    Raises:
        BranchUnknown: this server does not serve it.
    """
    house = house_of(request)
    if branch not in house.profiles:
        named = house.branches[:NAMED_MAX]
        more = ["…"] if len(house.branches) > NAMED_MAX else []
        raise BranchUnknown(branch, ", ".join([*named, *more]))
    return branch


Branch = Annotated[str, Depends(known_branch)]


@dataclass(frozen=True, slots=True)
class Allowed:
    """A dependency that gives the caller when the caller may do this."""

    action: Action

    async def __call__(
        self,
        request: Request,
        key: Annotated[HTTPAuthorizationCredentials | None, Security(bearer)],
        token: Annotated[str | None, Security(session_token)],
    ) -> Actor:
        """The caller.

        Raises:
            DeviceUnknown, SessionMissing, RoleForbidden, AskedTooOften, StoreUnavailable.
            HandedBack: this is a stand-in, and the branch server is back.
        """
        house = house_of(request)
        secret = key.credentials if key else None
        is_new = secret is not None and not house.gate.is_regular(secret)
        if is_new and house.limits.is_suspect(source_of(request)):
            await next_round()
        try:
            branch = request.path_params.get("branch")
            actor = await house.gate.actor(secret, token, branch, needs_person=self.action in STAFF)
        except DeviceUnknown:
            house.limits.refused(source_of(request))
            raise
        if self.action is Action.SHIP:
            house.limits.shipped(actor.device)
        else:
            house.limits.asked(actor.device, is_reading=request.method == "GET")
        refuse_unless_allowed(actor, self.action)
        if actor.role != DeviceRole.BRANCH:
            house.duty.admit()
        return actor


def allowed(action: Action) -> Allowed:
    """A dependency that gives the caller when the caller may do this."""
    return Allowed(action)


Reader = Annotated[Actor, Depends(allowed(Action.READ))]
Issuer = Annotated[Actor, Depends(allowed(Action.ISSUE))]
Booker = Annotated[Actor, Depends(allowed(Action.BOOK))]
Canceller = Annotated[Actor, Depends(allowed(Action.CANCEL))]
Deferrer = Annotated[Actor, Depends(allowed(Action.DEFER))]
InCharge = Annotated[Actor, Depends(allowed(Action.TAKE_CHARGE))]
Rater = Annotated[Actor, Depends(allowed(Action.RATE))]
Helped = Annotated[Actor, Depends(allowed(Action.ASK_HELP))]
Printing = Annotated[Actor, Depends(allowed(Action.PRINT))]
Reprinter = Annotated[Actor, Depends(allowed(Action.REPRINT))]
Unlocker = Annotated[Actor, Depends(allowed(Action.UNLOCK))]
Desk = Annotated[Actor, Depends(allowed(Action.SIGN_IN))]
Leaver = Annotated[Actor, Depends(allowed(Action.SIGN_OUT))]
Server = Annotated[Actor, Depends(allowed(Action.SERVE))]
Reporter = Annotated[Actor, Depends(allowed(Action.REPORT))]
Explainer = Annotated[Actor, Depends(allowed(Action.EXPLAIN))]
Publisher = Annotated[Actor, Depends(allowed(Action.PUBLISH))]
Teller = Annotated[Actor, Depends(allowed(Action.TELL))]
Overseer = Annotated[Actor, Depends(allowed(Action.OVERSEE))]
CaseOpener = Annotated[Actor, Depends(allowed(Action.OPEN_CASE))]
CaseReader = Annotated[Actor, Depends(allowed(Action.READ_CASES))]
CaseHandler = Annotated[Actor, Depends(allowed(Action.HANDLE_CASE))]
CaseDecider = Annotated[Actor, Depends(allowed(Action.DECIDE_CASE))]
StaffReader = Annotated[Actor, Depends(allowed(Action.READ_STAFF))]
SurveyKeeper = Annotated[Actor, Depends(allowed(Action.KEEP_SURVEYS))]
StaffKeeper = Annotated[Actor, Depends(allowed(Action.KEEP_STAFF))]
DraftReader = Annotated[Actor, Depends(allowed(Action.READ_DRAFTS))]
Drafter = Annotated[Actor, Depends(allowed(Action.DRAFT_PROFILE))]
DraftApprover = Annotated[Actor, Depends(allowed(Action.APPROVE_PROFILE))]

IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=8,
        max_length=128,
        pattern=r"^[\x21-\x7e]+$",
        description="the same key and request get the same answer again, within two days "
        "(a phone page under another address, as good as the first)",
    ),
]
