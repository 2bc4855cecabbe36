"""Destroy the personal keys of days long past, and hold that up where a court asks for it."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from shared.store.retention import Retention

DatabaseOption = Annotated[
    Path | None, typer.Option(help="SQLite file; default: in the state folder.")
]
BranchOption = Annotated[str | None, typer.Option(help="Branch; default: the only one.")]
DAY_FORMATS = ["%Y-%m-%d"]

holds = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Legal holds: spans of days of which nothing is destroyed.",
)


def retain(
    before: Annotated[datetime, typer.Option(formats=DAY_FORMATS, help="First day that is kept.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be destroyed.")
    ] = False,
    json_file: Annotated[
        str | None, typer.Option("--json", help="Write what was done as JSON; - for stdout.")
    ] = None,
    database: DatabaseOption = None,
) -> None:
    """Destroy the personal keys of earlier days; the log stays and verifies."""
    from shared.reports.writing import keep_json
    from shared.server.opening import open_database
    from shared.store.retention import retain as destroy
    from shared.store.retention import wipe

    opened = open_database(database, must_exist=True)
    found = destroy(opened, before.date(), _today(), is_dry=dry_run)
    done = {"at": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", "before": f"{before:%Y-%m-%d}"}
    keep_json(json.dumps({**done, "is_dry": dry_run, **asdict(found)}), json_file)
    if json_file != "-":
        _tell(found, is_dry=dry_run)
    if not dry_run and not wipe(opened):
        typer.echo(
            "The database was in use: run this once more, so that no bytes stay in its log.",
            err=True,
        )
    typer.echo("Backups from before still hold these keys: destroy them too.", err=True)


def _tell(found: "Retention", *, is_dry: bool) -> None:
    verb = "would be destroyed" if is_dry else "are destroyed"
    months = ", ".join(found.months) or "none"
    counted = f"{found.tokens} addresses of phone pages, {found.answers} kept answers"
    typer.echo(f"Keys of customers: {months}; {counted} {verb}.")
    if found.held or found.held_tokens:
        kept = f"keys of {', '.join(found.held) or 'no month'}, {found.held_tokens} addresses"
        typer.echo(f"Kept by legal holds: {kept}.")


@holds.command("add")
def add_hold(
    first: Annotated[datetime, typer.Option("--from", formats=DAY_FORMATS, help="First day.")],
    last: Annotated[datetime, typer.Option("--to", formats=DAY_FORMATS, help="Last day.")],
    reason: Annotated[str, typer.Option(help="Identifier of the case; no names.")],
    branch: BranchOption = None,
    database: DatabaseOption = None,
) -> None:
    """Place a hold over both days and all between them."""
    from shared.server.opening import choose_branch, open_database
    from shared.store.hold import place_hold

    opened = open_database(database, must_exist=True)
    chosen = choose_branch(opened, branch)
    hold = place_hold(opened, chosen, first.date(), last.date(), _case(reason), datetime.now(UTC))
    typer.echo(f"Hold {hold.id}: {chosen} from {hold.from_day} to {hold.to_day} ({reason}).")


@holds.command("list")
def list_holds(database: DatabaseOption = None) -> None:
    """List the holds, released ones too."""
    from shared.server.opening import open_database
    from shared.store.hold import all_holds

    for hold in all_holds(open_database(database, must_exist=True)):
        end = f"released {hold.released_at:%Y-%m-%d}" if hold.released_at else "lasts"
        days = f"{hold.from_day} to {hold.to_day}"
        typer.echo(f"{hold.id}  {hold.branch}  {days}  {hold.reason}  {end}")


@holds.command("release")
def release(
    hold: Annotated[str, typer.Argument(help="Identifier from the list.")],
    database: DatabaseOption = None,
) -> None:
    """End a hold; it stays in the list."""
    from shared.server.opening import open_database
    from shared.store.hold import release_hold

    release_hold(open_database(database, must_exist=True), hold, datetime.now(UTC))
    typer.echo(f"Hold {hold} is released.")


def _case(reason: str) -> str:
    from pydantic import TypeAdapter, ValidationError

    from shared.protocol.command import Identifier

    try:
        return TypeAdapter[str](Identifier).validate_python(reason)
    except ValidationError as error:
        hint = "letters, digits, point, dash and underscore only, at most 64"
        raise typer.BadParameter(hint, param_hint="--reason") from error


def _today() -> date:
    """The local date of this machine."""
    return datetime.now(UTC).astimezone().date()
