"""A kiosk on a fake client, with its real window; any QML warning fails the test that saw it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.speech.speaker import Speaker
from kiosk.ticketing.countdown import Countdown
from kiosk.ticketing.program import KioskProgram
from shared.config.load import load_profile
from shared.ui.app import quick_application
from tests.support.fake_client import FakeClient
from tests.support.qml import show

NEVER_MS = 3_600_000
"""Seconds do not pass by themselves: a test says how many did."""


def pass_seconds(countdown: Countdown, seconds: int) -> None:
    """So many seconds pass, now."""
    for _ in range(seconds):
        countdown.tick()


class Kiosk:
    """The program with its fake client."""

    def __init__(
        self,
        profile: str = "neighbourhood",
        second_ms: int = NEVER_MS,
        client: FakeClient | None = None,
        speaker: Speaker | None = None,
        **options: str,
    ) -> None:
        self.client = client or FakeClient(load_profile(profile))
        self.program = KioskProgram(self.client, options, second_ms=second_ms, speaker=speaker)
        self.window = self.program.window
        self.flow = self.program.flow
        show(self.window)

    @property
    def screen(self) -> str:
        return self.flow.screen_name

    def close(self) -> None:
        problems = list(self.program.engine.problems)
        self.program.close()
        assert problems == []


KioskMaker = Callable[..., Kiosk]


@pytest.fixture
def make_kiosk(qtbot: QtBot) -> Iterator[KioskMaker]:
    """Makes kiosks; each is closed and must have had nothing to complain of."""
    quick_application("zh")  # our font, whoever made the application
    made: list[Kiosk] = []

    def make(*arguments: Any, **options: Any) -> Kiosk:
        made.append(Kiosk(*arguments, **options))
        return made[-1]

    yield make
    for kiosk in made:
        kiosk.close()


@pytest.fixture
def kiosk(make_kiosk: KioskMaker) -> Kiosk:
    """A kiosk of the neighbourhood branch, without a printer, on the start screen."""
    return make_kiosk()
