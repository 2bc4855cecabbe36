"""Call, serve and close at one counter, by keyboard."""

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


def teller(
    counter: Annotated[str, typer.Option("--counter", help="Counter to offer at sign-in.")] = "",
    server: ServerOption = SERVER,
    branch: BranchOption = "",
    key: KeyOption = "",
    ca: CaOption = "",
    enrol: EnrolOption = "",
    language: LanguageOption = "zh",
    scheme: Annotated[
        Literal["light", "dark"], typer.Option("--scheme", help="Colours of the window.")
    ] = "light",
    keys: Annotated[
        str, typer.Option("--keys", help="Keyboard profile: own keys, a call pad (TOML).")
    ] = "",
    windowed: WindowedOption = False,
    geometry: GeometryOption = "",
) -> None:
    """Call, serve and close at one counter, by keyboard."""
    from counter.teller.program import create

    options = window_options(
        "teller",
        language,
        windowed=windowed,
        geometry=geometry,
        scheme=scheme,
        counter=counter,
        keys=keys,
    )
    connection = connect("teller", server, branch, key, ca=ca, code=enrol)
    run_program(create, connection, options, is_desk=True)
