"""A virtual receipt printer: prints slips into pictures."""

from pathlib import Path
from typing import Annotated

import typer

STATES = "ok, near_end, paper_out, cover_open, error, silent"


def printer(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes any.")] = (
        9100
    ),
    out: Annotated[Path, typer.Option(help="Folder for the pictures of the slips.")] = Path(
        "slips"
    ),
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    state: Annotated[str, typer.Option(help=f"Pretend to be: {STATES}.")] = "ok",
    width: Annotated[int, typer.Option(min=8, max=4096, help="Width of the paper in dots.")] = 576,
    count: Annotated[int, typer.Option(min=0, help="Stop after so many slips; 0 never.")] = 0,
) -> None:
    """Run a virtual receipt printer: each slip becomes a PNG, its QR code is read back."""
    from kiosk.printing.virtual.console import run
    from kiosk.printing.virtual.state import NAMED_STATES
    from shared.domain.errors import LobbyError
    from shared.i18n import error_sentence

    if state not in NAMED_STATES:
        raise typer.BadParameter(f"“{state}” is none of: {STATES}", param_hint="--state")
    try:
        run(host, port, out, NAMED_STATES[state], width, count, typer.echo)
    except LobbyError as error:
        typer.echo(error_sentence(error), err=True)
        raise typer.Exit(1) from None
