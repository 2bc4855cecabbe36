"""From a plan to the figures of its hall (``shared.rollout.floor``)."""

from shared.dispatch.layout import MINUTE_US
from shared.rollout.floor import Floor
from simulator.model.customer import MILLION
from simulator.model.plan import Plan


def to_floor(plan: Plan) -> Floor:
    """What people meet between door and counter in this plan."""
    told, balking = plan.scenario.announcement, plan.scenario.balking
    return Floor(
        usual_us=tuple(round(s.usual_min * MINUTE_US) for s in plan.profile.services),
        balk_ppm=tuple(round(share * MILLION) for share in balking.shares) if balking else (),
        over_milli=round(told.balks_over * 1000) if told else -1,
        least_milli=round(told.stays_at_least * 1000) if told else 0,
    )
