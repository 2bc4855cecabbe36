"""The commands of the server at the terminal: one sentence and an exit code."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from shared.cli.main import main
from shared.config.fingerprint import profile_hash
from shared.config.settings import read_settings
from shared.domain.errors import PortInUse
from shared.reports.event_log import load_log
from shared.server.run import address_of, listen
from shared.store.migrate import HEAD
from tests.support.lobby import MINUTE_US, issue, running_writer
from tests.support.profiles import NEIGHBOURHOOD, first_come


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Exit code, output and complaints of `lobby ...`."""
    code = main([str(word) for word in words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_device_is_enrolled_listed_and_revoked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--database", tmp_path / "b.db")
    code, key, said = run(capsys, "device", "enrol", "--role", "kiosk", "--name", "hall", *at)
    assert (code, len(key.strip())) == (0, 43)
    device = said.split()[1]
    assert run(capsys, "device", "list", *at)[1] == f"{device}  kiosk     enrolled  hall\n"
    assert run(capsys, "device", "revoke", device, *at)[0] == 0
    assert run(capsys, "device", "list", *at)[1] == f"{device}  kiosk     revoked   hall\n"
    code, _, said = run(capsys, "device", "revoke", "none", *at)
    assert (code, said[:12]) == (1, "lobby device")


def test_staff_are_added_and_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ("--database", tmp_path / "b.db")
    person = ("staff", "add", "1042", "--name", "王芳", "--skill", "cash", "--pin")
    assert run(capsys, *person, "2468", *at)[0] == 0
    assert run(capsys, "staff", "list", *at)[1] == "1042      teller      王芳  (cash)\n"
    assert run(capsys, "staff", "pin", "1042", "--pin", "1357", *at)[0] == 0
    code, _, said = run(capsys, "staff", "pin", "9999", "--pin", "1357", *at)
    assert (code, said.startswith("lobby staff: There is nobody with staff number 9999")) == (
        1,
        True,
    )


@pytest.mark.parametrize("pin", ["12", "12a4", "1234567890123", "१२३४"])
def test_pin_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str], pin: str) -> None:
    at = ("--database", tmp_path / "b.db")
    assert run(capsys, "staff", "add", "1", "--name", "A", "--pin", pin, *at)[0] == 2


def test_database_is_verified_and_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "b.db", tmp_path / "log.csv"
    with running_writer(path) as running:
        running.run(issue())
    code, said, _ = run(capsys, "db", "verify", "--database", path)
    figures = "renmin: 3 events, 0 calls worked out again, 1 tickets, 0 faults, "
    assert (code, said.startswith(figures)) == (0, True)
    assert run(capsys, "db", "export", "--out", out, "--database", path)[0] == 0
    kinds = [event.kind for event in load_log(out)]
    assert kinds == ["profile.published", "day.opened", "ticket.issued"]


def test_faults_of_a_day_are_lines_or_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running_writer(tmp_path / "b.db") as running:
        running.run(issue())
        with running.database.writing.begin() as connection:
            connection.execute(text("UPDATE event SET staff = 'x' WHERE sequence = 2"))
    at = ("--database", tmp_path / "b.db", "--day", "2026-11-20")
    sentence = "event 2 (2026-11-20, 09:30 local): was changed after it was recorded"
    code, _, said = run(capsys, "db", "verify", *at)
    assert (code, said) == (1, f"renmin: {sentence}\n")
    code, found, _ = run(capsys, "db", "verify", *at, "--json", "-")
    result = json.loads(found)["renmin"]
    assert (code, result["events"], result["tickets"]) == (1, 2, 1)
    assert result["faults"] == [
        {
            "said": "was changed after it was recorded",
            "event": 2,
            "day": "2026-11-20",
            "time": "09:30",
            "sentence": sentence,
        }
    ]
    code, _, said = run(capsys, "db", "verify", *at[:2], "--day", "2026-11-19")
    assert (code, said.startswith("lobby db: Event log renmin holds no day")) == (1, True)


def test_profile_is_checked_and_written_as_it_is_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, broken = tmp_path / "profile.json", tmp_path / "broken.toml"
    sound = f"version 2026-12, fingerprint {profile_hash(NEIGHBOURHOOD)}\n"
    code, said, _ = run(capsys, "profile", "check", "neighbourhood", "--json", out)
    assert (code, said) == (0, f"neighbourhood is sound: {sound}")
    assert run(capsys, "profile", "check", out)[1] == f"{out} is sound: {sound}"
    code, said, _ = run(capsys, "profile", "check", out, "--json", "-")
    assert said == out.read_text(encoding="utf-8")
    broken.write_text("schema_version = 1\n", encoding="utf-8")
    complaint = "lobby profile: Profile broken.toml: version: this key is missing. Add it.\n"
    assert run(capsys, "profile", "check", broken) == (1, "", complaint)


def test_day_with_two_profiles_is_reported_from_its_export(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, log, folder = tmp_path / "b.db", tmp_path / "log.csv", tmp_path / "profiles"
    with running_writer(path) as running:
        running.run(issue())
    running.clock.advance(MINUTE_US)
    with running_writer(path, running.clock, first_come()):
        pass
    at = ("--database", path)
    assert run(capsys, "db", "export", "--out", log, *at)[0] == 0
    code, said, _ = run(capsys, "db", "profiles", "--out", folder, *at)
    hashes = [profile_hash(NEIGHBOURHOOD), profile_hash(first_come())]
    assert said.splitlines() == [
        f"{hashes[0]}  2026-12           2026-11-20T01:30:00+00:00",
        f"{hashes[1]}  noon              2026-11-20T01:31:00+00:00",
    ]
    report = ("report", "day", "--json", "-", "--log", log, "--profile", "neighbourhood")
    code, _, complaint = run(capsys, *report)
    assert (code, f"under profile “noon” ({hashes[1]})" in complaint) == (1, True)
    code, said, _ = run(capsys, *report, "--profile", folder / f"{hashes[1]}.json")
    assert (code, json.loads(said)["profile_version"]) == (0, "2026-12")


def test_database_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "none.db"
    code, _, said = run(capsys, "db", "verify", "--database", missing)
    assert (code, missing.exists()) == (1, False)
    assert said.startswith(f"lobby db: File {missing} cannot be read")


def test_database_is_migrated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "b.db"
    said = [run(capsys, "db", "migrate", "--database", path)[1] for _ in range(2)]
    assert said == [
        f"Database {path} was brought from nothing (schema {HEAD}).\n",
        f"Database {path} is up to date (schema {HEAD}).\n",
    ]


def test_port_in_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = int(address_of(taken).rsplit(":", 1)[1])
        with pytest.raises(PortInUse):
            listen("127.0.0.1", port)
        code, said, complaint = run(
            capsys, "serve", "--port", port, "--database", tmp_path / "b.db"
        )
    assert (code, said) == (1, "")
    sentence = f"Port {port} is in use by another program. Stop it, or choose another with --port."
    assert complaint == f"lobby serve: {sentence}\n"


def test_practice_never_touches_real_days(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "b.db"
    with running_writer(path) as running:
        running.run(issue())
        with running.database.writing.begin() as connection:
            connection.exec_driver_sql("UPDATE branch SET clock = 'live'")
    code, _, said = run(capsys, "serve", "--port", 0, "--practice-rate", 60, "--database", path)
    assert (code, said.startswith(f"lobby serve: Database {path} holds real days")) == (1, True)


def test_real_days_never_go_on_in_a_practice_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "b.db"
    with running_writer(path) as running:
        running.run(issue())
    code, _, said = run(capsys, "serve", "--port", 0, "--database", path)
    assert (code, said.startswith(f"lobby serve: Database {path} holds practice days")) == (1, True)


def test_setting_that_makes_no_sense(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOBBY_PORT", "many")
    code, _, said = run(capsys, "serve")
    assert (code, said.startswith("lobby serve: Setting port: ")) == (1, True)


def test_options_win_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOBBY_PORT", "9000")
    monkeypatch.setenv("LOBBY_PROFILE", "city")
    settings = read_settings(port=9001, profile=None)
    assert (settings.port, settings.profile) == (9001, "city")
