"""Enrol, list and revoke devices: kiosks, boards, rating pads, teller places."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from shared.server.database_option import DatabaseOption
from shared.server.permission import DeviceRole

if TYPE_CHECKING:
    from shared.store.device import DeviceTable

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)


@app.command()
def enrol(
    role: Annotated[DeviceRole, typer.Option(help="What the device is.")],
    name: Annotated[str, typer.Option(help="Where it stands.")] = "",
    database: DatabaseOption = None,
) -> None:
    """Enrol a device and print its key. The key is shown once and cannot be read again."""
    from shared.server.ids import RandomIds, new_device_key

    devices = _devices(database)
    device, key = RandomIds().new_id()[:12], new_device_key()
    devices.enrol(device, name or role.value, role.value, key, datetime.now(UTC))
    typer.echo(f"Device {device} ({role.value}) is enrolled. Its key, shown only now:", err=True)
    typer.echo(key)


@app.command("list")
def list_devices(database: DatabaseOption = None) -> None:
    """List the devices, without their keys."""
    for device in _devices(database).everything():
        state = "revoked" if device.revoked_at else "enrolled"
        typer.echo(f"{device.id}  {device.role:<8}  {state:<8}  {device.name}")


@app.command()
def revoke(
    device: Annotated[str, typer.Argument(help="Identifier from the list.")],
    database: DatabaseOption = None,
) -> None:
    """Make a device's key worthless, from the next second on."""
    _devices(database).revoke(device, datetime.now(UTC))
    typer.echo(f"Device {device} is revoked.")


def _devices(database: str | None) -> "DeviceTable":
    from shared.server.opening import open_database
    from shared.store.device import DeviceTable

    return DeviceTable(open_database(database))
