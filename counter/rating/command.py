"""The rating pad of one counter: opens by itself when a visit ends."""

from typing import Annotated

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


def rating(
    counter: Annotated[str, typer.Option("--counter", help="The counter where the pad stands.")],
    server: ServerOption = SERVER,
    branch: BranchOption = "",
    key: KeyOption = "",
    ca: CaOption = "",
    enrol: EnrolOption = "",
    language: LanguageOption = "zh",
    windowed: WindowedOption = False,
    geometry: GeometryOption = "",
) -> None:
    """Open the rating pad of one counter."""
    from counter.rating.program import create

    options = window_options(
        "rating", language, windowed=windowed, geometry=geometry, counter=counter
    )
    connection = connect("rating", server, branch, key, ca=ca, code=enrol)
    run_program(create, connection, options)
