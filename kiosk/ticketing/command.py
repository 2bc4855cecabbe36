"""Give tickets: the touchscreen for customers."""

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


def kiosk(
    server: ServerOption = SERVER,
    branch: BranchOption = "",
    key: KeyOption = "",
    ca: CaOption = "",
    enrol: EnrolOption = "",
    language: LanguageOption = "zh",
    windowed: WindowedOption = False,
    geometry: GeometryOption = "",
    device: Annotated[str, typer.Option(help="Name of this kiosk for the staff.")] = "kiosk",
    printer: Annotated[
        str,
        typer.Option(
            envvar="LOBBY_PRINTER",
            help="Printer, such as tcp://192.0.2.7:9100; without one, numbers are photographed.",
        ),
    ] = "",
    paper: Annotated[
        int, typer.Option(envvar="LOBBY_PAPER", help="Width of its paper in mm: 58 or 80.")
    ] = 80,
    speech: Annotated[
        str, typer.Option(help="Spoken pages: auto (where the machine has espeak-ng) or off.")
    ] = "auto",
    self_test: Annotated[
        bool,
        typer.Option(
            "--self-test", help="Measure every screen on this branch's panel instead, and end."
        ),
    ] = False,
    profile: Annotated[
        str,
        typer.Option(help="For the self-test: a profile's file or name; default: the server's."),
    ] = "",
    json_file: Annotated[
        str, typer.Option("--json", help="Write the self-test's figures as JSON; - for stdout.")
    ] = "",
) -> None:
    """Run the ticket kiosk until its window is closed, or measure its screens."""
    if self_test:
        from kiosk.ticketing.selftest.command import run_self_test

        run_self_test(connect("kiosk", server, branch, key, ca=ca, code=enrol), profile, json_file)
        return
    from kiosk.ticketing.program import create

    if paper not in (58, 80):
        raise typer.BadParameter("58 or 80", param_hint="--paper")
    options = window_options(
        device,
        language,
        windowed=windowed,
        geometry=geometry,
        printer=printer,
        paper_mm=str(paper),
        speech=speech,
    )
    connection = connect("kiosk", server, branch, key, ca=ca, code=enrol)
    run_program(create, connection, options)
