"""The branch's own file of customers: digests only, read again when it changes."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from shared.domain.errors import FileUnreadable
from shared.server.customers.command import customers
from shared.server.customers.file import CustomerFile, add_customers, key_path

NUMBER, CARD = "13800132626", "6222021234567890123"


def test_who_was_added_is_found_and_nobody_is_named(tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    assert add_customers(path, [NUMBER, CARD], "key") == 2
    known = CustomerFile(path)
    found = known.find("renmin", NUMBER)
    assert found is not None
    assert found.segment == "key"
    assert len(found.reference) == 32
    assert known.find("renmin", "13900000000") is None
    assert NUMBER not in path.read_text("ascii")
    assert {path.stat().st_mode & 0o777, key_path(path).stat().st_mode & 0o777} == {0o600}


def test_changes_are_seen_and_the_last_word_counts(tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    add_customers(path, [CARD], "key")
    known = CustomerFile(path)
    add_customers(path, [CARD, NUMBER], "vip")
    found = [known.find("", each) for each in (CARD, NUMBER)]
    assert [each.segment for each in found if each] == ["vip", "vip"]


def test_another_key_finds_nobody(tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    add_customers(path, [CARD], "key")
    key_path(path).write_text("ab" * 32, "ascii")
    assert CustomerFile(path).find("", CARD) is None


@pytest.mark.parametrize("text", ["", "12", "xyz"])
def test_without_a_key_there_is_no_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "customers.csv"
    add_customers(path, [CARD], "key")
    key_path(path).write_text(text, "ascii")
    with pytest.raises(FileUnreadable):
        CustomerFile(path)


def test_a_line_that_is_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    add_customers(path, [CARD], "key")
    path.write_text("13800132626,key\n", "ascii")
    with pytest.raises(FileUnreadable, match="line 1"):
        CustomerFile(path)


def test_added_on_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    lines = f"138 0013-2626\n\n;{CARD}=2512101?\n"
    app = typer.Typer()
    app.command()(customers)
    ran = CliRunner().invoke(app, [str(path), "--segment", "key"], input=lines)
    assert (ran.exit_code, ran.output) == (0, f"2 of segment key in {path}\n")
    known = CustomerFile(path)
    assert None not in (known.find("", NUMBER), known.find("", CARD))
