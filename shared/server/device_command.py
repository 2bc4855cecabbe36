"""Invite, enrol, list and revoke devices: kiosks, boards, pads, teller places."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from shared.server.database_option import DatabaseOption
from shared.server.permission import DeviceRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.store.device import DeviceRecord, DeviceTable
    from shared.store.engine import Database

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)


BranchOption = Annotated[
    str | None, typer.Option(help="Where it may ask; default: the only branch.")
]


@app.command()
def invite(
    role: Annotated[DeviceRole, typer.Option(help="What the device will be.")],
    name: Annotated[str, typer.Option(help="Where it will stand.")] = "",
    branch: BranchOption = None,
    database: DatabaseOption = None,
) -> None:
    """Print a one-time code that enrols a device: for one device, within 15 minutes.

    On the device: lobby kiosk --server ADDRESS --enrol CODE (or board, teller, rating). An admin
    device without --branch is for every branch.
    """
    from shared.server.ids import new_invitation_code
    from shared.server.opening import open_database
    from shared.services.pseudonym import Pseudonyms
    from shared.store.invitation import VALID_S, InvitationTable
    from shared.store.keyring import Keyring

    opened = open_database(database)
    of = _branch_of(opened, role, branch)
    pseudonyms = Pseudonyms(Keyring(opened).key)
    pseudonyms.load()
    code, now = new_invitation_code(), datetime.now(UTC)
    InvitationTable(opened).invite(pseudonyms.invitation(code), role.value, name, now, of)
    told = f"Code for one {role.value}, good for {VALID_S // 60} minutes, shown only now:"
    typer.echo(told, err=True)
    typer.echo(f"{code[:4]}-{code[4:]}")


@app.command()
def enrol(
    role: Annotated[DeviceRole, typer.Option(help="What the device is.")],
    name: Annotated[str, typer.Option(help="Where it stands.")] = "",
    branch: BranchOption = None,
    database: DatabaseOption = None,
) -> None:
    """Enrol a device and print its key, for scripts. The key is shown once.

    Where a person sets the device up, `invite` is better: the key never leaves the device. An admin
    device without --branch is for every branch.
    """
    from shared.server.ids import new_device_id, new_device_key
    from shared.server.opening import open_database
    from shared.store.device import DeviceTable

    opened = open_database(database)
    of = _branch_of(opened, role, branch)
    device, key = new_device_id(), new_device_key()
    now = datetime.now(UTC)
    DeviceTable(opened).enrol(device, name or role.value, role.value, key, now, of)
    typer.echo(f"Device {device} ({role.value}) is enrolled. Its key, shown only now:", err=True)
    typer.echo(key)


@app.command("list")
def list_devices(database: DatabaseOption = None) -> None:
    """List the devices, without their keys; one that runs an older profile is behind."""
    from shared.server.opening import open_database
    from shared.store.device import DeviceTable

    opened = open_database(database)
    holds = _published(opened)
    for device in DeviceTable(opened).everything():
        state = "revoked" if device.revoked_at else "enrolled"
        line = f"{device.id}  {device.role:<8}  {state:<8}  {device.name}"
        known = ", ".join(_known_of(device, holds.get(device.branch, "")))
        typer.echo(line + (f"  ({known})" if known else ""))


@app.command()
def revoke(
    device: Annotated[str, typer.Argument(help="Identifier from the list.")],
    database: DatabaseOption = None,
) -> None:
    """Make a device's key worthless, from the next second on."""
    _devices(database).revoke(device, datetime.now(UTC))
    typer.echo(f"Device {device} is revoked.")


def _branch_of(database: "Database", role: DeviceRole, branch: str | None) -> str:
    """The branch of a new device; empty where it is for every branch, and while there is none.

    Raises:
        BranchUnknown, StoreUnavailable.
    """
    from shared.server.opening import choose_branch
    from shared.store.branch import branches
    from shared.store.device import HOMELESS

    if not branches(database):
        return branch or ""
    if branch is None and role in HOMELESS:
        return ""
    return choose_branch(database, branch)


def _published(database: "Database") -> dict[str, str]:
    """For each branch the fingerprint of the profile that holds."""
    from shared.store.branch import branches
    from shared.store.profile_version import held_now

    return {branch: held_now(database, branch) for branch in branches(database)}


def _known_of(device: "DeviceRecord", published: str) -> "Iterator[str]":
    """Its branch, when it was last heard of, with which program and profile, what it lacks."""
    if device.branch:
        yield device.branch
    if device.seen_us is not None:
        seen = datetime.fromtimestamp(device.seen_us // 1_000_000, UTC).astimezone()
        yield f"last seen {seen:%Y-%m-%d %H:%M}"
    if device.program:
        yield device.program
    if device.profile:
        is_behind = bool(published) and device.profile != published
        yield f"profile {device.profile}{' (behind)' if is_behind else ''}"
    if device.problems:
        yield f"problems: {', '.join(device.problems)}"


def _devices(database: str | None) -> "DeviceTable":
    from shared.server.opening import open_database
    from shared.store.device import DeviceTable

    return DeviceTable(open_database(database))
