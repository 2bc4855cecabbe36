"""Which segment a customer belongs to; asked by whoever gives tickets."""

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool

from shared.protocol.customer import CustomerView, FindCustomer
from shared.server.dependencies import Branch, InHouse, Issuer
from shared.server.problems import ALWAYS, declare
from shared.server.running import look
from shared.services.customers import customer_view, plain_reference

router = APIRouter(tags=["customers"])


@router.post("/customers/find", responses=declare(*ALWAYS))
async def find(body: FindCustomer, branch: Branch, house: InHouse, _: Issuer) -> CustomerView:
    """The segment of a card, a code or a number, and an opaque reference; nothing is stored.

    Whoever is unknown, and whoever cannot be looked up now, is answered alike.
    """
    directory = house.directory
    reference = plain_reference(body)
    found = None
    if directory is not None:
        found = await run_in_threadpool(directory.find, branch, reference)
    return await look(house, branch, lambda lobby, _now_us: customer_view(lobby, found))
