"""``lobby kiosk --self-test``: the profile found, the screens measured, the table printed."""

import os
import sys
from typing import ClassVar

from rich.console import Console

from shared.client.run import Connection
from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.domain.errors import EnvironmentFailed, ServerUnreachable
from shared.reports.writing import keep_json

SERVER_WAIT_MS = 10_000


class SelfTestFailed(EnvironmentFailed):
    """Something on a screen is too small, too pale, out of reach or out of its place."""

    code: ClassVar[str] = "self_test_failed"
    sentence: ClassVar[str] = (
        "The self-test found %1 faults on the kiosk's screens; each stands below the table."
    )


def run_self_test(connection: Connection, profile: str, json: str) -> None:
    """Measure and print; nothing is shown on the real screen.

    Raises:
        SelfTestFailed: with the number of faults.
        ServerUnreachable: no profile is given, and the server has none for us.
        FileUnreadable, ProfileInvalid: of the profile that is given.
    """
    # Before Qt is loaded; drawn by the processor, so that no graphics card is needed.
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    from kiosk.ticketing.selftest.report import WIDTH, as_text, show
    from kiosk.ticketing.selftest.run import self_test

    found = self_test(load_profile(profile) if profile else profile_of_server(connection))
    if json != "-":
        show(found, Console(width=None if sys.stdout.isatty() else WIDTH))
    keep_json(as_text(found), json or None)
    if not found.is_passed:
        raise SelfTestFailed(len(found.faults))


def profile_of_server(connection: Connection) -> Profile:
    """The profile that the branch server publishes."""
    from PySide6.QtCore import QEventLoop, QTimer

    from shared.client.rest import RestClient
    from shared.ui.app import quick_application

    quick_application("zh")
    client = RestClient(connection.server, connection.key, connection.branch, ca=connection.ca)
    loop = QEventLoop()
    client.profileChanged.connect(lambda _profile: loop.quit())
    QTimer.singleShot(SERVER_WAIT_MS, loop.quit)
    client.start()
    if client.profile is None:
        loop.exec()
    client.stop()
    if client.profile is None:
        raise ServerUnreachable(connection.server)
    return client.profile
