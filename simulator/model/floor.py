"""From a plan to the figures of its hall (``shared.rollout.floor``)."""

from shared.dispatch.layout import MINUTE_US
from shared.dispatch.walking import NOT_MEASURED
from shared.rollout.floor import Floor, Layout
from simulator.model import scenario_hall
from simulator.model.customer import MILLION
from simulator.model.first_fit import first_fit
from simulator.model.machine_ways import self_service
from simulator.model.plan import Plan


def to_floor(plan: Plan) -> Floor:
    """What people meet between door and counter in this plan."""
    told, balking = plan.scenario.announcement, plan.scenario.balking
    return Floor(
        usual_us=tuple(round(s.usual_min * MINUTE_US) for s in plan.profile.services),
        balk_ppm=tuple(round(share * MILLION) for share in balking.shares) if balking else (),
        over_milli=round(told.balks_over * 1000) if told else -1,
        least_milli=round(told.stays_at_least * 1000) if told else 0,
        machines=self_service(plan.rules) if plan.scenario.self_service else None,
        layout=_layout(plan, plan.scenario.layout) if plan.scenario.layout else None,
    )


def _layout(plan: Plan, table: scenario_hall.Layout) -> Layout:
    """The distances of a layout, every class in its zone."""
    names = [zone.zone for zone in table.zones]
    found = [
        first_fit(table.waits, service.id, segment.id)
        for service in plan.rules.services
        for segment in plan.rules.segments
    ]
    return Layout(
        entrance_mm=_mm(table.entrance_to_kiosk_m),
        to_seat_mm=tuple(_mm(zone.from_kiosk_m) for zone in table.zones),
        to_counter_mm=tuple(
            tuple(
                _mm(zone.to_counters_m.get(counter.id, zone.to_others_m))
                for counter in plan.rules.counters
            )
            for zone in table.zones
        ),
        zone_of=tuple(names.index(line.zone) if line else 0 for line in found),
    )


def _mm(metres: float | None) -> int:
    return NOT_MEASURED if metres is None else round(metres * 1000)
