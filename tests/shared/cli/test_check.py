"""`lobby check`: each thing looked at, with what to do; one that breaks down stops no other."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from kiosk.printing.check import check_asked_printer
from kiosk.printing.check_fonts import Lacking, check_fonts, lacking_in
from kiosk.printing.trial import trial_content
from kiosk.printing.virtual.server import VirtualPrinter
from kiosk.printing.virtual.state import NAMED_STATES
from kiosk.ticketing.selftest.check import check_screens
from shared.cli import check_command
from shared.client.check_display import check_windows
from shared.config.check_machine import check_machine, check_profiles
from shared.config.finding import Asked, Finding, Verdict
from shared.config.load import load_profile
from shared.domain.errors import StoreUnavailable
from shared.server.database_check import check_database
from shared.store.engine import Database
from shared.store.migrate import migrate
from shared.ui.app import DisplayMissing

OK, WARNING, FAILED, SKIPPED = Verdict.OK, Verdict.WARNING, Verdict.FAILED, Verdict.SKIPPED


def verdicts(findings: Iterator[Finding]) -> list[Verdict]:
    return [found.verdict for found in findings]


# ------------------------------------------------------------------ the command


def sound(_asked: Asked) -> Iterator[Finding]:
    yield Finding(OK, "Fine.")


def unsound(_asked: Asked) -> Iterator[Finding]:
    yield Finding(FAILED, "Mend it.")


def refusing(_asked: Asked) -> Iterator[Finding]:
    raise StoreUnavailable("locked")


def breaking(_asked: Asked) -> Iterator[Finding]:
    raise ZeroDivisionError("oh")


def test_a_check_that_breaks_down_is_told_and_stops_no_other() -> None:
    checks = {"a": breaking, "b": refusing, "c": sound}
    found = list(check_command.look(checks, Asked()))
    assert [(name, each.verdict) for name, each in found] == [
        ("a", FAILED),
        ("b", FAILED),
        ("c", OK),
    ]
    assert found[0][1].sentence == "This could not be looked at (ZeroDivisionError): oh"


@pytest.mark.parametrize(("only", "code"), [("", 1), ("sound", 0), ("unsound", 1), ("else", 2)])
def test_the_exit_code_says_whether_everything_would_work(
    monkeypatch: pytest.MonkeyPatch, only: str, code: int
) -> None:
    entries = [
        EntryPoint(name, f"{__name__}:{name}", check_command.GROUP) for name in ("sound", "unsound")
    ]
    monkeypatch.setattr(check_command, "entry_points", lambda group: entries)
    app = typer.Typer()
    app.command()(check_command.check)
    result = CliRunner().invoke(app, ["--only", only, "--json", "-"])
    assert result.exit_code == code
    if code < 2:
        told = json.loads(result.stdout)
        assert told["is_ready"] is (code == 0)
        assert {"check": only or "unsound", "verdict": "failed", "sentence": "Mend it."} in told[
            "findings"
        ] or code == 0


# ------------------------------------------------------------------ what it looks at


def test_the_machine() -> None:
    assert FAILED not in verdicts(check_machine(Asked()))


def test_a_profile_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text("version = 3\n")
    asked = Asked(profile=str(path))
    assert verdicts(check_profiles(asked)) == [FAILED]
    assert verdicts(check_fonts(asked)) == []
    assert verdicts(check_profiles(Asked(profile="city"))) == [OK]


def test_a_character_outside_the_font_is_named_with_its_place(tmp_path: Path) -> None:
    profile = load_profile("neighbourhood")
    branch = profile.branch.model_copy(
        update={"name": profile.branch.name.model_copy(update={"zh": "龘路支行"})}
    )
    changed = profile.model_copy(update={"branch": branch})
    assert list(lacking_in(changed)) == [Lacking("branch.name.zh", "龘")]
    path = tmp_path / "branch.json"
    path.write_text(changed.model_dump_json())
    (found,) = check_fonts(Asked(profile=str(path)))
    assert found.verdict is WARNING
    assert "branch.name.zh: the typeface lacks 龘 (U+9F98)" in found.sentence


@pytest.mark.parametrize("name", ["neighbourhood", "city"])
def test_the_shipped_profiles_lack_nothing(name: str) -> None:
    profile = load_profile(name)
    assert list(lacking_in(profile, native=True)) == []
    assert verdicts(check_fonts(Asked(profile=name))) == [OK]


@pytest.mark.parametrize(
    ("state", "verdict"),
    [("ok", OK), ("near_end", WARNING), ("silent", WARNING), ("paper_out", FAILED)],
)
def test_a_printer_that_says_nothing_is_not_fine(state: str, verdict: Verdict) -> None:
    with VirtualPrinter(state=NAMED_STATES[state]) as virtual:
        assert verdicts(check_asked_printer(Asked(printer=virtual.address))) == [verdict]


@pytest.mark.parametrize(
    ("state", "verdicts_found"), [("ok", [OK, OK]), ("silent", [WARNING, WARNING])]
)
def test_a_test_slip_is_printed_and_cannot_be_taken_for_a_ticket(
    state: str, verdicts_found: list[Verdict]
) -> None:
    with VirtualPrinter(state=NAMED_STATES[state]) as virtual:
        asked = Asked(profile="city", printer=virtual.address, test_slip_mm=80)
        assert verdicts(check_asked_printer(asked)) == verdicts_found
        assert virtual.wait_for_slips(1)
    content = trial_content(load_profile("city"), datetime(2026, 11, 20, 9, 30, tzinfo=UTC))
    assert (content.number, content.service.en) == ("TEST", "A test, no ticket")


def test_without_paper_no_test_slip_is_tried() -> None:
    with VirtualPrinter(state=NAMED_STATES["paper_out"]) as virtual:
        asked = Asked(printer=virtual.address, test_slip_mm=58)
        assert verdicts(check_asked_printer(asked)) == [FAILED]


def test_without_a_printer_nothing_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOBBY_PRINTER", raising=False)
    assert verdicts(check_asked_printer(Asked())) == [SKIPPED]


def test_the_database_is_looked_at_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "branch.db"
    asked = Asked(database=str(path))
    assert verdicts(check_database(asked)) == [SKIPPED]
    assert not path.exists()
    with closing(Database(path)) as database:
        migrate(database)
    assert verdicts(check_database(asked)) == [OK]


def test_a_machine_without_a_screen_is_warned_and_no_more() -> None:
    def without() -> None:
        raise DisplayMissing

    assert verdicts(check_windows(Asked(), without)) == [WARNING]
    assert verdicts(check_windows(Asked(), lambda: None)) == [OK]


def test_screens_are_measured_only_when_asked() -> None:
    assert verdicts(check_screens(Asked())) == [SKIPPED]
