"""Settings that must hold before any test module is imported."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.postgres import PostgresServer, postgres_server

# Read when the first QGuiApplication is made: no window of a test ever reaches a real screen.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Off-screen there is no graphics card to share; the software renderer draws the same pictures.
os.environ.setdefault("QT_QUICK_BACKEND", "software")
# A server in a process of its own looks ahead in yet another one, which few tests want.
os.environ.setdefault("LOBBY_WINDOWS", "false")

# A property's deadline would measure how busy the machine is, not the code.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


# Servers run in threads beside windows: a cycle with a Qt object that is collected in such a
# thread ends the process (see shared.ui.garbage). So only the main thread collects, after a module.
gc.disable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long tests first: with several processes the short ones fill the gaps behind them."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests recorded as `printed`: figures that a passing test still has to tell."""
    reports = terminalreporter.getreports("passed")
    lines = [line for r in reports for name, line in r.user_properties if name == "printed"]
    if lines:
        terminalreporter.section("figures")
    for line in sorted(map(str, lines)):
        terminalreporter.write_line(line)


@pytest.fixture(autouse=True, scope="module")
def garbage_is_collected_here() -> Iterator[None]:
    """Collect cycles in the main thread when a module's tests are over.

    What is left then (modules, caches) is not looked at again: after a thousand tests that alone
    took seconds, every time.
    """
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server for whoever asks for it first."""
    with postgres_server() as running:
        yield running


@pytest.fixture(autouse=True)
def state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own, so that no test writes into the user's."""
    folder = tmp_path / "state"
    monkeypatch.setenv("LOBBY_STATE_DIR", str(folder))
    return folder
