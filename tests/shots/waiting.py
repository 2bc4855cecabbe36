"""Waiting until a window shows what it is to show, and stands still."""

import time
from collections.abc import Callable

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from shared.client.program import Program
from shared.ui.grab import settle

LIMIT_S = 10.0
STILL_MS = 250
"""Longer than every fade and flash step: a picture that is the same twice has come to rest."""


def until(holds: Callable[[], bool], limit_s: float = LIMIT_S) -> None:
    """Let events run until it holds.

    Raises:
        TimeoutError: it did not in time.
    """
    end_s = time.monotonic() + limit_s
    while not holds():
        if time.monotonic() > end_s:
            raise TimeoutError("a screen did not come to the state that was to be pictured")
        settle()
    settle()


def still(program: Program) -> QImage:
    """The window's picture once fades are over and icons are there.

    Raises:
        TimeoutError: it never came to rest.
    """
    end_s = time.monotonic() + LIMIT_S
    before = program.grab()
    while time.monotonic() < end_s:
        QTest.qWait(STILL_MS)
        now = program.grab()
        if now == before:
            return now
        before = now
    raise TimeoutError("a window does not come to rest")
