"""Check a branch profile before it is put in force."""

from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)


@app.callback()
def _profiles() -> None:
    """Keep ``check`` a word of its own while it is the only one."""


@app.command()
def check(
    file: Annotated[str, typer.Argument(help="TOML or JSON file; or neighbourhood, city.")],
    json_file: Annotated[
        str | None,
        typer.Option(
            "--json", help="Write the whole profile as POST profile takes it; - for stdout."
        ),
    ] = None,
) -> None:
    """Say that the profile is sound, or the first thing that is wrong with it (exit code 1)."""
    from shared.config.fingerprint import profile_hash
    from shared.config.load import load_profile
    from shared.reports.writing import keep_json

    profile = load_profile(file)
    keep_json(profile.model_dump_json(indent=2), json_file)
    if json_file == "-":
        return
    typer.echo(f"{file} is sound: version {profile.version}, fingerprint {profile_hash(profile)}")
