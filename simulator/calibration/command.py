"""The command `lobby sim calibrate`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shared.reports.writing import keep_json, writing

if TYPE_CHECKING:
    from shared.config.profile import Profile
    from simulator.calibration.calibrate import Calibration
    from simulator.calibration.record import Records


def calibrate(
    log: Annotated[
        list[Path] | None,
        typer.Option(
            help="Event log (as from lobby db export), or a CSV of customers; several logs: again.",
            show_default=False,
        ),
    ] = None,
    counts: Annotated[
        Path | None,
        typer.Option(
            help="Without any log: transactions of the core system (day, half_hour, service, "
            "transactions).",
            show_default=False,
        ),
    ] = None,
    roster: Annotated[
        Path | None,
        typer.Option(help="With --counts: day, counter, opens, closes.", show_default=False),
    ] = None,
    study: Annotated[
        Path | None,
        typer.Option(
            help="With --counts: timed services (service, service_s, transactions).",
            show_default=False,
        ),
    ] = None,
    profile: Annotated[
        str, typer.Option(help="The branch's profile: a file, or neighbourhood, city.")
    ] = "neighbourhood",
    day_type: Annotated[
        str | None,
        typer.Option(help="Default: the type with most recorded days.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Write the scenario (TOML).", show_default=False)
    ] = None,
    for_branch: Annotated[
        Path | None,
        typer.Option(
            help="Write what lobby serve --demand looks ahead with (TOML).", show_default=False
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(help="Write a page with pictures (Chinese and English).", show_default=False),
    ] = None,
    json_file: Annotated[
        str | None, typer.Option("--json", help="Write the figures as JSON; - for stdout.")
    ] = None,
) -> None:
    """Make a scenario from what a branch recorded, and say how sure each figure is."""
    from shared.config.load import load_profile

    if (not log) == (counts is None):
        raise typer.BadParameter("give --log, or --counts with --study.")
    if counts is not None and study is None:
        raise typer.BadParameter("--counts needs --study: services timed with a watch.")
    if out is None and for_branch is None and html is None and json_file is None:
        raise typer.BadParameter(
            "say where to write: --out FILE.toml, --for-branch FILE.toml, --html FILE, --json FILE."
        )
    held = load_profile(profile)
    found = _calibrated(log or [], counts, roster, study, held, day_type)
    _write(found, held, profile, out, html)
    if for_branch is not None:
        from simulator.calibration.branch_demand import branch_text

        with writing(for_branch):
            for_branch.write_text(branch_text(found, held), encoding="utf-8")
    if json_file is not None:
        from simulator.calibration.result import calibration_json

        keep_json(json.dumps(calibration_json(found), ensure_ascii=False, indent=2), json_file)
    if json_file != "-":
        _tell(found, out)


def _calibrated(
    log: list[Path],
    counts: Path | None,
    roster: Path | None,
    study: Path | None,
    profile: "Profile",
    day_type: str | None,
) -> "Calibration":
    from simulator.calibration.calibrate import calibrate as estimate
    from simulator.calibration.without_log import without_log

    if counts is not None and study is not None:
        return without_log(counts, roster, study, profile, day_type)
    return estimate(_records(log, profile), profile, day_type)


def _records(paths: list[Path], profile: "Profile") -> "Records":
    from simulator.calibration.read_csv import read_customers
    from simulator.calibration.read_log import is_event_log, read_logs

    if is_event_log(paths[0]):
        return read_logs(paths)
    if len(paths) > 1:
        raise typer.BadParameter("a CSV of customers is one file; several are for event logs.")
    services = [service.id for service in profile.services]
    return read_customers(paths[0], services, [segment.id for segment in profile.segments])


def _write(
    found: "Calibration", profile: "Profile", named: str, out: Path | None, html: Path | None
) -> None:
    if out is not None:
        from simulator.calibration.scenario_file import scenario_text

        with writing(out):
            out.write_text(scenario_text(found, profile, named, out), encoding="utf-8")
    if html is not None:
        from simulator.calibration.page import render_calibration

        with writing(html):
            html.write_text(render_calibration(found, profile), encoding="utf-8")


def _tell(found: "Calibration", out: Path | None) -> None:
    """What was read, what was dropped and why, and the figures."""
    from rich.console import Console

    from simulator.calibration.table import print_calibration

    print_calibration(Console(), found)
    if out is not None:
        print(out)
