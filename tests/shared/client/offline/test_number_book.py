"""No number of the block twice on a day, whatever was told and forgotten."""

from pathlib import Path

from shared.client.offline.number_book import Block, NumberBook
from shared.protocol.journal import JournalEntry, NumberLease
from tests.support import view


def issued(day: str, series: str, ordinal: int) -> JournalEntry:
    data: dict[str, str | int | bool | list[str] | list[int] | None] = {
        "day": day,
        "series": series,
        "ordinal": ordinal,
    }
    return JournalEntry(kind="ticket.issued", at=view.NOW, ticket="t", data=data)


def book(folder: Path, holder: str = "key-1") -> NumberBook:
    return NumberBook(folder / "numbers.json", holder)


def test_without_a_lease_there_are_no_numbers(tmp_path: Path) -> None:
    assert book(tmp_path).lease is None
    assert book(tmp_path).last_used("2026-11-20", []) == {}


def test_the_block_and_its_use_outlive_the_program(tmp_path: Path) -> None:
    first = book(tmp_path)
    first.take(NumberLease(first=801, last=850))
    first.note([issued("2026-11-20", "A", 801), issued("2026-11-20", "B", 801)])
    again = book(tmp_path)
    assert again.lease == Block(first=801, last=850)
    told = [issued("2026-11-20", "A", 803)]
    assert again.last_used("2026-11-20", told) == {"A": 803, "B": 801}
    assert again.last_used("2026-11-21", told) == {}


def test_what_the_server_knows_counts_too(tmp_path: Path) -> None:
    fresh = book(tmp_path)
    fresh.take(NumberLease(first=801, last=850, day="2026-11-20", given={"A": 812}))
    assert fresh.last_used("2026-11-20", []) == {"A": 812}


def test_another_block_begins_anew_and_the_first_one_is_not_forgotten(tmp_path: Path) -> None:
    mine = book(tmp_path)
    mine.take(NumberLease(first=801, last=850))
    mine.note([issued("2026-11-20", "A", 820)])
    mine.take(NumberLease(first=901, last=950))
    assert mine.last_used("2026-11-20", []) == {}
    mine.take(NumberLease(first=801, last=850))
    assert mine.last_used("2026-11-20", []) == {"A": 820}


def test_another_device_never_uses_it(tmp_path: Path) -> None:
    book(tmp_path).take(NumberLease(first=801, last=850))
    assert book(tmp_path, "key-2").lease is None


def test_from_a_file_that_cannot_be_read_no_number_is_given(tmp_path: Path) -> None:
    (tmp_path / "numbers.json").write_text("{", encoding="utf-8")
    lost = book(tmp_path)
    lost.take(NumberLease(first=801, last=850))
    lost.note([issued("2026-11-20", "A", 801)])
    assert (lost.is_unreadable, lost.lease) == (True, None)
    assert (tmp_path / "numbers.json").read_text(encoding="utf-8") == "{"


def test_only_the_last_days_are_kept(tmp_path: Path) -> None:
    mine = book(tmp_path)
    mine.take(NumberLease(first=801, last=850))
    for day in range(1, 29):
        mine.note([issued(f"2026-11-{day:02d}", "A", 801)])
    assert mine.last_used("2026-11-14", []) == {}
    assert mine.last_used("2026-11-15", []) == {"A": 801}
