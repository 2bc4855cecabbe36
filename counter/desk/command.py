"""Answer customers, look up tickets: the pages of staff away from the counters."""

from typing import Annotated, Literal

import typer

from shared.client.run import (
    SERVER,
    BranchOption,
    CaOption,
    EnrolOption,
    GeometryOption,
    KeyOption,
    LanguageOption,
    ServerOption,
    WindowedOption,
    connect,
    run_program,
    window_options,
)


def desk(
    server: ServerOption = SERVER,
    branch: BranchOption = "",
    key: KeyOption = "",
    ca: CaOption = "",
    enrol: EnrolOption = "",
    language: LanguageOption = "zh",
    scheme: Annotated[
        Literal["light", "dark"], typer.Option("--scheme", help="Colours of the window.")
    ] = "light",
    windowed: WindowedOption = False,
    geometry: GeometryOption = "",
) -> None:
    """Answer customers, look up tickets: the pages of staff away from the counters."""
    from counter.desk.program import create

    options = window_options("desk", language, windowed=windowed, geometry=geometry, scheme=scheme)
    connection = connect("desk", server, branch, key, ca=ca, code=enrol)
    run_program(create, connection, options, is_desk=True)
