"""``lobby board --self-test``: the profile found, the displays measured, the table printed."""

import os
from typing import ClassVar

import typer

from kiosk.ticketing.selftest.command import profile_of_server
from shared.client.run import Connection
from shared.config.load import load_profile
from shared.domain.errors import EnvironmentFailed


class DisplaysFailed(EnvironmentFailed):
    """Digits are too low for their distance, or a text is too pale."""

    code: ClassVar[str] = "display_self_test_failed"
    sentence: ClassVar[str] = (
        "The self-test found %1 faults on the displays. Use larger panels, or set the distance "
        "from which they are really read."
    )


def run_self_test(connection: Connection, profile: str) -> None:
    """Measure and print; nothing is shown on the real screen.

    Raises:
        DisplaysFailed: with the number of faults.
        ServerUnreachable: no profile is given, and the server has none for us.
        FileUnreadable, ProfileInvalid: of the profile that is given.
    """
    # Before Qt is loaded; drawn by the processor, so that no graphics card is needed.
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    from kiosk.board.selftest import table
    from kiosk.board.selftest_run import self_test

    found = self_test(load_profile(profile) if profile else profile_of_server(connection))
    typer.echo(table(found.rows))
    for line in (*found.pale, *found.complaints):
        typer.echo(line)
    if found.faults:
        raise DisplaysFailed(found.faults)
