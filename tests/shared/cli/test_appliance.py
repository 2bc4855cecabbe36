"""Units of an appliance: complete, without addresses of others, never written over unasked."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from shared.cli.appliance_command import FileInTheWay, app
from shared.cli.unit_files import ROLES, SCREENS, Machine, unit_files


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


@pytest.mark.parametrize("what", ROLES)
def test_nothing_is_left_to_fill_in_and_nothing_is_fetched(what: str) -> None:
    for file in unit_files(what, Machine()):
        assert re.findall(r"@[A-Z_]+@", file.text) == []
        addresses = re.findall(r"\w+://([^/\s:]+)", file.text)
        assert set(addresses) <= {"server.branch.example", "192.0.2.7"}


@pytest.mark.parametrize("what", ROLES)
def test_every_program_is_watched_and_comes_back(what: str) -> None:
    service = unit_files(what, Machine())[0]
    lines = service.text.splitlines()
    assert {"Type=notify", "WatchdogSec=30", "Restart=always", "User=lobby"} <= set(lines)
    assert str(service.path) == f"/etc/systemd/system/lobby-{what}.service"


@pytest.mark.parametrize("what", SCREENS)
def test_a_screen_shows_nothing_but_its_program_and_starts_afresh_at_night(what: str) -> None:
    files = {str(file.path): file.text for file in unit_files(what, Machine(restart_at="04:15"))}
    service = files[f"/etc/systemd/system/lobby-{what}.service"]
    command = f"ExecStart=/usr/bin/cage -s -- /opt/lobby/bin/lobby {what} $LOBBY_OPTIONS"
    assert command in service.splitlines()
    timer = files[f"/etc/systemd/system/lobby-{what}-nightly.timer"]
    assert "OnCalendar=*-*-* 04:15:00" in timer.splitlines()


def test_files_are_written_once_and_settings_are_kept(tmp_path: Path) -> None:
    words = ("install", "--for", "kiosk", "--root", str(tmp_path))
    first = run(*words)
    assert first.exit_code == 0
    assert first.output.splitlines()[-1].strip() == (
        "systemctl enable --now lobby-kiosk.service lobby-kiosk-nightly.timer"
    )
    settings = tmp_path / "etc/branch-lobby/kiosk.env"
    assert settings.stat().st_mode & 0o077 == 0
    settings.write_text("LOBBY_KEY=secret\n")
    assert run(*words).exit_code == 0
    assert settings.read_text() == "LOBBY_KEY=secret\n"


def test_a_unit_that_somebody_changed_is_not_written_over_unasked(tmp_path: Path) -> None:
    words = ("install", "--for", "board", "--root", str(tmp_path))
    run(*words)
    unit = tmp_path / "etc/systemd/system/lobby-board.service"
    unit.write_text("[Service]\n")
    assert isinstance(run(*words).exception, FileInTheWay)
    assert unit.read_text() == "[Service]\n"
    assert run(*words, "--force").exit_code == 0
    assert "WatchdogSec=30" in unit.read_text()


@pytest.mark.parametrize(
    "option",
    [
        ("--user", "lobby\nRoot"),
        ("--program", "/bin/sh;x"),
        ("--restart-at", "24:00"),
        ("--groups", "$x"),
    ],
)
def test_what_would_mean_something_else_in_a_unit_is_refused(option: tuple[str, str]) -> None:
    assert run("show", "--for", "kiosk", *option).exit_code == 2


def test_show_names_each_place() -> None:
    shown = run("show", "--for", "server").output
    assert [line for line in shown.splitlines() if line.startswith("# /etc")] == [
        "# /etc/systemd/system/lobby-server.service",
        "# /etc/branch-lobby/server.env",
    ]
