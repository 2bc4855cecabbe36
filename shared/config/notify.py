"""Tells the service manager that a program is up, alive or stopping (systemd's sd_notify).

Without ``NOTIFY_SOCKET`` nothing happens, so that programs behave alike everywhere. Source of the
protocol: sd_notify(3), sd_watchdog_enabled(3).
"""

import contextlib
import os
import socket
from collections.abc import Mapping

READY = "READY=1"
ALIVE = "WATCHDOG=1"
STOPPING = "STOPPING=1"
#: So many signs of life fit into the supervisor's patience: one may be late.
SIGNS = 3


class Supervisor:
    """Who started this program and wants to hear of it, if anybody does."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        """Look for the manager's socket and its patience."""
        self._address = _socket_address(environment.get("NOTIFY_SOCKET", ""))
        self._patience_us = _patience_us(environment) if self._address else 0

    @property
    def is_there(self) -> bool:
        """Whether somebody started this program who looks after it."""
        return bool(self._address)

    @property
    def every_ms(self) -> int | None:
        """How often it wants a sign of life; None where nobody waits for one."""
        return max(1, self._patience_us // 1000 // SIGNS) if self._patience_us else None

    def tell(self, news: str) -> None:
        """Say something; a manager that is gone or busy does not hold us up."""
        if not self._address:
            return
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as way:
            way.setblocking(False)
            way.connect(self._address)
            way.send(news.encode())


def _socket_address(text: str) -> str:
    """A path, or a name in the abstract space, which is written with an @."""
    if not hasattr(socket, "AF_UNIX"):
        return ""
    return f"\0{text[1:]}" if text.startswith("@") else text


def _patience_us(environment: Mapping[str, str]) -> int:
    """What the manager allows between two signs of life; 0 where it watches nobody.

    ``WATCHDOG_PID`` is not looked at: below a compositor the watched program is its child.
    """
    text = environment.get("WATCHDOG_USEC", "")
    return int(text) if text.isascii() and text.isdigit() else 0
