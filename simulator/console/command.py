"""Try a plan for a branch before doing it: staffing, rules, layout, in a window."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from shared.client.run import GeometryOption, LanguageOption, WindowedOption, window_options


def console(
    scenario: Annotated[
        str, typer.Option(help="Scenario file (TOML), or a shipped one such as city.")
    ] = "",
    log: Annotated[
        Path | None, typer.Option(help="Instead: an event log (CSV); its last day is opened.")
    ] = None,
    profile: Annotated[str, typer.Option(help="The branch of the log.")] = "neighbourhood",
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
    run_console({**options, "scenario": scenario, "log": str(log or ""), "profile": profile})
