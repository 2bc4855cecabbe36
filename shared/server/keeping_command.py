"""Back the database up, and put a backup in its place."""

import re
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from shared.config.settings import ServerSettings
    from shared.protocol.shipping import Lines
    from shared.store.bring_back import LineSource
    from shared.store.restore import Restored

DatabaseOption = Annotated[
    Path | None, typer.Option(help="SQLite file; default: in the state folder.")
]
NUMBER = re.compile(r"([A-Za-z]{1,3})(\d{1,6})")


def backup(
    file: Annotated[Path, typer.Argument(help="The backup; an older one is replaced.")],
    database: DatabaseOption = None,
) -> None:
    """Copy the database to a file, also while the server runs; says where each log stands."""
    from shared.config.settings import read_settings
    from shared.store.backup import back_up

    for found in back_up(read_settings(database=database).sqlite_file, file):
        place = f"event {found.sequence}, hash {found.hash or 'none'}"
        typer.echo(f"{found.branch}: {place}, in {file}")


def restore(
    file: Annotated[Path, typer.Argument(help="A backup made by lobby db backup.")],
    after_number: Annotated[
        list[str] | None,
        typer.Option(help="Highest number known to be given today, such as A057; repeat."),
    ] = None,
    gap: Annotated[
        int, typer.Option(min=0, max=5000, help="Numbers passed over after it, in each series.")
    ] = 200,
    heads: Annotated[
        Path | None, typer.Option(help="Heads written off the machine [LOBBY_HEADS].")
    ] = None,
    office: Annotated[
        str | None,
        typer.Option(
            help="Head office's address: bring back what it has since [LOBBY_OFFICE_KEY]."
        ),
    ] = None,
    lines: Annotated[
        Path | None, typer.Option(help="The same out of a file of lobby head-office lines.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Also when newer events are lost, or faults were found.")
    ] = False,
    database: DatabaseOption = None,
) -> None:
    """Put a backup in the database's place; the server must not run. The old file is kept."""
    from shared.config.settings import read_settings
    from shared.server.clock import RealClock
    from shared.store.backup import standings_of_file
    from shared.store.head import read_heads
    from shared.store.restore import Wish
    from shared.store.restore import restore as put_back
    from shared.store.seal import ready_seal_keys

    settings = read_settings(database=database, heads=heads)
    known = settings.heads
    told = tuple(read_heads(known)) if known is not None and known.exists() else ()
    source = _source(settings, office, lines)
    wish = Wish(force, gap, told, _numbers(after_number or []), source)
    ends = {each.branch: each.sequence for each in standings_of_file(file)}
    place = settings.sqlite_file
    seals = settings.seal_file
    assert seals is not None  # beside the file
    keys = ready_seal_keys(seals, ends)
    found, kept = put_back(file, place, wish, RealClock().now_us(), keys.present)
    for each in found:
        _tell(each)
    if settings.office and source is None:
        typer.echo("Head office may know of newer events: see --office.", err=True)
    if kept is not None:
        typer.echo(f"What was there before is kept as {kept}.")
    typer.echo(
        "Everybody is signed out. Devices and PINs are as they were at the backup: revoke and "
        "change once more what was revoked or changed since (lobby device list, lobby staff list)."
    )


def _source(
    settings: "ServerSettings", office: str | None, file: Path | None
) -> "LineSource | None":
    """Where the events since the backup come from; None: from nowhere."""
    from shared.config.settings import read_settings
    from shared.server.shipping.line import Line, Target
    from shared.store.bring_back import source_in_file

    if file is not None:
        return source_in_file(file)
    if office is None:
        return None
    address = read_settings(office=office).office
    target = Target("office", address, settings.office_key, settings.office_ca)

    def source(branch: str, after: int) -> "Lines":
        with closing(Line(target, branch)) as line:
            return line.lines(after)

    return source


def _tell(restored: "Restored") -> None:
    """What became of one branch."""
    branch = restored.branch
    typer.echo(f"{branch}: restored up to event {restored.held}; the log is at {restored.last} now")
    if restored.brought:
        typer.echo(f"{branch}: {restored.brought} events came back that the backup does not hold")
    if restored.known > restored.held:
        lost = restored.known - restored.held
        typer.echo(f"{branch}: events known to be lost: {lost}", err=True)
    if restored.numbers:
        series = ", ".join(f"{s}{n + 1:03d}" for s, n in sorted(restored.numbers.items()))
        typer.echo(f"{branch}: on {restored.day} the next numbers are {series}")


def _numbers(texts: list[str]) -> dict[str, int]:
    """The highest number by series out of numbers as they stand on slips."""
    highest: dict[str, int] = {}
    for text in texts:
        found = NUMBER.fullmatch(text.strip())
        if found is None:
            raise typer.BadParameter(f"{text} is no number such as A057", param_hint="AFTER-NUMBER")
        series = found[1].upper()
        highest[series] = max(int(found[2]), highest.get(series, 0))
    return highest
