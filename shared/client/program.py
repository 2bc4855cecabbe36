"""A Qt program as the commands and the demo see it, found through ``lobby.programs``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QImage, QWindow

from shared.client.ports import LobbyClient

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget  # a kiosk never loads it


class Program(Protocol):
    """One window with what stands behind it."""

    @property
    def name(self) -> str:
        """The word after ``lobby``: kiosk, board, teller, rating."""
        ...

    @property
    def window(self) -> QWindow | QWidget:
        """The window, for tests and for playing a person at it."""
        ...

    def show(self) -> None:
        """Show the window."""
        ...

    def close(self) -> None:
        """Close it and let go of everything but the client, which belongs to the caller."""
        ...

    def grab(self) -> QImage:
        """The window's picture as it is now."""
        ...


Factory = Callable[[LobbyClient, Mapping[str, str]], Program]
"""What stands behind an entry point of ``lobby.programs``: ``create(client, options)``.

Options, all text: language, scheme (light, dark), fullscreen ("1", "0"), device, and for the
kiosk printer (an address), for teller and rating counter, for the board audio.
"""
