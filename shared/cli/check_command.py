"""Look at machine, fonts, printer, database and profile, and say what to do."""

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from shared.config.finding import Asked, Check, Finding

GROUP = "lobby.checks"


def check(
    profile: Annotated[
        str, typer.Option(help="A profile's file or shipped name; default: the settings'.")
    ] = "",
    printer: Annotated[
        str, typer.Option(help="Its address, such as tcp://192.0.2.7:9100; default: LOBBY_PRINTER.")
    ] = "",
    database: Annotated[
        str,
        typer.Option(help="SQLite file or postgresql://user@server/name; default: the settings'."),
    ] = "",
    only: Annotated[str, typer.Option(help="Nothing but this check, by its name.")] = "",
    screens: Annotated[
        bool, typer.Option("--screens", help="Measure the kiosk's screens, too; takes a while.")
    ] = False,
    test_slip: Annotated[
        int, typer.Option(help="Print a test slip on paper of 58 or 80 mm; 0: print nothing.")
    ] = 0,
    language: Annotated[str, typer.Option(help="Language of the sentences: en or zh.")] = "en",
    json_file: Annotated[
        str | None, typer.Option("--json", help="Write what was found as JSON; - for stdout.")
    ] = None,
) -> None:
    """Look at everything a program needs here; exit code 1 when something would not work."""
    from shared.config.finding import Asked, Verdict
    from shared.reports.writing import keep_json

    known = {found.name: found for found in sorted(entry_points(group=GROUP))}
    if only and only not in known:
        raise typer.BadParameter(f"choose one of {', '.join(known)}", param_hint="--only")
    chosen = {name: entry.load() for name, entry in known.items() if only in ("", name)}
    if test_slip not in (0, 58, 80):
        raise typer.BadParameter("58 or 80", param_hint="--test-slip")
    asked = Asked(profile, printer, database, screens, language, test_slip)
    findings = list(look(chosen, asked))
    if json_file != "-":
        for name, found in findings:
            typer.echo(f"{found.verdict.value:<8} {name:<9} {found.sentence}")
    has_failed = any(found.verdict is Verdict.FAILED for _, found in findings)
    keep_json(_as_json(findings, is_ready=not has_failed), json_file)
    if has_failed:
        raise typer.Exit(1)


def look(checks: "Mapping[str, Check]", asked: "Asked") -> "Iterator[tuple[str, Finding]]":
    """What each check finds, in their order; one that breaks down does not stop the others."""
    from shared.config.finding import Finding, Verdict
    from shared.domain.errors import LobbyError
    from shared.i18n import error_sentence, translate

    for name, each in checks.items():
        try:
            for found in each(asked):
                yield name, found
        except LobbyError as error:
            yield name, Finding(Verdict.FAILED, error_sentence(error, asked.language))
        except Exception as error:  # noqa: BLE001 - what is broken here is what is looked for
            text = translate(
                "Check",
                "This could not be looked at (%1): %2",
                type(error).__name__,
                error,
                language=asked.language,
            )
            yield name, Finding(Verdict.FAILED, text)


def _as_json(findings: "list[tuple[str, Finding]]", *, is_ready: bool) -> str:
    listed = [
        {"check": name, "verdict": found.verdict.value, "sentence": found.sentence}
        for name, found in findings
    ]
    return json.dumps({"is_ready": is_ready, "findings": listed}, ensure_ascii=False)
