"""Sessions of staff who sign in with the bank's own account: by password, or in the browser."""

from collections.abc import Callable

from fastapi import APIRouter

from shared.domain.errors import AccessRefused
from shared.protocol.lobby import Session
from shared.protocol.sign_in import (
    BeginBrowser,
    BrowserBegun,
    FinishBrowser,
    SignInAccount,
    SignInWays,
)
from shared.server.dependencies import Branch, Desk, IdempotencyKey, InHouse
from shared.server.directory.place import Place
from shared.server.house import House
from shared.server.problems import ALWAYS, declare
from shared.services.admitting import Account, admit

router = APIRouter(prefix="/sessions", tags=["sessions"])


@router.get("/ways", responses=declare(*ALWAYS))
async def sign_in_ways(house: InHouse, _branch: Branch, _actor: Desk) -> SignInWays:
    """How people may sign in here: by PIN, by the bank's password, in the browser."""
    return house.staff_directory.ways


@router.post("/account", status_code=201, responses=declare(*ALWAYS, 409))
async def sign_in_account(
    body: SignInAccount, house: InHouse, _branch: Branch, actor: Desk, _key: IdempotencyKey = None
) -> Session:
    """Sign in with the bank's account and password. Wrong ones are counted for each account."""
    house.limits.signing_in(actor.device)

    def prove() -> Account:
        with house.limits.accounts.guess(body.account.strip().lower(), AccessRefused):
            return house.staff_directory.prove(body.account, body.password)

    return await _admitted(house, prove, body.counter or "", actor.device)


@router.post("/browser", status_code=201, responses=declare(*ALWAYS, 409))
async def begin_browser(
    body: BeginBrowser, house: InHouse, branch: Branch, actor: Desk, _key: IdempotencyKey = None
) -> BrowserBegun:
    """Begin to sign in in the browser: the address to open. Nothing is kept until the answer."""
    house.limits.signing_in(actor.device)
    place = Place(branch, actor.device, body.redirect_uri)
    directory = house.staff_directory
    state, url = await directory.run(lambda: directory.begin(place))
    return BrowserBegun(url=url, state=state)


@router.post("/browser/answer", status_code=201, responses=declare(*ALWAYS, 409))
async def finish_browser(
    body: FinishBrowser, house: InHouse, branch: Branch, actor: Desk, _key: IdempotencyKey = None
) -> Session:
    """Sign in with what the browser brought back to the device where it was begun."""
    house.limits.signing_in(actor.device)
    place = Place(branch, actor.device, body.redirect_uri)
    directory = house.staff_directory
    return await _admitted(
        house,
        lambda: directory.finish(body.state, body.code, place),
        body.counter or "",
        actor.device,
    )


async def _admitted(
    house: House, prove: Callable[[], Account], counter: str, device: str
) -> Session:
    """A session for whom the directory vouches for; all of it in the directory's threads."""

    def open_session() -> Session:
        session = admit(
            house.staff,
            house.ids,
            prove(),
            house.staff_directory.admission,
            counter=counter,
            device=device,
            now_us=house.clock.now_us(),
        )
        house.staff.refresh_names()
        house.duty.note_credentials()
        return session

    return await house.staff_directory.run(open_session)
