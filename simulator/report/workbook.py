"""Results of simulated days as a workbook (XLSX): figures as numbers, units in the heads.

openpyxl is imported when a workbook is written.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from shared.reports.writing import writing

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | bool | None
Line = Mapping[str, Cell]

#: A sheet's name may be no longer, and these signs may not be in it (Office Open XML).
LONGEST_NAME = 31
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))


def write_workbook(path: Path, sheets: Mapping[str, Sequence[Line]]) -> None:
    """One sheet each: a first line of heads from all lines' keys, then the lines.

    Texts stay texts, also those that begin with an equals sign.

    Raises:
        FileUnwritable: the file cannot be written.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        sheet = book.create_sheet(name.translate(FORBIDDEN)[:LONGEST_NAME])
        _fill(sheet, lines)
    with writing(path):
        book.save(path)


def _fill(sheet: "Worksheet", lines: Sequence[Line]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    heads = list(dict.fromkeys(key for line in lines for key in line))
    sheet.append(heads)
    for line in lines:
        sheet.append([line.get(head) for head in heads])
    for column, head in enumerate(heads, start=1):
        sheet.cell(1, column).font = Font(bold=True)
        texts = (str(line.get(head) or "") for line in lines)
        widest = max((len(text) for text in texts), default=0)
        sheet.column_dimensions[get_column_letter(column)].width = _width(head, widest)
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"
    sheet.freeze_panes = "B2"


def _width(head: str, widest: int) -> float:
    return float(min(40, max(len(head), min(widest, 12)) + 2))


def flat(found: Mapping[str, object], prefix: str = "") -> dict[str, Cell]:
    """Nested figures as one line: names joined by points, lists by their place or limit."""
    line: dict[str, Cell] = {}
    for key, value in found.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            line |= flat(value, f"{name}.")
        elif isinstance(value, list):
            line |= _listed(name, value)
        elif value is None or isinstance(value, str | int | float | bool):
            line[name] = value
    return line


def _listed(name: str, values: Iterable[object]) -> dict[str, Cell]:
    line: dict[str, Cell] = {}
    for place, value in enumerate(values, start=1):
        if isinstance(value, Mapping):
            limit = value.get("limit_s", place)
            rest = {key: each for key, each in value.items() if key != "limit_s"}
            line |= flat(rest, f"{name}.over_{limit}_s." if "limit_s" in value else f"{name}.")
        elif isinstance(value, str | int | float | bool):
            line[f"{name}.{place}"] = value
    return line
