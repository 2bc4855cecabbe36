"""What a customer asks for from the phone page: /t/{token}/defer, resume, return, cancel, rating.

The token in the address is the customer's only key: the page sets no cookie, so another web site
cannot have a browser act for its customer. What a browser says comes from another site is refused
all the same.
"""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from shared.protocol.case import FeedbackTaken, GiveFeedback
from shared.protocol.command import RateTicket
from shared.protocol.lobby import PhoneView
from shared.protocol.notice import NoticeState, WantNotice
from shared.protocol.visit import DeferTicket
from shared.server.dependencies import IdempotencyKey, InHouse
from shared.server.limits import source_of
from shared.server.notices.contact import contact
from shared.server.phone.route import Token, ticket_of
from shared.server.problems import OtherSite, declare
from shared.server.routes.cases import keeping, sealed_text
from shared.server.running import Runner
from shared.services import notifying, phoning
from shared.services.case_text import CaseText, SealedText
from shared.services.decision import Decide
from shared.services.phoning import CUSTOMER
from shared.store.job import Beside
from shared.store.notice import forget_contact

#: What browsers say of a request that the page itself, or no page, sends (Fetch Metadata).
OWN_SITE: Final = ("same-origin", "none", "")


def refuse_other_sites(request: Request) -> None:
    """Raises OtherSite for what a browser sends on behalf of another web site."""
    if request.headers.get("sec-fetch-site", "") not in OWN_SITE:
        raise OtherSite()


class Acting:
    """The ticket of the page, and how its commands are run."""

    def __init__(self, runner: Runner, ticket: str) -> None:
        """``runner`` runs in the ticket's branch."""
        self.ticket = ticket
        self._runner = runner

    async def run(
        self, decide: Decide, status: int = 200, beside: Beside | None = None
    ) -> Response:
        """The page's state after the command, as JSON; ``beside`` is written with its events."""
        return await self._runner.run(CUSTOMER, decide, status, beside)

    @property
    def branch(self) -> str:
        """The ticket's branch."""
        return self._runner.branch

    async def sealed(self, said: CaseText) -> SealedText:
        """What the customer wrote, sealed, to be kept beside the event that names it."""
        return await sealed_text(self._runner.house, self._runner.branch, said)


async def acting(
    token: Token, request: Request, house: InHouse, idempotency_key: IdempotencyKey = None
) -> Acting:
    """Who acts, once it is certain that they may ask now.

    Raises:
        OtherSite, AskedTooOften, PhonePageUnknown, HandedBack, StoreUnavailable.
    """
    refuse_other_sites(request)
    house.limits.page(token, source_of(request))
    house.limits.page_command(token)
    house.duty.admit()
    branch, ticket = await ticket_of(house, token)
    return Acting(Runner(house, branch, request, idempotency_key or ""), ticket)


Customer = Annotated[Acting, Depends(acting)]
router = APIRouter(prefix="/t/{token}", tags=["phone"])
REFUSALS: Final = declare(403, 404, 409, 410, 413, 422, 429, 500, 503)


@router.post("/defer", response_model=PhoneView, responses=REFUSALS)
async def defer(customer: Customer, body: DeferTicket) -> Response:
    """Call me later."""
    return await customer.run(
        lambda lobby, now_us: phoning.defer(lobby, now_us, customer.ticket, body)
    )


@router.post("/resume", response_model=PhoneView, responses=REFUSALS)
async def resume(customer: Customer) -> Response:
    """I wanted to be called later, and am here again."""
    return await customer.run(lambda lobby, now_us: phoning.resume(lobby, now_us, customer.ticket))


@router.post("/return", response_model=PhoneView, responses=REFUSALS)
async def return_(customer: Customer) -> Response:
    """I missed the call, and am here."""
    return await customer.run(lambda lobby, now_us: phoning.return_(lobby, now_us, customer.ticket))


@router.post("/cancel", response_model=PhoneView, responses=REFUSALS)
async def cancel(customer: Customer) -> Response:
    """I do not want to wait any more."""
    return await customer.run(lambda lobby, now_us: phoning.cancel(lobby, now_us, customer.ticket))


@router.post("/rating", response_model=PhoneView, responses=REFUSALS)
async def rate(customer: Customer, house: InHouse, body: RateTicket) -> Response:
    """My mark for the visit."""
    return await customer.run(
        lambda lobby, now_us: phoning.rate(lobby, now_us, customer.ticket, body, house.ids)
    )


@router.post("/feedback", status_code=201, response_model=FeedbackTaken, responses=REFUSALS)
async def give_feedback(customer: Customer, house: InHouse, body: GiveFeedback) -> Response:
    """I complain, propose something, or praise: a case, as if staff had entered it."""
    text = await customer.sealed(CaseText(body.text, body.contact))
    return await customer.run(
        lambda lobby, now_us: phoning.give_feedback(
            lobby, now_us, customer.ticket, body, house.ids, text.id
        ),
        201,
        keeping(text),
    )


@router.post("/notice", response_model=NoticeState, responses=REFUSALS)
async def want_notice(customer: Customer, house: InHouse, body: WantNotice) -> Response:
    """Tell me by text message, at this number."""
    beside = await contact(house, customer.branch, customer.ticket, body)
    return await customer.run(
        lambda lobby, now_us: notifying.want(lobby, now_us, customer.ticket), beside=beside
    )


@router.delete("/notice", response_model=NoticeState, responses=REFUSALS)
async def drop_notice(customer: Customer) -> Response:
    """Forget my number."""
    return await customer.run(
        lambda lobby, now_us: notifying.drop(lobby, now_us, customer.ticket),
        beside=lambda work, _: forget_contact(work, customer.ticket),
    )
