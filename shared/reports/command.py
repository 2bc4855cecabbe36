"""Figures of a lived day: waiting, counters, ratings, and the standard's verdict."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shared.reports.writing import keep_json, writing

if TYPE_CHECKING:
    from shared.reports.day import DayReport

report = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)


@report.callback()
def _reports() -> None:
    """Keep ``day`` a word of its own while it is the only report."""


@report.command()
def day(
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
    out: Annotated[Path | None, typer.Option(help="HTML file to write.")] = None,
    json_file: Annotated[
        str | None, typer.Option("--json", help="Write the figures as JSON; - for stdout.")
    ] = None,
) -> None:
    """Make the report of one day as a page (Chinese and English) or as JSON."""
    from shared.config.fingerprint import profile_hash
    from shared.config.load import load_profile
    from shared.reports.day import day_report
    from shared.reports.event_log import load_log

    if out is None and json_file is None:
        raise typer.BadParameter("say where to write: --out FILE.html, or --json FILE or -.")
    given = [load_profile(name) for name in profile or ["neighbourhood"]]
    library = {profile_hash(each): each for each in given}
    found = day_report(load_log(log), given[0], which, log.name, library)
    if out is not None:
        _write_page(found, out, is_quiet=json_file == "-")
    if json_file is not None:
        _write_json(found, json_file)


def _write_page(found: "DayReport", out: Path, *, is_quiet: bool) -> None:
    from shared.reports.day_html import render_day

    page = render_day(found)
    with writing(out):
        out.write_text(page, encoding="utf-8")
    if not is_quiet:
        print(out)


def _write_json(found: "DayReport", json_file: str) -> None:
    from shared.reports.day_json import to_json

    keep_json(json.dumps(to_json(found), ensure_ascii=False, indent=2), json_file)
