"""What a calibration has learned, as the file that the branch's own server looks ahead with."""

from collections.abc import Iterator

from shared.config.demand_tables import (
    BookedTable,
    ClassShare,
    ClassTime,
    DemandFile,
    DutyTable,
    PauseTable,
)
from shared.config.profile import Profile
from shared.config.rules import clock_us, to_rules
from shared.config.toml_text import toml_text
from simulator.calibration.calibrate import Calibration, clock_text
from simulator.calibration.roster import Duty
from simulator.calibration.scenario_file import FIVE_MINUTES_S
from simulator.model.scenario_day import hours_on


def branch_demand(found: Calibration, profile: Profile) -> DemandFile:
    """The demand of the calibrated day type; the usual roster is that of the recorded days."""
    days = found.arrivals.days
    return DemandFile(
        branch=profile.branch.id,
        source=f"{found.records.source}: {days[0]} to {days[-1]}"[:400],
        day_type=found.arrivals.day_type,
        days_observed=len(days),
        half_hours_per_hour=tuple(max(0.0, rate.value) for rate in found.arrivals.per_hour),
        day_factor_cv=found.arrivals.day_factor_cv,
        mix=tuple(
            ClassShare(service=service, segment=segment, share=count)
            for (service, segment), count in found.mix.items()
        ),
        service_times=tuple(
            ClassTime(service=service, segment=segment or None, time=fitted.distribution)
            for (service, segment), fitted in found.services.items()
        ),
        patience=tuple(
            ClassTime(service=service or None, segment=segment or None, time=group.distribution)
            for (service, segment), group in found.patience.items()
        ),
        appointments=tuple(
            BookedTable(
                service=service or None,
                segment=segment or None,
                lateness_mean_min=max(-120.0, min(120.0, each.lateness_mean_min.value)),
                lateness_sd_min=min(120.0, each.lateness_sd_min.value),
                no_show_share=each.no_show.value,
            )
            for (service, segment), each in found.appointments.items()
        ),
        staffing=tuple(_duties(found, profile)),
    )


def branch_text(found: Calibration, profile: Profile) -> str:
    """The file."""
    told = (
        "What this branch has learned of its demand, for: lobby serve --demand FILE\n"
        "Made by lobby sim calibrate --for-branch; make it again every few weeks."
    )
    return toml_text(branch_demand(found, profile), told)


def _duties(found: Calibration, profile: Profile) -> Iterator[DutyTable]:
    hours = hours_on(profile, to_rules(profile), found.arrivals.days[-1])
    opens_s, last_s = (clock_us(text) / 1e6 for text in (hours.opens, hours.last_ticket))
    known = {counter.id for counter in profile.counters}
    for duty in found.duties:
        if duty.counter in known and duty.opens_s < last_s:
            yield _duty(duty, opens_s, last_s, found.desk_speeds.get(duty.counter, 1.0))


def _duty(duty: Duty, opens_s: float, last_s: float, speed: float) -> DutyTable:
    """A counter that is left after the last ticket stayed until everybody was served."""
    begins, ends = clock_text(max(duty.opens_s, opens_s)), clock_text(min(duty.closes_s, last_s))
    pauses = []
    if duty.pause is not None:
        away, back = (clock_text(seconds) for seconds in duty.pause)
        if begins < away < back < ends:
            pauses.append(PauseTable(begins=away, ends=back))
    return DutyTable(
        counter=duty.counter,
        opens=begins if duty.opens_s > opens_s + FIVE_MINUTES_S else None,
        closes=ends if duty.closes_s < last_s - FIVE_MINUTES_S else None,
        pauses=tuple(pauses),
        speed=min(4.0, max(0.25, round(speed, 3))),
    )
