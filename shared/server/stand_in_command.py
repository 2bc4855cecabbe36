"""Stand in for a branch server: a copy of today, and the hall while it is away."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from shared.server.command import START_FORMATS
from shared.server.database_option import DatabaseOption

STAND_IN_PORT = 8101


def stand_in(
    host: Annotated[str | None, typer.Option(help="Address to listen on [127.0.0.1].")] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port.")] = STAND_IN_PORT,
    database: DatabaseOption = None,
    profile: Annotated[
        str | None, typer.Option(help="The branch's profile; the branch server sends its own.")
    ] = None,
    tls_cert: Annotated[Path | None, typer.Option(help="Certificate chain (PEM).")] = None,
    tls_key: Annotated[Path | None, typer.Option(help="Its private key (PEM).")] = None,
    insecure_lan: Annotated[
        bool, typer.Option("--insecure-lan", help="Allow plain HTTP beyond this machine.")
    ] = False,
    practice_start: Annotated[
        datetime | None,
        typer.Option(formats=START_FORMATS, help="Practice: begin at this local time."),
    ] = None,
    practice_rate: Annotated[
        float | None, typer.Option(min=0.1, max=3600, help="Practice: times as fast as real time.")
    ] = None,
) -> None:
    """Stand in for a branch server, until Ctrl-C or SIGTERM.

    The branch server must name it (LOBBY_STAND_IN) and have a key here (LOBBY_STAND_IN_KEY, from:
    lobby device enrol --role branch). Its database is a copy of today and nobody's record; the
    default is stand-in.db.
    """
    from shared.server.collector import rest

    wake_collector = rest()
    from shared.config.load import load_profile
    from shared.config.settings import read_settings
    from shared.config.shelf import ProfileShelf
    from shared.server.command import clock_of, run_house

    is_practice = practice_start is not None or practice_rate is not None
    settings = read_settings(
        host=host,
        port=port,
        database=database,
        profile=profile,
        tls_cert=tls_cert,
        tls_key=tls_key,
        insecure_lan=insecure_lan or None,
    ).for_stand_in()
    profiles = ProfileShelf.of([load_profile(settings.profile)])
    clock = clock_of(settings, profiles, is_practice, practice_start, practice_rate)
    run_house(settings, profiles, clock, wake_collector, is_stand_in=True)
