"""What a study says of the hall: who turned round, machines, walking, seats, how full it was."""

from collections.abc import Callable
from dataclasses import dataclass

from simulator.experiment.analysis import clock, half_hours
from simulator.experiment.hall_day import HallDay
from simulator.experiment.interval import Interval, mean_interval, ratio_interval
from simulator.experiment.replicate import Study

#: The zone of those who queue for a kiosk or use one.
KIOSKS = "kiosks"


@dataclass(frozen=True, slots=True)
class MachineFigures:
    """Of all who took a ticket: offered a machine; of these: took it; of these: in vain.

    ``busy_min_a_day`` is time at machines, all together.
    """

    share_offered: Interval
    share_taken: Interval
    share_in_vain: Interval
    busy_min_a_day: Interval


@dataclass(frozen=True, slots=True)
class WayFigures:
    """On foot from the door to the counter, of those called; who found no seat, of all people.

    ``most`` is the most people at once in each zone and half-hour, the mean over days; ``seats``
    are those of the waiting zones.
    """

    walked_m: Interval
    walked_s: Interval
    share_standing: Interval
    most: dict[str, dict[str, Interval]]
    seats: dict[str, int]


@dataclass(frozen=True, slots=True)
class HallFigures:
    """What the scenario says something of; the rest is None."""

    share_balked: Interval | None
    machines: MachineFigures | None
    ways: WayFigures | None


def hall_figures(study: Study) -> HallFigures:
    """The hall over all days."""
    scenario = study.plan.scenario
    days = [day.hall for day in study.days if day.hall is not None]
    balks = scenario.balking is not None or scenario.announcement is not None
    return HallFigures(
        _ratio(days, lambda d: d.balked, lambda d: d.customers) if balks else None,
        _machines(days) if scenario.self_service else None,
        _ways(study, days) if scenario.layout is not None else None,
    )


Figure = Callable[[HallDay], float]


def _ratio(days: list[HallDay], part: Figure, whole: Figure) -> Interval:
    return ratio_interval([float(part(d)) for d in days], [float(whole(d)) for d in days])


def _machines(days: list[HallDay]) -> MachineFigures:
    return MachineFigures(
        _ratio(days, lambda d: d.offered, lambda d: d.customers),
        _ratio(days, lambda d: d.diverted, lambda d: d.offered),
        _ratio(days, lambda d: d.in_vain, lambda d: d.diverted),
        mean_interval([d.machine_s / 60 for d in days]),
    )


def _ways(study: Study, days: list[HallDay]) -> WayFigures:
    layout = study.plan.scenario.layout
    assert layout is not None
    waiting = [zone.zone for zone in layout.zones]
    first, last = half_hours(study)
    seats = {zone.id: zone.seats for zone in study.plan.profile.zones}
    return WayFigures(
        _ratio(days, lambda d: d.walked_m, lambda d: d.called),
        _ratio(days, lambda d: d.walked_s, lambda d: d.called),
        _ratio(days, lambda d: d.stood, lambda d: d.seated),
        {
            zone: {
                clock(i): mean_interval([float(d.zone_most[place, i]) for d in days])
                for i in range(first, last)
            }
            for place, zone in enumerate([KIOSKS, *waiting])
        },
        {zone: seats[zone] for zone in waiting},
    )
