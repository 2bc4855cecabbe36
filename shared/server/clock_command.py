"""Look at a running server's clock, and accept a step of the machine's clock."""

from datetime import datetime
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
ServerOption = Annotated[
    str, typer.Option("--server", envvar="LOBBY_SERVER", help="Address of the branch server.")
]
KeyOption = Annotated[
    str, typer.Option("--key", envvar="LOBBY_KEY", help="Key of an admin device.")
]
CaOption = Annotated[
    str, typer.Option("--ca", envvar="LOBBY_CA", help="PEM file of your bank's CA.")
]
SERVER = "http://127.0.0.1:8100"


@app.command()
def show(server: ServerOption = SERVER, key: KeyOption = "", ca: CaOption = "") -> None:
    """Say what time it is for the branch, and whether the machine's clock is believed."""
    from shared.server.asking import ask

    _say(*_read(ask("GET", f"{server.rstrip('/')}/api/v1/clock", key, ca)))


@app.command()
def accept(server: ServerOption = SERVER, key: KeyOption = "", ca: CaOption = "") -> None:
    """Go by the machine's clock from now on. Look at it first: tickets get their times from it."""
    from shared.server.asking import ask

    _say(*_read(ask("POST", f"{server.rstrip('/')}/api/v1/clock/accept", key, ca)))


def _read(answer: bytes) -> tuple[datetime, int]:
    from shared.protocol.clock import ClockState

    state = ClockState.model_validate_json(answer)
    return state.now, state.held_s


def _say(now: datetime, held_s: int) -> None:
    typer.echo(f"The branch goes by {now.astimezone():%Y-%m-%d %H:%M:%S}.")
    if held_s:
        which = "ahead of" if held_s > 0 else "behind"
        told = f"The machine's clock is {abs(held_s)} s {which} that, and is not believed."
        typer.echo(f"{told} If it is right: lobby clock accept")
