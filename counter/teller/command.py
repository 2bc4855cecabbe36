"""Call, serve and close at one counter, by keyboard."""

import os
from pathlib import Path
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
    card: Annotated[
        str, typer.Option("--card", help="Write the teller's card (PDF, one page) here, and end.")
    ] = "",
    windowed: WindowedOption = False,
    geometry: GeometryOption = "",
) -> None:
    """Call, serve and close at one counter, by keyboard."""
    if card:
        _write_card(Path(card), language)
        return
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


def _write_card(path: Path, language: str) -> None:
    """No window, and so no display is needed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from counter.teller.card_page import write_card
    from shared.ui.app import widget_application

    widget_application(language)
    write_card(path, language)
    typer.echo(str(path))
