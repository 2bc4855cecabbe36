"""Look after the database: update it, verify its log, export log and profiles."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shared.server.database_option import DatabaseOption
from shared.server.keeping_command import backup, restore
from shared.server.retention_command import holds, retain
from shared.server.seal_command import rotate_seal_key

if TYPE_CHECKING:
    from shared.config.settings import ServerSettings
    from shared.store.engine import Database
    from shared.store.head import Head
    from shared.store.seal import SealKeys
    from shared.store.verification import Verification

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
app.command("backup")(backup)
app.command("restore")(restore)
app.command("retain")(retain)
app.command("rotate-seal-key")(rotate_seal_key)
app.add_typer(holds, name="hold")
BranchOption = Annotated[str | None, typer.Option(help="Branch; default: the only one.")]


@app.command("migrate")
def migrate_database(database: DatabaseOption = None) -> None:
    """Create the database, or bring an older one to the schema of this program."""
    from shared.config.settings import read_settings
    from shared.store.engine import Database
    from shared.store.migrate import HEAD, migrate

    opened = Database(read_settings(database=database).database)
    before = migrate(opened)
    what = "is up to date" if before == HEAD else f"was brought from {before or 'nothing'}"
    typer.echo(f"Database {opened.address} {what} (schema {HEAD}).")


@app.command()
def verify(
    database: DatabaseOption = None,
    day: Annotated[
        str | None, typer.Option(help="Business day such as 2026-11-20; default: the whole log.")
    ] = None,
    json_file: Annotated[
        str | None, typer.Option("--json", help="Write what was found as JSON; - for stdout.")
    ] = None,
    heads: Annotated[
        Path | None, typer.Option(help="Compare with the heads that were written to this file.")
    ] = None,
    seal_key: Annotated[
        Path | None, typer.Option(help="Keys of the seals; default: beside the database.")
    ] = None,
) -> None:
    """Check hashes, seals and states, work every call out again; exit code 1 on any fault."""
    from shared.config.settings import read_settings
    from shared.reports.writing import keep_json
    from shared.server.opening import open_database
    from shared.store.branch import branches
    from shared.store.head import read_heads
    from shared.store.verify import verify_branch

    opened = open_database(database, must_exist=True)
    keys = _seal_keys(read_settings(database=database, seal_key=seal_key))
    told = [] if heads is None else read_heads(heads)
    found = {branch: verify_branch(opened, branch, day) for branch in branches(opened)}
    for branch, result in found.items():
        _compare(opened, branch, result, keys, told)
    if json_file != "-":
        for branch, result in found.items():
            _tell(branch, result)
    as_json = {branch: result.to_json() for branch, result in found.items()}
    keep_json(json.dumps(as_json, ensure_ascii=False), json_file)
    if any(result.faults for result in found.values()):
        raise typer.Exit(1)


def _seal_keys(settings: "ServerSettings") -> "SealKeys | None":
    """The keys of the seals; None when nobody named a file and there is none."""
    from shared.store.seal import read_seal_keys

    file = settings.seal_file
    if file is None or (settings.seal_key is None and not file.exists()):
        return None
    return read_seal_keys(file)


def _compare(
    database: "Database",
    branch: str,
    result: "Verification",
    keys: "SealKeys | None",
    heads: "list[Head]",
) -> None:
    """The seals, where their keys are here, and the heads that were written off the machine."""
    from shared.store.check_seals import check_heads, check_seals, has_seals

    if keys is not None:
        check_seals(result, database, branch, keys)
    elif has_seals(database, branch):
        result.notes.append("the seals were not checked: their keys are not here")
    check_heads(result, database, branch, heads, keys)


def _tell(branch: str, result: "Verification") -> None:
    """Each fault and note as a line on stderr, then the figures."""
    for sentence in (*result.sentences, *result.notes):
        typer.echo(f"{branch}: {sentence}", err=True)
    typer.echo(
        f"{branch}: {result.events} events, {result.calls} calls worked out again, "
        f"{result.tickets} tickets, {len(result.faults)} faults, "
        f"{result.events_per_s:.0f} events/s, last hash {result.last_hash or 'none'}, "
        f"{result.seals} seals, {result.heads} heads compared"
    )


@app.command()
def export(
    out: Annotated[Path, typer.Option(help="CSV file to write.")],
    branch: BranchOption = None,
    database: DatabaseOption = None,
) -> None:
    """Write the event log as CSV (columns: lobby schema events)."""
    from shared.reports.event_log import save_log
    from shared.reports.writing import writing
    from shared.server.opening import choose_branch, open_database
    from shared.store.log import whole_log

    opened = open_database(database, must_exist=True)
    chosen = choose_branch(opened, branch)
    with writing(out) as path:
        count = save_log(path, (view.to_event() for view in whole_log(opened, chosen)))
    typer.echo(f"{count} events of {chosen} are in {out}.")


@app.command()
def profiles(
    out: Annotated[
        Path | None, typer.Option(help="Folder: write each there as JSON, named by fingerprint.")
    ] = None,
    branch: BranchOption = None,
    database: DatabaseOption = None,
) -> None:
    """List every profile that was published, oldest first: fingerprint, version, first time."""
    from shared.reports.writing import writing
    from shared.server.opening import choose_branch, open_database
    from shared.store.profile_version import list_versions

    opened = open_database(database, must_exist=True)
    for found in list_versions(opened, choose_branch(opened, branch)):
        typer.echo(f"{found.hash}  {found.version:<16}  {_since(found.published_us)}")
        if out is not None:
            with writing(out / f"{found.hash}.json") as path:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(f"{found.body}\n", encoding="utf-8")


def _since(published_us: int) -> str:
    from shared.protocol.event import to_datetime

    if not published_us:
        return "from the beginning"
    return to_datetime(published_us).isoformat(timespec="seconds")
