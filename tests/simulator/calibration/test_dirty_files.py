"""Files of customers as they come: what is unusable is dropped, counted, and named by its line."""

import csv
import io
from pathlib import Path

import pytest

from shared.domain.errors import FileUnreadable
from simulator.calibration.calibrate import calibrate
from simulator.calibration.read_csv import ColumnsWrong, clock_s, iso_day, read_customers
from simulator.calibration.record import LEFT, SERVED, UNKNOWN, TooLittle
from simulator.calibration.without_log import ASSUMED, without_log
from simulator.model.plan import load_plan
from tests.simulator.calibration_files import HEAD, line, write
from tests.simulator.loop import known_plan
from tests.simulator.recorded import ordinary_days, recorded

PROFILE = load_plan("neighbourhood").profile
SERVICES = [s.id for s in PROFILE.services]
SEGMENTS = [s.id for s in PROFILE.segments]
GOOD = "7,2026-03-02,cash,ordinary,09:00:00,09:05:00,09:05:15,09:10:00,,1,1001"
OTHER = GOOD.replace("7,", "8,", 1)


def dropped(path: Path) -> dict[str, tuple[int, int]]:
    """Reason -> number of rows and the first line."""
    return read_customers(path, SERVICES, SEGMENTS).dropped


def times(arrived: str, called: str, ended: str, day: str = "2026-03-02") -> str:
    """A row for cash with these times."""
    return f"8,{day},cash,ordinary,{arrived},{called},,{ended},,1,1001"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (GOOD, "doubled row"),
        (times("09:10:00", "09:05:00", "09:12:00"), "negative wait"),
        (times("09:00:00", "16:05:00", "16:12:00"), "wait of more than six hours"),
        (times("09:00:00", "09:05:00", ""), "kept: called, but no end of service"),
        (times("09:00:00", "09:05:00", "09:05:00"), "kept: service time not positive"),
        (times("09:00:00", "09:05:00", "14:05:00"), "kept: service of more than four hours"),
        (OTHER.replace("cash", "crypto"), "service not in the profile"),
        (OTHER.replace("ordinary", "royal"), "segment not in the profile"),
        (times("09:00:00", "09:05:00", "09:06:00", "yesterday"), "no date"),
        (times("noon", "09:05:00", "09:06:00"), "a time that cannot be read"),
        (times("", "09:05:00", "09:06:00"), "no time of arrival"),
    ],
)
def test_each_fault_is_counted(tmp_path: Path, bad: str, reason: str) -> None:
    """Line 3 of three."""
    assert dropped(write(tmp_path / "days.csv", [GOOD, bad])) == {reason: (1, 3)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_of_chinese_offices(tmp_path: Path, encoding: str) -> None:
    """A column that we do not know, with Chinese text, whatever wrote the file."""
    lines = [f"{HEAD},备注", f"{GOOD},老客户"]
    (tmp_path / "days.csv").write_bytes("\n".join(lines).encode(encoding))
    (row,) = read_customers(tmp_path / "days.csv", SERVICES, SEGMENTS).rows
    assert (row.service, row.called_s - row.arrived_s, row.fate) == ("cash", 300.0, SERVED)


def test_semicolons_capitals_order_and_dates_in_times(tmp_path: Path) -> None:
    """Spreadsheets save what they like."""
    text = "Arrived;Day;SERVICE;Called;Ended;Left\n2026/3/2 09:00;2026/3/2;cash;;;09:20\n\n"
    (tmp_path / "days.csv").write_text(text, encoding="utf-8")
    (row,) = read_customers(tmp_path / "days.csv", SERVICES, SEGMENTS).rows
    assert (row.day, row.fate, row.left_s - row.arrived_s) == ("2026-03-02", LEFT, 1200.0)


def test_wrong_columns_are_refused(tmp_path: Path) -> None:
    """With the name of the first that is missing, and what is there."""
    (tmp_path / "days.csv").write_text("datum,dienst\n1,2\n", encoding="utf-8")
    with pytest.raises(ColumnsWrong) as refusal:
        dropped(tmp_path / "days.csv")
    assert str(refusal.value) == (
        "File days.csv has no column day. Its first line must name: "
        "day, service, arrived, called, ended. It names: datum, dienst."
    )


def test_no_file_and_no_text_are_refused(tmp_path: Path) -> None:
    """One sentence each."""
    (tmp_path / "picture.csv").write_bytes(b"day,\xff\xff\x80\x00\x81\x30")
    for name in ("nothing.csv", "picture.csv"):
        with pytest.raises(FileUnreadable):
            dropped(tmp_path / name)


def test_a_called_customer_without_end_is_an_arrival_all_the_same(tmp_path: Path) -> None:
    """Only the service time is missing."""
    bad = "8,2026-03-02,cash,ordinary,09:00:00,09:05:00,,,,1,1001"
    (row,) = read_customers(write(tmp_path / "d.csv", [bad]), SERVICES, SEGMENTS).rows
    assert (row.fate, row.ended_s == row.ended_s) == (UNKNOWN, False)


def test_dirt_does_not_change_the_figures(tmp_path: Path) -> None:
    """The same days with a fifth of dirt mixed in give the same calibration."""
    rows = recorded(known_plan(), 6, seed=8).rows
    clean = [line(number, row) for number, row in enumerate(rows)]
    dirt = [
        f"x{i},2026-03-02,cash,ordinary,09:10:00,09:05:00,,09:12:00,,1,1"
        for i in range(len(clean) // 10)
    ]
    mixed = [*clean[:100], *dirt, *clean[50:]]
    figures = [
        calibrate(read_customers(write(tmp_path / "d.csv", each), SERVICES, SEGMENTS), PROFILE)
        for each in (clean, mixed)
    ]
    assert figures[0].services == figures[1].services
    assert figures[0].arrivals.per_hour == figures[1].arrivals.per_hour
    assert figures[1].records.dropped == {
        "negative wait": (len(dirt), 102),
        "doubled row": (50, 102 + len(dirt)),
    }


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("09:00", 32400.0), ("9:00:30.5", 32430.5), ("2026-03-02T09:00:00", 32400.0)],
)
def test_clocks(text: str, seconds: float) -> None:
    """With and without seconds or date."""
    assert clock_s(text, "2026-03-02") == seconds


@pytest.mark.parametrize("text", ["31:00", "nine", "2026-03-03 09:00", "1 2 3", "9:0:0:0"])
def test_what_is_no_clock(text: str) -> None:
    """Another day's time is none of this day either."""
    assert clock_s(text, "2026-03-02") is None


def test_dates() -> None:
    """As offices write them."""
    assert [iso_day(t) for t in ("2026/3/2", "2026.03.02", "2026-3-2 00:00", "2.3.2026", "")] == [
        *("2026-03-02",) * 3,
        "",
        "",
    ]


# ------------------------------------------------------------ without any ticket log


def counted(tmp_path: Path, days: int, study: int) -> tuple[Path, Path, Path]:
    """Counts, roster and time study of so many days, a line of each damaged."""
    names = ordinary_days(load_plan("neighbourhood"), days)
    counts = ["day,half_hour,service,transactions"]
    counts += [
        f"{d},{h:02d}:{m},cash,24" for d in names for h in range(9, 16) for m in ("00", "30")
    ]
    counts += [f"{names[0]},09:00,cash,24", f"{names[0]},09:00,transfer,-3"]
    roster = ["day,counter,opens,closes"]
    roster += [f"{d},1,09:00,12:00" for d in names] + [f"{d},1,13:00,17:00" for d in names]
    roster += [f"{names[0]},1,17:00,09:00"]
    watch = csv.writer(timed := io.StringIO())
    watch.writerow(["service", "service_s", "transactions"])
    watch.writerows([["cash", 200 + 5 * i, 2] for i in range(study)] + [["cash", -1, 1]])
    files = ("\n".join(counts), "\n".join(roster), timed.getvalue())
    paths = [tmp_path / name for name in ("counts.csv", "roster.csv", "study.csv")]
    for path, text in zip(paths, files, strict=True):
        path.write_text(text, encoding="utf-8")
    one, two, three = paths
    return one, two, three


def test_counts_roster_and_watch_are_enough(tmp_path: Path) -> None:
    """24 transactions, two a visit, in every half-hour: 24 customers an hour; assumptions said."""
    found = without_log(*counted(tmp_path, 6, 40), PROFILE)
    assert [round(rate.value, 9) for rate in found.arrivals.per_hour[:14]] == [24.0] * 14
    assert found.assumed == list(ASSUMED)
    assert found.services["cash", ""].count == 40
    (duty,) = found.duties
    assert (duty.opens_s, duty.closes_s, duty.pause) == (32400, 61200, (43200, 46800))
    assert {reason: count for reason, (count, _) in found.records.dropped.items()} == {
        "doubled row": 1,
        "no sound number of transactions": 1,
        "roster: no sound times": 1,
        "time study: no sound time": 1,
    }


def test_too_little_of_either_is_refused(tmp_path: Path) -> None:
    """Four days; or nine timed services."""
    with pytest.raises(TooLittle, match="4 days"):
        without_log(*counted(tmp_path, 4, 40), PROFILE)
    with pytest.raises(TooLittle, match="9 timed services"):
        without_log(*counted(tmp_path, 6, 9), PROFILE)
