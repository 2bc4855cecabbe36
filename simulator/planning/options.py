"""Options that all searches have."""

from pathlib import Path
from typing import Annotated

import typer

ScenarioArgument = Annotated[
    str, typer.Argument(help="Scenario file (TOML), or a shipped one, such as city, payday120.")
]
DaysOption = Annotated[int, typer.Option(min=2, max=20_000, help="Days that the search looks at.")]
FreshDaysOption = Annotated[
    int, typer.Option(min=2, max=100_000, help="Days for the last check, which no search has seen.")
]
SeedOption = Annotated[int, typer.Option(min=0, help="Same seed, same answer.")]
MostOption = Annotated[
    int, typer.Option(min=2, max=100_000, help="Choices looked at; all, when there are no more.")
]
JournalOption = Annotated[
    Path | None,
    typer.Option(
        help="Keep what was found out here; the same command goes on from it after a kill.",
        show_default=False,
    ),
]
PricesOption = Annotated[
    Path | None, typer.Option(help="Prices (TOML) instead of those shipped.", show_default=False)
]
JsonOption = Annotated[
    str | None, typer.Option("--json", help="Write the figures as JSON; - for stdout.")
]
