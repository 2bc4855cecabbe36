"""Figures of a lived day and the standard's verdict; any ticket explained."""

from typing import TYPE_CHECKING, Annotated

import typer

from shared.reports.command import report as report
from shared.server.database_option import DatabaseOption

if TYPE_CHECKING:
    from shared.protocol.why import TicketStory


@report.command()
def ticket(
    number: Annotated[str, typer.Argument(help="Number on the slip, such as A017.")],
    day: Annotated[str, typer.Option(help="Business day such as 2026-03-17.")],
    audience: Annotated[
        str, typer.Option(help="staff, or customer: then nothing is said of other people.")
    ] = "staff",
    language: Annotated[
        str | None, typer.Option(help="zh or en; default: the terminal's language.")
    ] = None,
    branch: Annotated[str | None, typer.Option(help="Branch; default: the only one.")] = None,
    database: DatabaseOption = None,
    json_file: Annotated[
        str | None, typer.Option("--json", help="Write it as JSON; - for stdout.")
    ] = None,
) -> None:
    """Explain one ticket: when it came, who was called before it and why, when it was called."""
    from shared.i18n import LanguageUnknown, current_language, language_code
    from shared.protocol.why import Audience
    from shared.reports.writing import keep_json
    from shared.server.opening import choose_branch, open_database
    from shared.server.why import explain_number

    try:
        code = language_code(language) if language else current_language()
    except LanguageUnknown as error:
        raise typer.BadParameter(str(error)) from error
    if audience not in list(Audience):
        raise typer.BadParameter(f"There is no audience “{audience}”. Choose staff or customer.")
    wanted = Audience(audience)
    opened = open_database(database, must_exist=True)
    chosen = choose_branch(opened, branch)
    found = explain_number(opened, chosen, day, number, wanted, code)
    if json_file != "-":
        typer.echo(_page(found))
    keep_json(found.model_dump_json(indent=2), json_file)


@report.command()
def windows(
    day: Annotated[
        str | None, typer.Option(help="Business day such as 2026-03-17; default: the last ones.")
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=400, help="So many of the last days.")] = 30,
    kept: Annotated[
        bool, typer.Option("--kept", help="What the server wrote down night by night.")
    ] = False,
    branch: Annotated[str | None, typer.Option(help="Branch; default: the only one.")] = None,
    database: DatabaseOption = None,
    json_file: Annotated[
        str | None, typer.Option("--json", help="Write the figures as JSON; - for stdout.")
    ] = None,
) -> None:
    """Score promised windows: how many were kept, how wide they were, and what was withheld."""
    import json

    from shared.reports.kept_windows import kept_json, kept_lines
    from shared.reports.windows import windows_json, windows_lines
    from shared.reports.writing import keep_json
    from shared.server.opening import choose_branch, open_database
    from shared.store.promise_log import promises_of_day, promises_of_days
    from shared.store.window_score import kept_scores

    if kept and day is not None:
        raise typer.BadParameter("--kept lists the last days: leave --day out, or take --days.")
    opened = open_database(database, must_exist=True)
    chosen = choose_branch(opened, branch)
    if kept:
        scores = kept_scores(opened, chosen, days)
        if json_file != "-":
            typer.echo("\n".join(kept_lines(scores)))
        keep_json(json.dumps(kept_json(scores), indent=2), json_file)
        return
    if day is not None:
        found = {day: promises_of_day(opened, chosen, day)}
    else:
        found = promises_of_days(opened, chosen, days)
    if json_file != "-":
        typer.echo("\n".join(windows_lines(found)))
    keep_json(json.dumps(windows_json(found), indent=2), json_file)


def _page(found: "TicketStory") -> str:
    """The number, the answer, then each line with its time on the branch's clock."""
    lines = [f"{line.clock}  {line.text}" for line in found.lines]
    return "\n".join([f"{found.number}  {found.day}", found.summary, "", *lines])
