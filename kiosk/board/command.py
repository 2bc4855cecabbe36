"""The board in the hall: who is called, where to, and spoken aloud."""

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


def board(
    server: ServerOption = SERVER,
    branch: BranchOption = "",
    key: KeyOption = "",
    ca: CaOption = "",
    enrol: EnrolOption = "",
    language: LanguageOption = "zh",
    windowed: WindowedOption = False,
    geometry: GeometryOption = "",
    scheme: Annotated[str, typer.Option(help="Colours: dark or light.")] = "dark",
    audio: Annotated[
        str,
        typer.Option(help="auto, silent, or a WAV file to which every call is appended."),
    ] = "auto",
    clips: Annotated[
        str, typer.Option(help="Folder with your own recordings of the spoken call.")
    ] = "",
    counter: Annotated[
        str, typer.Option(help="Be the small display above this counter instead, such as 3.")
    ] = "",
    self_test: Annotated[
        bool,
        typer.Option(
            "--self-test", help="Measure every display on this branch's panels instead, and end."
        ),
    ] = False,
    check_voice: Annotated[
        bool,
        typer.Option("--check-voice", help="List the recordings this branch needs, and end."),
    ] = False,
    profile: Annotated[
        str,
        typer.Option(help="For both tests: a profile's file or name; default: the server's."),
    ] = "",
) -> None:
    """Open the board: the numbers that are called, shown and spoken."""
    if self_test:
        from kiosk.board.selftest_command import run_self_test

        run_self_test(connect("board", server, branch, key, ca=ca, code=enrol), profile)
        return
    if check_voice:
        from kiosk.board.voice.check_command import run_check

        run_check(connect("board", server, branch, key, ca=ca, code=enrol), profile, clips)
        return
    from kiosk.board.program import create

    if scheme not in ("dark", "light"):
        raise typer.BadParameter(f"“{scheme}” is neither dark nor light", param_hint="--scheme")
    options = window_options(
        "board",
        language,
        windowed=windowed,
        geometry=geometry,
        scheme=scheme,
        audio=audio,
        clips=clips,
        counter=counter,
    )
    connection = connect("board", server, branch, key, ca=ca, code=enrol)
    run_program(create, connection, options)
