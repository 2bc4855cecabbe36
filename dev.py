#!/usr/bin/env python3
"""The one door for people who work on Branch Lobby: `python3 dev.py COMMAND`.

Needs nothing but Python 3.11 to 3.13. Every command first does the set-up that is missing:
system libraries of Qt (Debian and Ubuntu), the virtual environment `.venv`, and the locked
dependencies, each checked against its hash. Once that is done a command starts at once.

This file keeps to syntax of Python 3.7, so that an older one gets a clear sentence.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / ("python.exe" if os.name == "nt" else "python"))
STAMP = VENV / "set-up.stamp"
UNFINISHED = "unfinished"
OLDEST, NEWEST = (3, 11), (3, 13)  # the range of pyproject.toml's requires-python

COMMANDS = {
    "run": "play the demo day; without a display it goes to out/demo (options: lobby demo --help)",
    "test": "everything: check, then the test suite (further options go to pytest)",
    "check": "format, lint, types, import arrows, QML, translations, house rules",
    "bench": "measure what a person feels and what the server bears (--only store)",
    "torture": "interleavings, busy hall, interface, the store on both databases (--kills N)",
    "shots": "make the pictures in docs/pictures again",
    "docs": "make the generated pages in docs again",
}

# Three test processes on two cores: windows and servers wait a good deal of the time. `-n 0`
# runs them in one.
SIDE_BY_SIDE = ("-n", "3", "--dist", "worksteal")

# What PySide6's wheels expect of the system: shared library -> Debian package.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# Programs with which the pages are tried in a real browser, and signing in with a real directory.
# Here those tests are left out without them, which pytest says; in CI they have to run.
IN_CI = {Path("/usr/bin/chromium"): "chromium", Path("/usr/sbin/slapd"): "slapd"}


def main(words: list[str]) -> int:
    """Run one command and give its exit code: 0 good, 1 failed, 2 wrong usage."""
    if not words or words[0] in ("-h", "--help"):
        print("Usage: python3 dev.py COMMAND [OPTIONS]\n")
        print("\n".join(f"  {name:<7} {told}" for name, told in COMMANDS.items()))
        return 0 if words else 2
    command, rest = words[0], words[1:]
    if command not in COMMANDS:
        print(f"dev.py: there is no command {command!r}; choose {', '.join(COMMANDS)}.")
        return 2
    set_up()
    if command == "run":
        return become(str(BIN / "lobby"), "demo", *headless_options(), *rest)
    if command == "test":
        return test(rest)
    if command == "check":
        return check(house_rules=True)
    return become(PYTHON, "-m", f"tests.{command}", *rest)


def become(*command: str) -> NoReturn:
    """Turn into this program, so that Ctrl-C and a termination reach it and nothing else."""
    if os.name == "nt":  # where exec would leave the terminal before the program ends
        sys.exit(start(*command))
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execv(command[0], command)


def start(*command: str) -> int:
    """Run a program in the repository, sharing this terminal, and give its exit code."""
    program = subprocess.Popen(command, cwd=ROOT)
    while program.poll() is None:
        with contextlib.suppress(KeyboardInterrupt):  # reached it as well: it ends in its own way
            program.wait()
    return program.returncode


def say(sentence: str) -> None:
    """Tell at once what goes on, also where the output is a file or a pipe."""
    print(sentence, flush=True)


def stop(sentence: str) -> NoReturn:
    """End with one clear sentence and exit code 1."""
    sys.stdout.flush()
    sys.exit(f"dev.py: {sentence}")


# ---------------------------------------------------------------- set-up


def set_up() -> None:
    """Leave a machine on which every command works, or stop and say what to type."""
    require_python()
    if sys.platform == "linux":
        install_packages(missing_packages())
    with alone():
        place = f"{ROOT} {sys.implementation.cache_tag}"  # what the scripts in .venv are bound to
        lock, project = (ROOT / "requirements.lock", ROOT / "pyproject.toml")
        wanted = [digest(place.encode()), digest(lock.read_bytes()), digest(project.read_bytes())]
        found = STAMP.read_text().split() if STAMP.exists() and Path(PYTHON).exists() else []
        if found == wanted:
            return
        began = time.monotonic()
        if found[:2] != wanted[:2]:
            was_elsewhere = found != [] and found[0] != wanted[0]  # so is one that was cut off
            install_dependencies(start_afresh=was_elsewhere or not venv_works())
        pip("--no-deps", "--no-build-isolation", "--editable", ".")
        say("Compiling the simulator (a minute or two)")
        quietly(PYTHON, "-m", "shared.rollout")  # what fails here is told where it is needed
        STAMP.write_text("\n".join(wanted))  # last: what was cut off is never taken for done
        say(f"The environment is ready ({time.monotonic() - began:.0f} s)")


def require_python() -> None:
    """Continue under a fitting Python if this one is too old or too new and one is at hand."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other and subprocess.call([other, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            sys.exit(subprocess.call([other, __file__, *sys.argv[1:]]))
    found = ".".join(map(str, sys.version_info[:2]))
    stop(
        f"Branch Lobby needs Python 3.11, 3.12 or 3.13, and this is Python {found}; "
        "install one of them and start dev.py with it."
    )


def missing_packages() -> list[str]:
    """The Debian packages without which Qt or the virtual environment would not start here."""
    libraries = dict(LIBRARIES)
    if os.environ.get("DISPLAY"):
        libraries.update(X11_LIBRARIES)
    if os.environ.get("WAYLAND_DISPLAY"):
        libraries.update(WAYLAND_LIBRARIES)
    packages = [package for library, package in libraries.items() if not loads(library)]
    if os.environ.get("CI"):
        packages += [package for program, package in IN_CI.items() if not program.exists()]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append(f"python3.{sys.version_info[1]}-venv")
    return packages


def loads(library: str) -> bool:
    """Whether the dynamic linker finds this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Install with apt: as root at once, else through sudo; stop where neither works."""
    if not packages:
        return
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        stop(f"please install these packages, or what your system calls them: {names}")
    become_root = root_prefix()
    if become_root is not None:
        say(f"Installing system packages{' through sudo' if become_root else ''}: {names}")
        apt = [*become_root, "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
        quietly(*apt, "update")  # a broken extra source need not matter: the install decides
        done, output = quietly(*apt, "install", "--yes", "--no-install-recommends", *packages)
        if done:
            return
        print(output)
    typed = f"apt-get update && apt-get install --yes --no-install-recommends {names}"
    if become_root != []:
        typed = f"{'su -c' if become_root is None else 'sudo sh -c'} '{typed}'"
    stop(f"the system packages could not be installed. Please type:\n  {typed}")


def root_prefix() -> list[str] | None:
    """What goes before a command so that root runs it; None where there is no way."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    ask = [] if sys.stdin and sys.stdin.isatty() else ["--non-interactive"]
    return ["sudo", *ask, "DEBIAN_FRONTEND=noninteractive"]


def quietly(*command: str) -> tuple[bool, str]:
    """Run a program out of sight: whether it succeeded, and all it said."""
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive", PIP_USER="0")
    with contextlib.suppress(KeyError):
        del environment["PYTHONHOME"]
    stdin = None if command[0] == "sudo" else subprocess.DEVNULL
    ended = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    return ended.returncode == 0, ended.stdout


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Only one dev.py sets up at a time; the second waits for the first."""
    try:
        import fcntl
    except ImportError:  # Windows: two at once is left to the person at the keyboard
        yield
        return
    (ROOT / "build").mkdir(exist_ok=True)
    with (ROOT / "build" / "set-up.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def digest(content: bytes) -> str:
    """A word that changes whenever the content does."""
    return hashlib.sha256(content).hexdigest()


def venv_works() -> bool:
    """Whether .venv holds a running Python of this version with a running pip."""
    if not Path(PYTHON).exists():
        return False
    probe = f"import pip, sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    return quietly(PYTHON, "-c", probe)[0]


def install_dependencies(start_afresh: bool) -> None:
    """Bring .venv in line with requirements.lock, in a new one if need be."""
    if start_afresh:
        say("Making the virtual environment .venv")
        done, output = quietly(sys.executable, "-m", "venv", "--clear", str(VENV))
        if not done:
            stop(f"the virtual environment could not be made:\n{output}")
    STAMP.write_text(UNFINISHED)
    say("Installing the locked dependencies (the first time about 350 MB, a minute or so)")
    pip("--require-hashes", "-r", "requirements.lock")


def pip(*options: str) -> None:
    """Install into .venv, or stop with what pip said."""
    install = ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    done, output = quietly(PYTHON, *install, *options)
    if not done:
        with contextlib.suppress(OSError):
            STAMP.unlink()  # nothing was cut off: the next start goes on from here
        stop(
            f"pip could not install what is needed:\n{output}\n"
            "Start again when this is mended; if it stays, delete the folder .venv first."
        )


# ---------------------------------------------------------------- run, check, test


def headless_options() -> list[str]:
    """`run` plays off-screen where a Linux machine has no display."""
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform != "linux" or has_display:
        return []
    say("No display here: the demo day goes to out/demo")
    return ["--headless", "--out", "out/demo"]


def check(house_rules: bool) -> int:
    """Every static check, two at a time; all of them run, each failure is shown."""
    steps = {
        "format": [str(BIN / "ruff"), "format", "--check", "--quiet", "--diff", "."],
        "lint": [str(BIN / "ruff"), "check", "--quiet", "."],
        "types": [PYTHON, "-m", "mypy"],
        "arrows": [str(BIN / "lint-imports"), "--no-logo"],
        "qml": [PYTHON, "-m", "tests.house.qml_lint"],
    }
    if (ROOT / "shared" / "i18n" / "check.py").exists():
        steps["translations"] = [PYTHON, "-m", "shared.i18n.check"]
    if house_rules:
        steps["house rules"] = [PYTHON, "-m", "pytest", "-q", "tests/house"]
    failed = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        for ended in as_completed([pool.submit(step, *row) for row in steps.items()]):
            name, done, took_s, output = ended.result()
            say(f"  {'good  ' if done else 'FAILED'} {name} ({took_s:.1f} s)")
            if not done:
                failed.append(name)
                say(output.rstrip())
    if failed:
        say(f"Checks that failed: {', '.join(failed)}")
    return 1 if failed else 0


def step(name: str, command: list[str]) -> tuple[str, bool, float, str]:
    """Run one check out of sight: its name, whether it was good, seconds, and what it said."""
    began = time.monotonic()
    done, output = quietly(*command)
    return name, done, time.monotonic() - began, output


def test(options: list[str]) -> int:
    """The checks, then the whole suite; pytest's closing line comes last."""
    say("Checks")
    checks = check(house_rules=False)  # the suite below holds the house rules
    say("Tests")
    side_by_side = () if any(word.startswith("-n") for word in options) else SIDE_BY_SIDE
    tests = start(PYTHON, "-m", "pytest", *side_by_side, *options)
    return 1 if checks or tests else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
