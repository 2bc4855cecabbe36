"""The option of all commands that use the database."""

from typing import Annotated

import typer

DatabaseOption = Annotated[
    str | None,
    typer.Option(
        help="SQLite file, or postgresql://user@server/name; default: in the state folder."
    ),
]
