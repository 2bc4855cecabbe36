"""The keys of the log's seals, at the terminal."""

from pathlib import Path
from typing import Annotated

import typer

from shared.server.database_option import DatabaseOption


def rotate_seal_key(
    seal_key: Annotated[
        Path | None, typer.Option(help="Keys of the seals; default: beside the database.")
    ] = None,
    database: DatabaseOption = None,
) -> None:
    """Make a new key for the log's seals; the older ones stay, to verify what they sealed."""
    from shared.config.settings import SettingInvalid, read_settings
    from shared.store.seal import rotate_seal_keys

    file = read_settings(database=database, seal_key=seal_key).seal_file
    if file is None:
        reason = "on PostgreSQL the file of the keys has to be named"
        raise SettingInvalid("seal_key", reason, "LOBBY_SEAL_KEY")
    keys = rotate_seal_keys(file)
    typer.echo(f"{file} has key {keys.present.id} now, and {len(keys.keys) - 1} older.")
    typer.echo("It holds from the next start of the server on. Put a new copy into the safe.")
