"""Forty people at the door: two kiosks in rush mode, a real server, fingers at a human pace.

Only the people's own time is simulated, second by second; every touch is a real touch, every
ticket comes from the server and is printed. The pace: two metres to the kiosk at 0.8 m/s, slower
than the mean of people over 80 (Bohannon and Andrews 2011); everything on the screen read at 119
words a minute, half the silent reading rate of adults (Brysbaert 2019: 238), 1.5 Chinese characters
counted as a word; a second to reach out; three seconds to take the slip and step aside (both ours).
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path

import pytest
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.printing.virtual.server import VirtualPrinter
from kiosk.ticketing.program import KioskProgram
from kiosk.ticketing.selftest.measure import shown
from shared.client.rest import RestClient
from shared.server.clock import ManualClock
from shared.ui.app import quick_application
from tests.kiosk.ticketing.conftest import NEVER_MS
from tests.support.qml import click, find, show, texts
from tests.support.server import RunningServer, running_server

pytestmark = pytest.mark.end2end

PEOPLE = 40
LIMIT_S = 600
WALK_S = 2 / 0.8
WORDS_PER_S = 119 / 60
REACH_S = 1.0
TAKE_S = 3.0


@dataclass
class Station:
    """One kiosk, the printer in it, and whoever stands before it."""

    program: KioskProgram
    touches: int = 0
    seconds: float = 0.0
    numbers: list[str] = field(default_factory=list)

    def read(self) -> None:
        """Everything in the first language that stands between header and bar."""
        page = [each for each in shown(self.program.window.contentItem()) if is_page(each)]
        words = sum(word_count(text) for each in page for text in texts(each))
        self.pass_time(words / 2 / WORDS_PER_S)  # every text stands there twice, or is a figure

    def touch(self, name: str) -> None:
        """Reach out and touch."""
        self.pass_time(REACH_S)
        click(find(self.program.window, name))
        self.touches += 1

    def pass_time(self, seconds: float) -> None:
        """The kiosk's own patience goes on as well."""
        before, self.seconds = self.seconds, self.seconds + seconds
        for _ in range(ceil(self.seconds) - ceil(before)):
            for countdown in (
                self.program.flow.idle,
                self.program.flow.warning,
                self.program.flow.count,
            ):
                countdown.tick()


def is_page(item: QQuickItem) -> bool:
    """A page of the kiosk, between header and bar."""
    return item.property("isInstant") is not None and item.isVisible()


def word_count(text: str) -> float:
    """Words of a text; 1.5 Chinese characters are as good as one."""
    chinese = sum("\u4e00" <= each <= "\u9fff" for each in text)
    return chinese / 1.5 + len([word for word in text.split() if word.isascii()])


@contextmanager
def stations(
    folder: Path, qtbot: QtBot, count: int
) -> Iterator[tuple[RunningServer, list[Station]]]:
    """Kiosks in contact with one server, each with its own printer; their seconds stand still."""
    quick_application("zh")
    with ExitStack() as stack:
        server = stack.enter_context(running_server(folder))
        made = []
        for number in range(count):
            paper = stack.enter_context(VirtualPrinter())
            client = RestClient(server.base_url, server.keys["kiosk"])
            options = {"printer": paper.address, "device": f"kiosk-{number + 1}"}
            program = KioskProgram(client, options, second_ms=NEVER_MS)
            stack.callback(program.close)
            stack.callback(client.stop)
            show(program.window)
            client.start()
            made.append(Station(program))
        for each in made:
            wait_until_ready(each.program, qtbot)
        yield server, made
        assert [each.program.engine.problems for each in made] == [[]] * count


def wait_until_ready(program: KioskProgram, qtbot: QtBot) -> None:
    """It gives tickets."""
    qtbot.waitUntil(lambda: is_ready(program))


def wait_for_rush(program: KioskProgram, qtbot: QtBot) -> None:
    """It has heard of the rush."""
    qtbot.waitUntil(lambda: program.face.is_rush)


def is_ready(program: KioskProgram) -> bool:
    """Whether it gives tickets."""
    return program.flow.screen_name == "start" and program.face.is_open


def take_ticket(station: Station, tile: str, qtbot: QtBot) -> None:
    """Walk up, read, touch, take the slip, make room."""
    flow = station.program.flow
    station.pass_time(WALK_S)
    if flow.page != "start":
        station.pass_time(REACH_S)
        if flow.page != "start":  # it has not ended under the hand
            station.touch("doneButton")
    station.read()
    station.touch(tile)
    qtbot.waitUntil(lambda: flow.page == "ticket")
    station.numbers.append(str(flow.ticket_shown["number"]))
    qtbot.waitUntil(lambda: station.program.printer.state_name == "done")
    station.pass_time(TAKE_S)


def test_forty_people_at_two_kiosks_have_their_tickets_within_ten_minutes(
    tmp_path: Path, qtbot: QtBot, record_property: Callable[[str, object], None]
) -> None:
    with stations(tmp_path, qtbot, 2) as (server, kiosks):
        assert server.client("lead", "lead").post("rush", json={"minutes": 30}).status_code == 200
        for each in kiosks:
            wait_for_rush(each.program, qtbot)
        keys = [tile.key for tile in kiosks[0].program.face.start_tiles if tile.services]
        for person in range(PEOPLE):
            station = min(kiosks, key=lambda each: each.seconds)
            take_ticket(station, f"tile-{keys[person % len(keys)]}", qtbot)
        numbers = [number for each in kiosks for number in each.numbers]
        assert len(set(numbers)) == PEOPLE
        took_s = max(each.seconds for each in kiosks)
        touches = sum(each.touches for each in kiosks)
        told = f"rush: {PEOPLE} people, 2 kiosks: {took_s / 60:.1f} min, {touches} touches"
        record_property("printed", told)
        assert took_s <= LIMIT_S
        lobby = server.client("board").get("lobby").json()
        assert len(lobby["waiting"]) == PEOPLE


def test_the_rush_ends_by_itself_on_the_screen(tmp_path: Path, qtbot: QtBot) -> None:
    with stations(tmp_path, qtbot, 1) as (server, (station,)):
        face = station.program.face
        server.client("lead", "lead").post("rush", json={"minutes": 5})
        qtbot.waitUntil(lambda: face.is_rush)
        assert texts(find(station.program.window, "question")) == ["点一下就出号"]
        assert isinstance(server.clock, ManualClock)
        server.clock.advance(301_000_000)
        server.client("kiosk").post("tickets", json={"service": "cash"})
        qtbot.waitUntil(lambda: not face.is_rush)
        assert texts(find(station.program.window, "question"))[0] == "您要办什么？"


def test_an_ordinary_walk(
    tmp_path: Path, qtbot: QtBot, record_property: Callable[[str, object], None]
) -> None:
    with stations(tmp_path, qtbot, 1) as (_server, (station,)):
        flow = station.program.flow
        station.pass_time(WALK_S)
        station.read()
        station.touch("tile-cash")
        qtbot.waitUntil(lambda: flow.page in {"ways", "ticket"})
        if flow.page == "ways":
            station.read()
            station.touch("way-counter")
            qtbot.waitUntil(lambda: flow.page == "ticket")
        taps, seconds = station.touches, station.seconds
        record_property("printed", f"ordinary ticket: {taps} touches, {seconds:.0f} s")
        assert taps <= 2
