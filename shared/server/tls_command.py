"""Make certificates for a branch that has no certificate authority of its own."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)


@app.callback()
def tls() -> None:
    """Make certificates for a branch that has no certificate authority of its own."""


@app.command("self-signed")
def self_signed(
    out: Annotated[Path, typer.Option(help="Folder for the four files.")],
    host: Annotated[
        list[str], typer.Option(help="Name or address under which devices reach it; repeat.")
    ],
) -> None:
    """Make a branch authority (once) and a server certificate under it (anew each time).

    The server takes server.pem and server.key, each device ca.pem with --ca. Keep ca.key off the
    server: whoever has it can pretend to be the branch server.
    """
    from shared.server.tls_issue import SERVER_DAYS, issue

    if bad := [each for each in host if not _is_name(each)]:
        raise typer.BadParameter(f"“{bad[0]}” is no name or address", param_hint="--host")
    made = issue(out, host, datetime.now(UTC))
    if made.is_new_ca:
        typer.echo(f"Made an authority. For the devices: {made.ca} (secret: {made.ca_key})")
    typer.echo(
        f"Made a certificate for {', '.join(host)}, good for {SERVER_DAYS} days. Start with:"
    )
    typer.echo(f"lobby serve --host ADDRESS --tls-cert {made.cert} --tls-key {made.key}")


def _is_name(host: str) -> bool:
    """A host name (RFC 1123) or an IP address."""
    import ipaddress
    import re

    try:
        ipaddress.ip_address(host)
    except ValueError:
        label = r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)"
        return len(host) <= 253 and re.fullmatch(rf"{label}(\.{label})*", host) is not None
    return True
