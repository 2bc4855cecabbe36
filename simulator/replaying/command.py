"""The command `lobby sim replay`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shared.reports.writing import keep_json

if TYPE_CHECKING:
    from simulator.model.shift import Shift
    from simulator.replaying.recorded_day import RecordedDay


def replay(
    log: Annotated[Path, typer.Option(help="Event log (CSV, as from lobby db export).")],
    profile: Annotated[
        list[str] | None,
        typer.Option(
            help="The branch's profile: a file, or neighbourhood, city. Once for each that held. "
            "Default: neighbourhood."
        ),
    ] = None,
    which: Annotated[
        str | None,
        typer.Option("--day", help="Date such as 2026-11-22. Default: the log's last day."),
    ] = None,
    preset: Annotated[
        str | None, typer.Option(help="Live it again under this preset.", show_default=False)
    ] = None,
    overload: Annotated[
        str | None, typer.Option(help="Or under this overload rule.", show_default=False)
    ] = None,
    otherwise: Annotated[
        str | None,
        typer.Option(help="Or under this whole profile (TOML or JSON).", show_default=False),
    ] = None,
    staffing: Annotated[
        str | None,
        typer.Option(help="Or with the staffing of this scenario.", show_default=False),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Of how long others would have stayed.")] = 1,
    json_file: Annotated[
        str | None, typer.Option("--json", help="Write the figures as JSON; - for stdout.")
    ] = None,
) -> None:
    """Prove every call of a recorded day; live it again under another policy or staffing."""
    from rich.console import Console

    from shared.config.fingerprint import profile_hash
    from shared.config.load import load_profile
    from shared.reports.event_log import load_log
    from simulator.model.other_policy import other_policy
    from simulator.replaying.recorded_day import recorded_day
    from simulator.replaying.replay import CallsDiffer, replay_json
    from simulator.replaying.replay import replay as live_again
    from simulator.replaying.table import print_replay

    profiles = [load_profile(name) for name in profile or ["neighbourhood"]]
    library = {profile_hash(each): each for each in profiles}
    day = recorded_day(load_log(log), profiles[0], library, log.name, which)
    other = other_policy(day.profile, preset, overload) if preset or overload else None
    if otherwise is not None:
        other = load_profile(otherwise)
    shifts = None if staffing is None else _shifts(staffing, day)
    found = live_again(day, other, shifts, seed)
    keep_json(json.dumps(replay_json(found), ensure_ascii=False, indent=2), json_file)
    if json_file != "-":
        print_replay(Console(), found)
    if not found.proof.is_reproduced:
        raise CallsDiffer(log.name, len(found.proof.wrong), found.proof.wrong[0])


def _shifts(scenario: str, day: "RecordedDay") -> "tuple[Shift, ...]":
    """The shifts of a scenario of the same counters.

    Raises:
        LogForeign: it has a counter that the day's profile does not have.
    """
    from shared.reports.day import LogForeign
    from simulator.model.plan import load_plan

    shifts = load_plan(scenario).shifts
    known = {counter.id for counter in day.profile.counters}
    for shift in shifts:
        if shift.counter not in known:
            raise LogForeign(scenario, shift.counter, day.profile.branch.id)
    return shifts
