"""dev.py: what it decides. That it works on an empty machine is tests/fresh/debian.sh's affair."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path

import pytest

import dev


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A Linux machine without display that has every library."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "loads", lambda library: True)
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    return monkeypatch


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What would have been run out of sight; everything succeeds but sudo."""
    ran: list[tuple[str, ...]] = []

    def quietly(*command: str) -> tuple[bool, str]:
        ran.append(command)
        return command[0] != "sudo", "sudo says no"

    monkeypatch.setattr(dev, "quietly", quietly)
    return ran


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()[2:]]
    assert listed == list(dev.COMMANDS)


def test_unknown_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tset"]) == 2
    said = capsys.readouterr().out
    assert (
        said == "dev.py: there is no command 'tset'; "
        "choose run, test, check, bench, torture, shots, docs.\n"
    )


def test_python_range_is_that_of_the_project() -> None:
    text = (dev.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    oldest, newest = dev.OLDEST, dev.NEWEST
    wanted = f'requires-python = ">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"'
    assert wanted in text.splitlines()


def test_wrong_python_gets_a_sentence(linux: pytest.MonkeyPatch) -> None:
    linux.setattr(sys, "version_info", (3, 9, 2))
    linux.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SystemExit) as stopped:
        dev.require_python()
    assert stopped.value.code == (
        "dev.py: Branch Lobby needs Python 3.11, 3.12 or 3.13, and this is Python 3.9; "
        "install one of them and start dev.py with it."
    )


@pytest.mark.parametrize(
    ("display", "library", "package"),
    [
        ("", "libEGL.so.1", "libegl1"),
        ("DISPLAY", "libxcb-cursor.so.0", "libxcb-cursor0"),
        ("WAYLAND_DISPLAY", "libwayland-egl.so.1", "libwayland-egl1"),
    ],
)
def test_missing_library_names_its_package(
    linux: pytest.MonkeyPatch, display: str, library: str, package: str
) -> None:
    linux.setattr(dev, "loads", lambda found: found != library)
    if display:
        linux.setenv(display, ":0")
    assert dev.missing_packages() == [package]


def test_libraries_of_a_display_are_not_asked_for_without_one(linux: pytest.MonkeyPatch) -> None:
    linux.setattr(dev, "loads", lambda library: library in dev.LIBRARIES)
    assert dev.missing_packages() == []


@pytest.mark.parametrize(("is_ci", "packages"), [("", []), ("true", ["chromium", "slapd"])])
def test_browser_is_only_needed_in_ci(
    linux: pytest.MonkeyPatch, tmp_path: Path, is_ci: str, packages: list[str]
) -> None:
    linux.setattr(dev, "loads", lambda library: True)
    linux.setattr(dev, "IN_CI", {tmp_path / name: name for name in ("chromium", "slapd")})
    linux.setenv("CI", is_ci)
    assert dev.missing_packages() == packages


def test_python_without_venv_asks_for_its_package(linux: pytest.MonkeyPatch) -> None:
    linux.setattr(importlib.util, "find_spec", lambda name: None)
    assert dev.missing_packages() == [f"python3.{sys.version_info[1]}-venv"]


def test_root_installs_at_once(linux: pytest.MonkeyPatch, commands: list[tuple[str, ...]]) -> None:
    linux.setattr(shutil, "which", lambda name: name)
    linux.setattr(os, "geteuid", lambda: 0)
    dev.install_packages(["libegl1"])
    assert [command[0] for command in commands] == ["apt-get", "apt-get"]
    assert commands[-1][-1] == "libegl1"


@pytest.mark.parametrize(("has_sudo", "way"), [(True, "sudo sh -c"), (False, "su -c")])
def test_where_nothing_works_the_one_command_is_named(
    linux: pytest.MonkeyPatch, commands: list[tuple[str, ...]], has_sudo: bool, way: str
) -> None:
    linux.setattr(shutil, "which", lambda name: name if has_sudo or name != "sudo" else None)
    linux.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as stopped:
        dev.install_packages(["libgl1", "libegl1"])
    assert str(stopped.value.code).splitlines()[-1].strip() == (
        f"{way} 'apt-get update && apt-get install --yes --no-install-recommends libgl1 libegl1'"
    )
    assert {command[0] for command in commands} <= {"sudo"}


def test_machine_without_apt_gets_the_names(linux: pytest.MonkeyPatch) -> None:
    linux.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match="libegl1"):
        dev.install_packages(["libegl1"])


@pytest.mark.parametrize(
    ("platform", "display", "options"),
    [
        ("linux", "", ["--headless", "--out", "out/demo"]),
        ("linux", "DISPLAY", []),
        ("linux", "WAYLAND_DISPLAY", []),
        ("win32", "", []),
        ("darwin", "", []),
    ],
)
def test_demo_goes_off_screen_only_where_there_is_no_display(
    linux: pytest.MonkeyPatch, platform: str, display: str, options: list[str]
) -> None:
    linux.setattr(sys, "platform", platform)
    if display:
        linux.setenv(display, ":0")
    assert dev.headless_options() == options


@pytest.fixture
def environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, commands: list[tuple[str, ...]]
) -> Path:
    """A repository without environment, in which pip and venv only pretend."""
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_text(name)
    venv = tmp_path / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").touch()
    for name, value in {
        "ROOT": tmp_path,
        "VENV": venv,
        "PYTHON": str(venv / "bin" / "python"),
        "STAMP": venv / "set-up.stamp",
        "missing_packages": list,
    }.items():
        monkeypatch.setattr(dev, name, value)
    return venv


def made_afresh(commands: list[tuple[str, ...]]) -> bool:
    return any(command[1:3] == ("-m", "venv") for command in commands)


def installed(commands: list[tuple[str, ...]]) -> int:
    return sum(command[1:4] == ("-m", "pip", "install") for command in commands)


def test_second_start_does_nothing(environment: Path, commands: list[tuple[str, ...]]) -> None:
    dev.set_up()
    commands.clear()
    dev.set_up()
    assert commands == []


def test_changed_lock_is_installed_into_the_same_environment(
    environment: Path, commands: list[tuple[str, ...]]
) -> None:
    dev.set_up()
    commands.clear()
    (dev.ROOT / "requirements.lock").write_text("changed")
    dev.set_up()
    assert (installed(commands), made_afresh(commands)) == (2, False)


def test_changed_project_is_installed_without_its_dependencies(
    environment: Path, commands: list[tuple[str, ...]]
) -> None:
    dev.set_up()
    commands.clear()
    (dev.ROOT / "pyproject.toml").write_text("one more command")
    dev.set_up()
    assert (installed(commands), made_afresh(commands)) == (1, False)


def test_pip_that_fails_is_tried_again_in_the_same_environment(
    environment: Path, commands: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as offline:
        offline.setattr(dev, "quietly", lambda *command: ("pip" not in command, "no network"))
        with pytest.raises(SystemExit, match="no network"):
            dev.set_up()
    dev.set_up()
    assert (installed(commands), made_afresh(commands)) == (2, False)


def test_other_python_or_place_starts_afresh(
    environment: Path, commands: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.set_up()
    commands.clear()
    monkeypatch.setattr(sys.implementation, "cache_tag", "cpython-312")
    dev.set_up()
    assert made_afresh(commands)


def test_set_up_that_was_cut_off_starts_afresh(
    environment: Path, commands: list[tuple[str, ...]]
) -> None:
    (environment / "set-up.stamp").write_text(dev.UNFINISHED)
    dev.set_up()
    assert made_afresh(commands)


def test_environment_without_a_running_python_starts_afresh(
    environment: Path, commands: list[tuple[str, ...]]
) -> None:
    dev.set_up()
    commands.clear()
    (environment / "bin" / "python").unlink()
    dev.set_up()
    assert made_afresh(commands)


def test_every_check_runs_and_one_failure_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def quietly(*command: str) -> tuple[bool, str]:
        ran.append(" ".join(command))
        return "mypy" not in command, "wrong type"

    monkeypatch.setattr(dev, "quietly", quietly)
    assert dev.check(house_rules=True) == 1
    said = capsys.readouterr().out.splitlines()
    steps = [line for line in said if line.startswith("  ")]
    assert len(steps) == len(ran)
    assert [line.split()[1] for line in steps if "FAILED" in line] == ["types"]
    assert "wrong type" in said
    assert said[-1] == "Checks that failed: types"
