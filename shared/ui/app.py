"""The one way to make a Qt application object: libraries checked, font, style, language.

A missing xcb library ends the process inside Qt without an exception, so it is looked for first
and named in a sentence together with the one command that helps.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from shared.domain.errors import EnvironmentFailed
from shared.i18n import LANGUAGES
from shared.ui.fonts import use_fonts
from shared.ui.garbage import GuiThreadCollector
from shared.ui.tokens import DESK
from shared.ui.translator import install_translator

XCB_LIBRARIES: dict[str, str] = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Shared library to Debian package: what Qt's X11 window needs beyond Qt's own files."""


class DisplayLibrariesMissing(EnvironmentFailed):
    """Qt cannot open a window here: packages to install."""

    code = "display_libraries_missing"
    sentence = "Windows cannot open: system libraries are missing. Run: sudo apt-get install %1"


class DisplayMissing(EnvironmentFailed):
    """There is no screen to open a window on."""

    code = "display_missing"
    sentence = "There is no screen here. Start it from a desktop, or set QT_QPA_PLATFORM=offscreen."


def missing_packages(load: Callable[[str], object] = ctypes.CDLL) -> list[str]:
    """Debian packages whose library cannot be loaded; empty when a window can open."""
    return sorted({package for name, package in XCB_LIBRARIES.items() if not _loads(name, load)})


def _loads(name: str, load: Callable[[str], object]) -> bool:
    """Whether the dynamic linker finds the library."""
    try:
        load(name)
    except OSError:
        return False
    return True


def check_display(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    missing: Callable[[], Iterable[str]] = missing_packages,
) -> None:
    """Look before Qt leaps: is there a screen, and are the libraries for it there?

    Raises:
        DisplayMissing: Linux without X and Wayland, and no other Qt platform chosen.
        DisplayLibrariesMissing: X, but libraries are missing; the packages are named.
    """
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if not platform.startswith("linux") or (chosen and not chosen.startswith("xcb")):
        return
    if not environment.get("DISPLAY"):
        if environment.get("WAYLAND_DISPLAY") and not chosen:
            return
        raise DisplayMissing
    if packages := list(missing()):
        raise DisplayLibrariesMissing(" ".join(packages))


def quick_application(language: str = LANGUAGES[0], name: str = "Branch Lobby") -> QGuiApplication:
    """The application object of a QML program (kiosk, board, rating pad).

    Gives the existing one when there is one already (tests, the demo).

    Raises:
        DisplayMissing, DisplayLibrariesMissing: as ``check_display``.
        FileUnreadable: the shipped font is missing.
    """
    existing = QCoreApplication.instance()
    if isinstance(existing, QGuiApplication):
        return _dressed(existing, language)
    _before(name)
    return _dressed(_made(QGuiApplication(sys.argv[:1])), language)


def widget_application(language: str = LANGUAGES[0], name: str = "Branch Lobby") -> QGuiApplication:
    """The application object of a Widgets program (teller, desk, console); shows QML as well.

    Raises:
        As ``quick_application``; RuntimeError: a QML-only application object exists already (a
            bug: Qt has one per process and cannot change its kind).
    """
    from PySide6.QtWidgets import QApplication  # 40 ms that a kiosk does not need

    existing = QCoreApplication.instance()
    if isinstance(existing, QApplication):
        return _dressed(existing, language)
    if existing is not None:
        raise RuntimeError("make the Widgets application before any QML application")
    _before(name)
    return _dressed(_made(QApplication(sys.argv[:1])), language)


def _before(name: str) -> None:
    """What must be set before the application object exists."""
    check_display()
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    QCoreApplication.setApplicationName(name)
    # Our controls draw themselves; Basic adds nothing of the platform's to them.
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")


def _made(application: QGuiApplication) -> QGuiApplication:
    """A new application object of ours collects garbage in its own thread."""
    GuiThreadCollector(application)
    return application


def _dressed(application: QGuiApplication, language: str) -> QGuiApplication:
    """Font and language, once per application object; QML texts set their own sizes."""
    if not application.property("lobbyDressed"):
        application.setProperty("lobbyDressed", True)
        use_fonts(application, DESK.body)
        install_translator(application, language)
    return application
