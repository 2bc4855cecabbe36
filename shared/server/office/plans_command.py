"""See the plans that branches handed in, and decide about them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from shared.server.office.office import Office
    from shared.store.plan import PlanRecord

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
DatabaseOption = Annotated[
    str | None,
    typer.Option(help="SQLite file, or postgresql://user@server/name; default: office.db."),
]
PlanArgument = Annotated[str, typer.Argument(help="The plan, as the list names it.")]
ByOption = Annotated[str, typer.Option(help="Who decides; not whoever handed it in.")]


@app.command("list")
def list_plans(
    branch: Annotated[str, typer.Option(help="Of this branch only.")] = "",
    database: DatabaseOption = None,
) -> None:
    """List the plans of all branches, newest first."""
    found = _office(database).plans.plans(branch)
    for plan in found:
        typer.echo(f"{plan.id}  {plan.branch}  {plan.state:<9}  {plan.kind:<8}  {plan.title}")
    if not found:
        typer.echo("No branch has handed a plan in.")


@app.command()
def show(
    plan: PlanArgument,
    out: Annotated[Path | None, typer.Option(help="Write the plan's file here.")] = None,
    database: DatabaseOption = None,
) -> None:
    """Show what a plan is said to bring; write its file, to look at it or put it in force."""
    from shared.reports.writing import writing

    found = _office(database).plans.plan("", plan)
    for line in _told(found):
        typer.echo(line)
    if out is not None:
        with writing(out):
            out.write_text(found.text, encoding="utf-8")
        typer.echo(f"The {found.kind} is in {out}.")


@app.command()
def approve(
    plan: PlanArgument,
    by: ByOption,
    reason: Annotated[str, typer.Option(help="For the branch to read.")] = "",
    database: DatabaseOption = None,
) -> None:
    """Approve a plan."""
    from shared.store.plan import APPROVED

    _decide(plan, APPROVED, by, reason, database)


@app.command()
def decline(
    plan: PlanArgument,
    by: ByOption,
    reason: Annotated[str, typer.Option(help="For the branch to read.")],
    database: DatabaseOption = None,
) -> None:
    """Decline a plan, with the reason."""
    from shared.store.plan import DECLINED

    _decide(plan, DECLINED, by, reason, database)


def _decide(plan: str, state: str, by: str, reason: str, database: str | None) -> None:
    office = _office(database)
    branch = office.plans.plan("", plan).branch
    found = office.plans.decide(branch, plan, state, by, reason, office.clock.now_us())
    typer.echo(f"{found.title} ({found.branch}) is {found.state}.")


def _told(plan: "PlanRecord") -> list[str]:
    begins = f", to begin on {plan.starts_on}" if plan.starts_on else ""
    lines = [
        f"{plan.title} ({plan.kind} of {plan.branch}{begins})",
        f"Handed in by {plan.proposed_by}; {plan.state}"
        + (f" by {plan.decided_by}" if plan.decided_by else ""),
    ]
    lines += [plan.note] if plan.note else []
    for figure in plan.predicted:
        low, high = figure["difference_low"], figure["difference_high"]
        change = f"{figure['before']:g} -> {figure['after']:g} (by {low:+g} to {high:+g})"
        lines.append(f"  {figure['name']}: {change}")
    return lines


def _office(database: str | None) -> "Office":
    from shared.config.office_settings import read_office_settings
    from shared.server.clock import RealClock
    from shared.server.office.office import Office
    from shared.store.migrate import migrate

    office = Office(read_office_settings(database=database), RealClock())
    migrate(office.database)
    return office
