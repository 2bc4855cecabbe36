"""Add and list the people who work here, and give them PINs."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from shared.server.database_option import DatabaseOption
from shared.server.permission import StaffRole

if TYPE_CHECKING:
    from shared.store.staff import StaffTable

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
StaffNumber = Annotated[str, typer.Argument(help="Staff number, such as 1042.")]
Pin = Annotated[
    str,
    typer.Option(
        prompt="PIN (4 to 12 digits)",
        hide_input=True,
        confirmation_prompt=True,
        help="4 to 12 digits; asked for when not given.",
    ),
]


@app.command()
def add(
    staff: StaffNumber,
    pin: Pin,
    name: Annotated[str, typer.Option(help="Name, as colleagues see it.")],
    role: Annotated[StaffRole, typer.Option(help="What the person is.")] = StaffRole.TELLER,
    skill: Annotated[
        list[str] | None, typer.Option(help="A service this person serves; repeat. [all]")
    ] = None,
    database: DatabaseOption = None,
) -> None:
    """Add a person, or change name, role, skills and PIN of one."""
    from shared.services.ports import StaffRecord
    from shared.store.pin import ArgonPins

    _check_number(staff)
    _check_pin(pin)
    skills = tuple(skill) if skill else None
    record = StaffRecord(staff, name, role.value, ArgonPins().hash(pin), skills)
    _staff(database).add(record, datetime.now(UTC))
    typer.echo(f"{staff} {name} ({role.value}) is added.")


@app.command("pin")
def change_pin(staff: StaffNumber, pin: Pin, database: DatabaseOption = None) -> None:
    """Give a person a new PIN; this also ends a lock."""
    from shared.store.pin import ArgonPins

    _check_pin(pin)
    _staff(database).change_pin(staff, ArgonPins().hash(pin))
    typer.echo(f"{staff} has a new PIN.")


@app.command("list")
def list_staff(database: DatabaseOption = None) -> None:
    """List everybody, without PINs."""
    for person in _staff(database).everybody():
        skills = "every service" if person.skills is None else ", ".join(person.skills)
        typer.echo(f"{person.id:<8}  {person.role:<10}  {person.name}  ({skills})")


def _check_pin(pin: str) -> None:
    if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 12):
        raise typer.BadParameter("a PIN has 4 to 12 digits", param_hint="--pin")


def _check_number(staff: str) -> None:
    from pydantic import TypeAdapter, ValidationError

    from shared.protocol.command import Identifier

    try:
        TypeAdapter[str](Identifier).validate_python(staff)
    except ValidationError as error:
        hint = "letters, digits, point, dash and underscore only, at most 64"
        raise typer.BadParameter(hint, param_hint="STAFF") from error


def _staff(database: str | None) -> "StaffTable":
    from shared.server.opening import open_database
    from shared.store.staff import StaffTable

    return StaffTable(open_database(database))
