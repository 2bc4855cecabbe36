"""Make a machine an appliance: alone on the screen, watched and restarted."""

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shared.cli.unit_files import ROLES, Machine, commands_after, unit_files
from shared.domain.errors import InputInvalid

if TYPE_CHECKING:
    from shared.cli.unit_files import UnitFile

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
Role = StrEnum("Role", {name: name for name in ROLES})  # type: ignore[misc] # names from a tuple
PLAIN = re.compile(r"[A-Za-z0-9_./-]+( [A-Za-z0-9_./-]+)*")
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


class FileInTheWay(InputInvalid):
    """A unit file that somebody has changed would be written over."""

    code = "file_in_the_way"
    sentence = "%1 is there already and says something else. Look at it, then give --force."


WhatOption = Annotated[Role, typer.Option("--for", help="What the machine is.")]
UserOption = Annotated[str, typer.Option(help="Who runs it; the account must exist.")]
ProgramOption = Annotated[str, typer.Option(help="Where the command lobby is installed.")]
CageOption = Annotated[str, typer.Option(help="Where the compositor is that shows one window.")]
GroupsOption = Annotated[
    str, typer.Option(help="Groups that may use screen, touch panel and graphics.")
]
RestartOption = Annotated[str, typer.Option(help="Local time of the fresh start at night.")]
DEFAULT = Machine()


@app.command()
def show(
    what: WhatOption,
    user: UserOption = DEFAULT.user,
    program: ProgramOption = DEFAULT.program,
    cage: CageOption = DEFAULT.cage,
    groups: GroupsOption = DEFAULT.groups,
    restart_at: RestartOption = DEFAULT.restart_at,
) -> None:
    """Print the files, each below its path."""
    for each in unit_files(what.value, _machine(user, program, cage, groups, restart_at)):
        typer.echo(f"# {each.path}\n{each.text}")


@app.command()
def install(
    what: WhatOption,
    user: UserOption = DEFAULT.user,
    program: ProgramOption = DEFAULT.program,
    cage: CageOption = DEFAULT.cage,
    groups: GroupsOption = DEFAULT.groups,
    restart_at: RestartOption = DEFAULT.restart_at,
    root: Annotated[Path, typer.Option(help="Write below this folder, as for an image.")] = Path(
        "/"
    ),
    force: Annotated[
        bool, typer.Option("--force", help="Write over units that were changed.")
    ] = False,
) -> None:
    """Write the files; settings that are there already stay. Starts nothing by itself."""
    files = unit_files(what.value, _machine(user, program, cage, groups, restart_at))
    for each in files:
        _refuse_to_spoil(each, root, force=force)
    for each in files:
        typer.echo(_write(each, root))
    typer.echo("Now:")
    for command in commands_after(what.value):
        typer.echo(f"  {command}")


def _machine(user: str, program: str, cage: str, groups: str, restart_at: str) -> Machine:
    """What was said, if it can stand in a unit.

    Raises:
        typer.BadParameter: signs that mean something there, or no time of day.
    """
    for option, value in (("user", user), ("program", program), ("cage", cage), ("groups", groups)):
        if not PLAIN.fullmatch(value):
            raise typer.BadParameter("letters, digits and . _ - / only", param_hint=f"--{option}")
    if not TIME.fullmatch(restart_at):
        raise typer.BadParameter("write it like 03:30", param_hint="--restart-at")
    return Machine(user, program, cage, groups, restart_at)


def _refuse_to_spoil(file: "UnitFile", root: Path, *, force: bool) -> None:
    """FileInTheWay for a unit that says something else, unless that is wanted."""
    path = file.under(root)
    is_changed = path.exists() and path.read_text(encoding="utf-8") != file.text
    if is_changed and not file.is_settings and not force:
        raise FileInTheWay(path)


def _write(file: "UnitFile", root: Path) -> str:
    """Put the file in its place; what was done, in words."""
    from shared.reports.writing import writing

    path = file.under(root)
    if file.is_settings and path.exists():
        return f"kept    {path}"
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=file.mode)
        path.write_text(file.text, encoding="utf-8")
    return f"written {path}"
