"""What is foretold."""

from fastapi import APIRouter

from shared.protocol.forecast import ForecastView
from shared.server.dependencies import Branch, InHouse, Reader
from shared.server.problems import ALWAYS, declare
from shared.server.running import look
from shared.services.quoting import forecast_view, nothing_foretold

router = APIRouter(tags=["lobby"])


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
