"""The scenario that a calibration gives, as the text of its TOML file."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from shared.config.load import SHIPPED
from shared.config.profile import Profile
from shared.config.rules import clock_us, to_rules
from shared.domain.calendar import ORDINARY
from simulator.calibration.calibrate import Calibration, clock_text
from simulator.calibration.roster import Duty
from simulator.model.distribution import Distribution
from simulator.model.scenario_day import hours_on
from simulator.model.scenario_staff import LONGEST_WALK_S

FIVE_MINUTES_S = 300.0


def scenario_text(found: Calibration, profile: Profile, named: str, at: Path) -> str:
    """The file as it would lie at ``at``; ``named`` is how the profile was named."""
    parts = [
        *_head(found, profile, named, at),
        *_demand(found),
        *_times(found),
        *_patience(found),
        *_appointments(found),
        *_walks(found, profile),
        *_staffing(found, profile),
        *_uncertainty(found),
    ]
    return "\n".join(parts) + "\n"


def _head(found: Calibration, profile: Profile, named: str, at: Path) -> Iterator[str]:
    days, kind = found.arrivals.days, found.arrivals.day_type
    yield f"# Calibrated from {found.records.source}: {len(days)} days, {days[0]} to {days[-1]}."
    for sentence in found.assumed:
        yield f"# Assumed: {sentence}"
    for reason, (count, _) in found.records.dropped.items():
        yield f"# {count} x {reason}"
    yield "schema_version = 1"
    name = {"zh": f"{profile.branch.name.zh}，校准", "en": f"{profile.branch.name.en}, calibrated"}
    yield f"name = {{ zh = {_quoted(name['zh'])}, en = {_quoted(name['en'])} }}"
    yield f"profile = {_quoted(_profile_from(named, at))}"
    if kind != ORDINARY:
        yield f"date = {_quoted(days[-1])}"
    yield "days = 100"


def _profile_from(named: str, at: Path) -> str:
    """A shipped name, or the profile's file as seen from the scenario's folder."""
    if named in SHIPPED:
        return named
    return Path(os.path.relpath(Path(named).resolve(), at.resolve().parent)).as_posix()


def _demand(found: Calibration) -> Iterator[str]:
    rates = ", ".join(_figure(rate.value) for rate in found.arrivals.per_hour)
    yield "\n[demand]"
    yield f"half_hours_per_hour = [{rates}]"
    yield f"day_factor_cv = {_figure(found.arrivals.day_factor_cv)}"
    yield "mix = ["
    for (service, segment), count in found.mix.items():
        pair = f"service = {_quoted(service)}, segment = {_quoted(segment)}"
        yield f"    {{ {pair}, share = {count} }},"
    yield "]"
    yield "\n# Arrivals are tickets: the time at the kiosk lies before them."
    yield "[kiosk]\ncount = 0"


def _times(found: Calibration) -> Iterator[str]:
    for (service, segment), fitted in found.services.items():
        yield "\n[[service_times]]"
        yield from _class(service, segment)
        yield f"time = {_distribution(fitted.distribution)}"


def _patience(found: Calibration) -> Iterator[str]:
    for (service, segment), group in found.patience.items():
        yield "\n[[patience]]"
        yield from _class(service, segment)
        yield f"time = {_distribution(group.distribution)}"


def _appointments(found: Calibration) -> Iterator[str]:
    for (service, segment), each in found.appointments.items():
        yield "\n[[appointments]]"
        yield from _class(service, segment)
        mean, sd = each.lateness_mean_min.value, each.lateness_sd_min.value
        yield f"filled = {_figure(each.filled.value)}"
        yield f"lateness_mean_min = {_figure(max(-120.0, min(120.0, mean)))}"
        yield f"lateness_sd_min = {_figure(min(120.0, sd))}"
        yield f"no_show_share = {_figure(each.no_show.value)}"


def _class(service: str, segment: str) -> Iterator[str]:
    """The class that a line is for; what is not named is every one."""
    if service:
        yield f"service = {_quoted(service)}"
    if segment:
        yield f"segment = {_quoted(segment)}"


def _walks(found: Calibration, profile: Profile) -> Iterator[str]:
    known = {counter.id for counter in profile.counters}
    for counter, walk_s in found.desk_walks_s.items():
        if counter in known and walk_s.value <= LONGEST_WALK_S:
            yield f"\n[[walks]]\ncounter = {_quoted(counter)}\nwalk_s = {_figure(walk_s.value)}"


def _staffing(found: Calibration, profile: Profile) -> Iterator[str]:
    rules = to_rules(profile)
    hours = hours_on(profile, rules, found.arrivals.days[-1])
    # A counter that is left after the last ticket stayed until everybody was served.
    opens_s, closes_s = (clock_us(text) / 1e6 for text in (hours.opens, hours.last_ticket))
    reasons = [reason.id for reason in profile.pause_reasons]
    known = {counter.id for counter in profile.counters}
    for duty in found.duties:
        if duty.counter in known and duty.opens_s < closes_s:
            yield from _duty(duty, opens_s, closes_s, reasons)
            if (speed := _figure(round(found.desk_speeds.get(duty.counter, 1.0), 3))) != "1":
                yield f"speed = {speed}"


def _duty(duty: Duty, opens_s: float, closes_s: float, reasons: Sequence[str]) -> Iterator[str]:
    begins, ends = max(duty.opens_s, opens_s), min(duty.closes_s, closes_s)
    yield f"\n[[staffing]]\ncounter = {_quoted(duty.counter)}"
    if begins > opens_s + FIVE_MINUTES_S:
        yield f'opens = "{clock_text(begins)}"'
    if ends < closes_s - FIVE_MINUTES_S:
        yield f'closes = "{clock_text(ends)}"'
    if duty.pause is not None and reasons:
        away, back = (clock_text(seconds) for seconds in duty.pause)
        reason = "lunch" if "lunch" in reasons else reasons[0]
        if clock_text(begins) < away < back < clock_text(ends):
            pause = f'begins = "{away}", ends = "{back}", reason = {_quoted(reason)}'
            yield f"pauses = [{{ {pause} }}]"


def _uncertainty(found: Calibration) -> Iterator[str]:
    yield "\n[uncertainty]"
    yield f"arrivals_0_1 = {_figure(min(1.0, found.arrivals.error_0_1))}"
    yield f"service_times_0_1 = {_figure(min(1.0, found.service_error_0_1))}"
    if found.patience:
        yield f"patience_0_1 = {_figure(min(1.0, found.patience_error_0_1))}"
    yield f"days_observed = {len(found.arrivals.days)}"


def _distribution(distribution: Distribution) -> str:
    fields = distribution.model_dump()
    parts = (f"{k} = {_quoted(v) if isinstance(v, str) else _figure(v)}" for k, v in fields.items())
    return f"{{ {', '.join(parts)} }}"


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are among TOML's."""
    return json.dumps(text, ensure_ascii=False)


def _figure(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.6g}"
