"""Try a plan for a branch before doing it: staffing, rules, layout, in a window."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from shared.client.run import (
    CaOption,
    GeometryOption,
    LanguageOption,
    WindowedOption,
    connect,
    window_options,
)


def console(
    scenario: Annotated[
        str, typer.Option(help="Scenario file (TOML), or a shipped one such as city.")
    ] = "",
    log: Annotated[
        Path | None, typer.Option(help="Instead: an event log (CSV); its last day is opened.")
    ] = None,
    profile: Annotated[str, typer.Option(help="The branch of the log.")] = "neighbourhood",
    office: Annotated[
        str,
        typer.Option(envvar="LOBBY_OFFICE", help="Head office, to hand plans to: address."),
    ] = "",
    office_key: Annotated[
        str,
        typer.Option(
            envvar="LOBBY_PLANNER_KEY", help="Key of this console; default: the one kept."
        ),
    ] = "",
    office_enrol: Annotated[
        str,
        typer.Option(help="One-time code of `lobby device invite --role planner`; keeps the key."),
    ] = "",
    branch: Annotated[
        str, typer.Option(help="The branch at head office; default: the opened one.")
    ] = "",
    ca: CaOption = "",
    language: LanguageOption = "zh",
    scheme: Annotated[
        Literal["light", "dark"], typer.Option("--scheme", help="Colours of the window.")
    ] = "light",
    windowed: WindowedOption = False,
    geometry: GeometryOption = "",
) -> None:
    """Try a plan for a branch before doing it: staffing, rules, layout, in a window."""
    from simulator.console.running import run_console

    if log is not None and scenario:
        raise typer.BadParameter("open a scenario or a log, not both.")
    options = window_options(
        "console", language, windowed=windowed, geometry=geometry, scheme=scheme
    )
    if office_enrol and not office:
        raise typer.BadParameter("--office-enrol needs --office.")
    if office:
        there = connect("planner", office, branch, office_key, ca=ca, code=office_enrol)
        options |= {"office": office, "office_key": there.key, "branch": branch, "ca": ca}
    run_console({**options, "scenario": scenario, "log": str(log or ""), "profile": profile})
