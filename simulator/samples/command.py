"""The command `lobby sim example`."""

from pathlib import Path
from typing import Annotated, Final

import typer

from shared.reports.writing import writing
from simulator.planning.rostering.month import staff_path

HERE: Final = Path(__file__).parent
#: As they are called in the example, and where they come from.
FILES: Final = {
    "march.csv": HERE / "zhongshan-2026-03.csv",
    "present.csv": HERE / "zhongshan-2026-09.csv",
}
#: In the example the staff file plans for what was recorded, not for the shipped scenario.
STAFF: Final = "staff.toml"
SHIPPED_DEMAND: Final = 'scenario = "city"'
RECORDED_DEMAND: Final = 'scenario = "march.toml"'


def example(
    folder: Annotated[Path, typer.Argument(help="Folder to write them to; it is made if needed.")],
) -> None:
    """Write the files of the worked example: a recorded month, people, their present roster."""
    staff = staff_path("city-staff").read_text(encoding="utf-8")
    texts = {name: path.read_text(encoding="utf-8") for name, path in FILES.items()}
    texts[STAFF] = staff.replace(SHIPPED_DEMAND, RECORDED_DEMAND)
    for name, text in texts.items():
        with writing(folder / name):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        print(folder / name)
