"""The one table at the end: a row for each part of the torture."""

from dataclasses import dataclass
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.table import Table

from tests.torture.store.play import StoreDay

COLUMNS: Final = (
    "commands",
    "acknow-\nledged",
    "servers\nkilled",
    "database\nkilled",
    "cuts,\nstalls",
    "disk-full\nrefusals",
    "clock\nmoves",
    "numbers\nrepeated",
    "called\ntwice",
    "lost",
    "doubled",
    "log\nverified",
    "other",
)
NOT_ASKED: Final = "–"


@dataclass(frozen=True)
class Row:
    """One part: its figures under the headings, and whether all of it held."""

    part: str
    figures: dict[str, str]
    is_held: bool


def store_row(day: StoreDay) -> Row:
    """A database's row."""
    judged = day.judgement
    figures = (
        f"{day.commands:,}",
        f"{day.acknowledged:,}",
        str(day.kills),
        str(day.database_kills) if day.name == "PostgreSQL" else NOT_ASKED,
        f"{day.cuts}, {day.stalls}",
        str(day.disk_refusals),
        str(day.clock_moves),
        str(len(judged.repeated)),
        str(len(judged.called_twice)),
        str(len(judged.lost)),
        str(len(judged.doubled)),
        "yes" if day.is_verified else "NO",
        str(len(judged.other)),
    )
    name = f"{day.name}, {day.processes} server{'s' if day.processes > 1 else ''}"
    return Row(name, dict(zip(COLUMNS, figures, strict=True)), day.is_sound)


def summary(rows: list[Row]) -> Table:
    """All rows; what a part does not ask is a dash."""
    made = Table(title="The torture", title_justify="left", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    made.add_column("part", no_wrap=True)
    for heading in COLUMNS:
        made.add_column(heading, justify="right", no_wrap=True)
    made.add_column("held")
    for row in rows:
        figures = [row.figures.get(heading, NOT_ASKED) for heading in COLUMNS]
        made.add_row(row.part, *figures, "yes" if row.is_held else "NO")
    return made
