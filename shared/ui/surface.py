"""What every QML program does with its window and the bank's colour."""

import logging

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from shared.domain.errors import LobbyError
from shared.ui.theme import Theme

WINDOWED_SHARE = 0.9
"""A window beside others takes at most so much of the screen, and is never larger than drawn."""

logger = logging.getLogger(__name__)


def show_window(
    window: QQuickWindow, *, is_fullscreen: bool, share: float = WINDOWED_SHARE
) -> None:
    """Fill the screen, or open the window as drawn, smaller where the screen is.

    ``share``: of the screen's width and height, what it may take. Off-screen nothing limits it.
    """
    if is_fullscreen:
        window.showFullScreen()
        return
    drawn = window.size()
    room = window.screen().availableSize() * share
    is_limited = QGuiApplication.platformName() != "offscreen"
    if is_limited and (drawn.width() > room.width() or drawn.height() > room.height()):
        window.resize(drawn.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    window.show()


def wear_accent(theme: Theme, accent: str) -> None:
    """Take the bank's colour; a screen in our own colour is better than none."""
    try:
        theme.set_accent(accent)
    except LobbyError as error:
        logger.warning("theme.accent_refused code=%s reason=%s", error.code, error)
