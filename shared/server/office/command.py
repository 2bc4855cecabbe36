"""Head office: keep copies of the branches' logs, admit and instruct branches."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shared.server.office.plans_command import app as plans

if TYPE_CHECKING:
    from shared.store.engine import Database

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
app.add_typer(plans, name="plans")
DatabaseOption = Annotated[
    str | None,
    typer.Option(help="SQLite file, or postgresql://user@server/name; default: office.db."),
]
BranchArgument = Annotated[str, typer.Argument(help="The branch, as its profile names it.")]


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on [127.0.0.1].")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port [8200].")] = None,
    database: DatabaseOption = None,
    seal_key: Annotated[
        Path | None, typer.Option(help="Keys of the copies' seals; default: beside the database.")
    ] = None,
    heads: Annotated[
        Path | None, typer.Option(help="Write each day's head of each copy to this file.")
    ] = None,
    tls_cert: Annotated[Path | None, typer.Option(help="Certificate chain (PEM).")] = None,
    tls_key: Annotated[Path | None, typer.Option(help="Its private key (PEM).")] = None,
    insecure_lan: Annotated[
        bool, typer.Option("--insecure-lan", help="Allow plain HTTP beyond this machine.")
    ] = False,
) -> None:
    """Serve the branches until Ctrl-C or SIGTERM; several may serve one PostgreSQL database."""
    import logging

    from shared.config.office_settings import read_office_settings
    from shared.server.clock import RealClock
    from shared.server.office.app import create_office_app
    from shared.server.office.office import Office
    from shared.server.run import WebServer, address_of, listen
    from shared.server.tls import tls_files

    settings = read_office_settings(
        host=host,
        port=port,
        database=database,
        seal_key=seal_key,
        heads=heads,
        tls_cert=tls_cert,
        tls_key=tls_key,
        insecure_lan=insecure_lan or None,
    )
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s")
    tls = tls_files(settings, datetime.now(UTC))
    office = Office(settings, RealClock())
    with listen(settings.host, settings.port) as bound:
        office.open()
        url = address_of(bound, is_tls=tls is not None)
        kept = len(office.branches)

        def ready() -> None:
            said = f"Head office keeps {kept} branches at {url} (database {settings.database})"
            typer.echo(said)

        app = create_office_app(office)
        WebServer(app, settings.stop_within_s, office.bell.close, ready, tls).run([bound])


@app.command()
def admit(branch: BranchArgument, database: DatabaseOption = None) -> None:
    """Admit a branch, and print a one-time code with which its server gets a key.

    In the branch: lobby head-office enrol ADDRESS --branch BRANCH --code CODE. Booking pages get
    theirs with: lobby device invite --role booking --branch BRANCH.
    """
    from shared.server.ids import new_invitation_code
    from shared.server.permission import DeviceRole
    from shared.services.pseudonym import Pseudonyms
    from shared.store.branch import Days, branches, claim_branch
    from shared.store.invitation import VALID_S, InvitationTable
    from shared.store.keyring import Keyring

    opened = _open(database)
    if branch not in branches(opened):
        claim_branch(opened, branch, Days.LIVE)
    pseudonyms = Pseudonyms(Keyring(opened).key)
    pseudonyms.load()
    code, now, role = new_invitation_code(), datetime.now(UTC), DeviceRole.BRANCH.value
    table = InvitationTable(opened)
    table.invite(pseudonyms.invitation(code), role, f"server of {branch}", now, branch)
    told = f"Code for the server of {branch}, good for {VALID_S // 60} minutes, shown only now:"
    typer.echo(told, err=True)
    typer.echo(f"{code[:4]}-{code[4:]}")


@app.command()
def enrol(
    address: Annotated[str, typer.Argument(help="Head office's address, https://...")],
    branch: Annotated[str, typer.Option(help="The branch, as its profile names it.")],
    code: Annotated[str, typer.Option(help="The one-time code of lobby head-office admit.")],
    ca: Annotated[str, typer.Option(help="PEM of its authority [the machine's].")] = "",
) -> None:
    """In the branch: turn the one-time code into a key; print it for LOBBY_OFFICE_KEY."""
    from shared.protocol.device import Enrol, Enrolled
    from shared.server.shipping.line import Line, Target

    with closing(Line(Target("office", address, "", ca), branch)) as line:
        found = line.ask(Enrolled, "POST", "devices/enrol", Enrol(code=code))
    typer.echo("The key of this branch's server, shown only now (LOBBY_OFFICE_KEY):", err=True)
    typer.echo(found.key)


@app.command()
def line(
    server: Annotated[
        str, typer.Option(help="The branch server's own address.")
    ] = "http://127.0.0.1:8100",
    ca: Annotated[str, typer.Option(help="PEM of its authority [the machine's].")] = "",
) -> None:
    """In the branch: how the lines to copies of the log are; exit code 1 when one is down."""
    from shared.server.asking import ask
    from shared.server.shipping.figures import Copies

    found = Copies.model_validate_json(ask("GET", f"{server.rstrip('/')}/readyz", "", ca))
    for copy in found.copies:
        how = "up" if copy.is_up else f"down ({copy.problem or 'not reached yet'})"
        behind = f"{copy.behind_events} events behind for {copy.behind_s:.0f} s"
        typer.echo(f"{copy.to}: {how}, copy at event {copy.copied}, {behind}")
    if not found.copies:
        typer.echo("The log is not sent anywhere (LOBBY_OFFICE is not set).")
    if not all(copy.is_up for copy in found.copies):
        raise typer.Exit(1)


@app.command()
def publish(
    file: Annotated[str, typer.Argument(help="TOML or JSON file of the profile.")],
    within_s: Annotated[
        int, typer.Option(min=1, max=7 * 24 * 3600, help="Wait so long for a branch that is away.")
    ] = 10,
    database: DatabaseOption = None,
) -> None:
    """Have a branch put a profile in force; done when the branch has confirmed it."""
    from shared.config.load import load_profile
    from shared.config.office_settings import read_office_settings
    from shared.domain.errors import BranchUnknown
    from shared.server.clock import RealClock
    from shared.server.office.errands import answered_at_terminal
    from shared.server.office.office import Office

    profile = load_profile(file)
    branch = profile.branch.id
    office = Office(read_office_settings(database=database), RealClock())
    if branch not in office.branches:
        raise BranchUnknown(branch, ", ".join(office.branches))
    wish = office.wish(branch, "profile", profile.model_dump(mode="json"), within_s)
    answer = answered_at_terminal(office, wish)
    typer.echo(f"{branch}: profile {answer['version']} holds from event {answer['sequence']} on.")


@app.command()
def lines(
    branch: BranchArgument,
    out: Annotated[Path, typer.Option(help="File to write, for lobby db restore --lines.")],
    database: DatabaseOption = None,
) -> None:
    """Write the copy of a branch's log to a file, to the letter."""
    from shared.reports.writing import writing
    from shared.server.opening import choose_branch
    from shared.store.bring_back import save_lines

    opened = _open(database)
    chosen = choose_branch(opened, branch)
    with writing(out) as path:
        count = save_lines(opened, chosen, path)
    typer.echo(f"{count} events of {chosen} are in {out}.")


@app.command("set-aside")
def set_aside_copy(
    branch: BranchArgument,
    out: Annotated[Path, typer.Option(help="File for the copy; it must not exist yet.")],
    database: DatabaseOption = None,
) -> None:
    """After a fork: write a copy to a file and forget it; the branch then sends its log anew."""
    from shared.reports.writing import FileUnwritable
    from shared.server.opening import choose_branch
    from shared.store.set_aside import set_aside

    opened = _open(database)
    chosen = choose_branch(opened, branch)
    if out.exists():
        raise FileUnwritable(out, "it exists already")
    try:
        count = set_aside(opened, chosen, out)
    except OSError as error:
        raise FileUnwritable(out, error.strerror or error) from error
    if not count:
        typer.echo(
            f"The copy of {chosen} is empty or still grows; nothing was taken out.", err=True
        )
        raise typer.Exit(1)
    typer.echo(f"{count} events of {chosen} are in {out}; the branch sends its log anew.")


def _open(database: str | None) -> "Database":
    from shared.config.office_settings import read_office_settings
    from shared.store.engine import Database
    from shared.store.migrate import migrate

    opened = Database(read_office_settings(database=database).database)
    migrate(opened)
    return opened
