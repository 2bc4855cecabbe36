"""What is written is read back as it was; what cannot be read is refused in a sentence."""

import tempfile
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.errors import FileUnreadable
from simulator.calibration.read_csv import ColumnsWrong
from simulator.planning.rostering.files import RosterInvalid, read_roster, write_roster
from simulator.planning.rostering.roster import Duty, Roster, roster_of
from tests.simulator.planning.rostering.small import good, small

MONTH = small()
IDENTIFIERS = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,8}", fullmatch=True)
CLOCKS = st.integers(0, 1439)


@st.composite
def duties(draw: st.DrawFn) -> Duty:
    """Any duty, sensible or not."""
    edges = sorted(draw(st.lists(CLOCKS, min_size=2, max_size=8, unique=True)))
    inner = edges[1:-1]
    breaks = tuple(zip(inner[::2], inner[1::2], strict=False))
    return Duty(
        draw(st.dates(date(1990, 1, 1), date(2199, 12, 31))).isoformat()
        if draw(st.booleans())
        else "2026-11-02",
        draw(st.from_regex(r"[0-9A-Za-z]{1,16}", fullmatch=True)),
        edges[0],
        edges[-1],
        draw(IDENTIFIERS),
        draw(st.just("") | IDENTIFIERS),
        breaks,
    )


@settings(max_examples=40)
@given(st.lists(duties(), max_size=12), st.sampled_from([".csv", ".xlsx"]))
def test_what_is_written_is_read_back(found: list[Duty], suffix: str) -> None:
    roster = roster_of(found)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"roster{suffix}"
        write_roster(path, roster, MONTH)
        assert read_roster(path) == roster


def test_a_file_that_somebody_edited_in_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "edited.csv"
    path.write_text(
        "Person;Day;Begins;Ends;Skill;Counter;Breaks\n"
        "B;2026/11/2;8:30;17:00:00;teller;1;11:30-12:30\n",
        encoding="gb18030",
    )
    expected = Duty("2026-11-02", "B", 510, 1020, "teller", "1", ((690, 750),))
    assert read_roster(path) == Roster((expected,))


def test_a_workbook_with_times_and_numbers_instead_of_texts(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["day", "person", "begins", "ends", "skill", "counter"])
    sheet.append([date(2026, 11, 2), 1001, time(8, 30), time(17), "teller", 1.0])
    book.save(tmp_path / "typed.xlsx")
    expected = Duty("2026-11-02", "1001", 510, 1020, "teller", "1")
    assert read_roster(tmp_path / "typed.xlsx") == Roster((expected,))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("2026-02-30,B,08:30,17:00,teller", "day is out of range for month"),
        ("soon,B,08:30,17:00,teller", "“soon” is no date"),
        ("2026-11-02,B,half nine,17:00,teller", "“half nine” is no clock time such as 08:30"),
        ("2026-11-02,B,25:00,17:00,teller", "“25:00” is no clock time such as 08:30"),
        ("2026-11-02,B,18:00,17:00,teller", "18:00 is not before 17:00"),
        ("2026-11-02,,08:30,17:00,teller", "the staff number is missing"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(f"day,person,begins,ends,skill\n{line}\n", encoding="utf-8")
    with pytest.raises(RosterInvalid) as caught:
        read_roster(path)
    assert str(caught.value) == f"Roster bad.csv, line 2: {says}. Correct it there."


def test_files_that_are_no_rosters(tmp_path: Path) -> None:
    (tmp_path / "no.xlsx").write_text("no workbook", encoding="utf-8")
    (tmp_path / "no.csv").write_text("day,who\n", encoding="utf-8")
    with pytest.raises(FileUnreadable):
        read_roster(tmp_path / "no.xlsx")
    with pytest.raises(ColumnsWrong):
        read_roster(tmp_path / "no.csv")
    with pytest.raises(FileUnreadable):
        read_roster(tmp_path / "missing.csv")
    write_roster(tmp_path / "good.csv", good(), MONTH)
    assert read_roster(tmp_path / "good.csv") == good()
