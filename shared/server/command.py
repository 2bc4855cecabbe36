"""Serve a branch: kiosks, boards, tellers and phones talk to this program."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shared.server.database_option import DatabaseOption

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.config.settings import ServerSettings
    from shared.config.shelf import ProfileShelf
    from shared.server.house import House
    from shared.services.ports import Clock

#: So many branches are named when the server is ready, more are counted.
NAMED_MAX = 5
START_FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
Start = Annotated[
    datetime | None,
    typer.Option(formats=START_FORMATS, help="Practice: begin at this local time."),
]
Rate = Annotated[
    float | None, typer.Option(min=0.1, max=3600, help="Practice: times as fast as real time.")
]


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on [127.0.0.1].")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port [8100].")] = None,
    database: DatabaseOption = None,
    profile: Annotated[
        list[str] | None,
        typer.Option(help="Shipped profile or TOML file, for each branch; [neighbourhood]."),
    ] = None,
    profiles: Annotated[
        Path | None, typer.Option(help="Folder: serve each branch with a <branch>.toml there.")
    ] = None,
    demand: Annotated[
        Path | None,
        typer.Option(help="What lobby sim calibrate --for-branch learned: a file, or a folder."),
    ] = None,
    windows: Annotated[
        bool | None,
        typer.Option("--windows/--no-windows", help="Look ahead: when is who called? [yes]"),
    ] = None,
    public_url: Annotated[
        str | None, typer.Option(help="Address under which phones reach this server.")
    ] = None,
    seal_key: Annotated[
        Path | None, typer.Option(help="Keys of the log's seals; default: beside the database.")
    ] = None,
    heads: Annotated[
        Path | None, typer.Option(help="Write each day's head to this file, off the machine.")
    ] = None,
    directory: Annotated[
        Path | None, typer.Option(help="How the bank's directory signs staff in (TOML).")
    ] = None,
    tls_cert: Annotated[Path | None, typer.Option(help="Certificate chain (PEM).")] = None,
    tls_key: Annotated[Path | None, typer.Option(help="Its private key (PEM).")] = None,
    insecure_lan: Annotated[
        bool, typer.Option("--insecure-lan", help="Allow plain HTTP beyond this machine.")
    ] = False,
    practice_start: Start = None,
    practice_rate: Rate = None,
) -> None:
    """Serve a branch, or several, until Ctrl-C or SIGTERM.

    With a practice option the branch's clock starts where it is told and may run faster; practice
    days live in a database of their own (default practice.db). Every option can also be set in
    the environment, such as LOBBY_PORT.
    """
    from shared.server.collector import rest

    wake_collector = rest()
    from shared.config.settings import read_settings

    is_practice = practice_start is not None or practice_rate is not None
    settings = read_settings(
        host=host,
        port=port,
        database=database,
        profile=profile[0] if profile else None,
        profiles=profiles,
        demand=demand,
        windows=windows,
        public_url=public_url,
        seal_key=seal_key,
        heads=heads,
        directory=directory,
        tls_cert=tls_cert,
        tls_key=tls_key,
        insecure_lan=insecure_lan or None,
    )
    if is_practice:
        settings = settings.for_practice()
    shelf = _shelf(settings, profile or [])
    clock = clock_of(settings, shelf, is_practice, practice_start, practice_rate)
    run_house(settings, shelf, clock, wake_collector)


def _shelf(settings: "ServerSettings", named: list[str]) -> "ProfileShelf":
    """The profiles that were named, else those of the folder, else the one of the settings."""
    from shared.config.load import load_profile
    from shared.config.shelf import ProfileShelf

    if not named and settings.profiles is not None:
        return ProfileShelf.in_folder(settings.profiles)
    return ProfileShelf.of(map(load_profile, named or [settings.profile]))


def run_house(
    settings: "ServerSettings",
    profiles: "ProfileShelf",
    clock: "Clock",
    wake_collector: "Callable[[], None]",
    *,
    is_stand_in: bool = False,
) -> None:
    """Open the database, listen, serve; the socket is bound before anything is promised."""
    import logging

    from shared.config.demand_tables import load_demands
    from shared.server.forecasting.process import LookingProcess
    from shared.server.house import House
    from shared.server.ids import RandomIds
    from shared.server.run import BranchServer, address_of, listen
    from shared.server.tls import tls_files
    from shared.store.pin import ArgonPins

    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s")
    tls = tls_files(settings, datetime.now(UTC))
    learned = load_demands(settings.demand) if settings.demand is not None else {}
    house = House(
        settings,
        profiles,
        clock,
        RandomIds(),
        ArgonPins(),
        is_stand_in=is_stand_in,
        connect=LookingProcess if settings.windows and not is_stand_in else None,
        learned=learned,
    )
    with listen(settings.host, settings.port) as bound:
        if tls is None:
            _warn_of_plain(settings.host)
        house.open()
        has_devices = bool(house.devices.everything())
        url = address_of(bound, is_tls=tls is not None)

        def ready() -> None:
            wake_collector()
            _say_ready(house, url, has_devices=has_devices)

        BranchServer(house, ready, tls).run([bound])


def _warn_of_plain(host: str) -> None:
    from shared.server.tls import is_this_machine

    if not is_this_machine(host):
        told = f"Warning: plain HTTP at {host}: keys and PINs can be read in this network."
        typer.echo(told, err=True)


def _say_ready(house: "House", url: str, *, has_devices: bool) -> None:
    """Nothing that may fail: a server that answers must not end for it."""
    count = len(house.branches)
    served = ", ".join(house.branches) if count <= NAMED_MAX else f"{count} branches"
    does = "serves" if house.duty.publishes else "stands in for"
    print(f"Branch Lobby {does} {served} at {url} (database {house.settings.database})", flush=True)
    if not has_devices:
        typer.echo("No device is enrolled yet: lobby device invite --role kiosk", err=True)


def clock_of(
    settings: "ServerSettings",
    profiles: "ProfileShelf",
    is_practice: bool,
    start: datetime | None,
    rate: float | None,
) -> "Clock":
    """The machine's clock, or a practice clock that never starts before the log's end.

    Where there are several branches its start is local time of the first one.
    """
    from zoneinfo import ZoneInfo

    from shared.protocol.event import to_us
    from shared.server.clock import PracticeClock, RealClock
    from shared.store.engine import Database
    from shared.store.log import last_recorded_us
    from shared.store.migrate import migrate

    if not is_practice:
        return RealClock()
    zone = ZoneInfo(profiles[next(iter(profiles))].branch.time_zone)
    start_us = RealClock().now_us() if start is None else to_us(start.replace(tzinfo=zone))
    database = Database(settings.database)
    migrate(database)
    start_us = max(start_us, last_recorded_us(database))
    database.close()
    return PracticeClock(start_us, rate or 1.0)
