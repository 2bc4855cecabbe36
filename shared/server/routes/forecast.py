"""What is foretold."""

import asyncio
from typing import Final

from fastapi import APIRouter

from shared.dispatch.layout import MINUTE_US
from shared.domain.errors import NothingForetold
from shared.protocol.forecast import ForecastView, OutlookView, WhatIf, WhatIfView
from shared.rollout.windows.quoted import Outlook
from shared.server.dependencies import Branch, InCharge, InHouse, Reader
from shared.server.problems import ALWAYS, declare
from shared.server.running import look
from shared.services.quoting import forecast_view, nothing_foretold

router = APIRouter(tags=["lobby"])
#: A look takes a fraction of this, a machine that is busy with calls a little more.
ANSWERED_WITHIN_S: Final = 5.0


@router.get("/forecast", responses=declare(*ALWAYS))
async def forecast(branch: Branch, house: InHouse, _: Reader) -> ForecastView:
    """The newest windows of every service and segment, and of those who wait.

    Without quotes where nobody looks ahead, or before the first look of the day. The stream of
    events tells each new one as `forecast`.
    """
    found = house.forecasts.latest(branch)
    if found is None:
        return await look(house, branch, nothing_foretold)
    return forecast_view(found)


@router.post("/what-if", responses=declare(*ALWAYS, 409))
async def what_if(branch: Branch, house: InHouse, _: InCharge, body: WhatIf) -> WhatIfView:
    """What if a counter were opened now: the chance that somebody waits too long, without and with.

    Changes nothing. Both sides have the same customers and the same draws.
    """
    counter = await look(house, branch, lambda lobby, _: lobby.branch.counter(body.counter).id)
    forecaster = house.forecasts.forecaster
    if forecaster is None:
        raise NothingForetold()
    asked = forecaster.suppose(
        branch, counter, round(body.over_min * MINUTE_US), round(body.ahead_min * MINUTE_US)
    )
    try:
        found = await asyncio.wait_for(asyncio.wrap_future(asked), ANSWERED_WITHIN_S)
    except TimeoutError:
        found = None
    if found is None:
        raise NothingForetold()
    stands, opened = map(_outlook, found)
    return WhatIfView(
        counter=counter,
        over_min=body.over_min,
        ahead_min=body.ahead_min,
        as_it_stands=stands,
        with_counter=opened,
    )


def _outlook(found: Outlook) -> OutlookView:
    return OutlookView(
        chance_over_0_1=found.chance_0_1,
        customers_over=found.over_mean,
        wait_mean_s=found.wait_us / 1e6,
    )
