"""People and surveys through the real window on a real server."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from counter.desk.people.page import PeoplePage
from counter.desk.program import DeskProgram, create
from counter.desk.shell.page import DeskPage
from counter.desk.surveys.page import SurveysPage
from shared.client.rest import RestClient
from shared.protocol.event import to_datetime
from shared.services.ports import StaffRecord
from tests.counter.desk.people import scenes
from tests.support.server import CHEAP_PINS, PIN, RunningServer, running_server

WAIT_MS = 10_000
ALT = Qt.KeyboardModifier.AltModifier


class Office:
    """A desk window on a server, with somebody signed in."""

    def __init__(self, server: RunningServer, qtbot: QtBot, staff: str) -> None:
        self.server, self.qtbot = server, qtbot
        self.client = RestClient(server.base_url, server.keys["lead"], server.branch)
        self.client.start()
        self.until(lambda: self.client.is_online and self.client.profile is not None)
        self.program: DeskProgram = create(self.client, {"language": "en"})
        self.program.show()
        self.program.desk.sign_in(staff, PIN)
        self.until(lambda: self.program.desk.session is not None)

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=WAIT_MS)

    def press(self, page: DeskPage, name: str) -> QWidget:
        """A key of the page; the sheet that it opens."""
        key = page.findChild(QWidget, name)
        assert key is not None
        self.until(key.isEnabled)
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)
        assert page.sheet is not None
        return page.sheet

    def close(self) -> None:
        self.program.close()
        self.client.stop()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """Cash needs a certificate; ``sup`` is a supervisor."""
    with running_server(tmp_path_factory.mktemp("people"), scenes.profile()) as running:
        at = to_datetime(running.clock.now_us())
        record = StaffRecord("sup", "Su Per", "supervisor", CHEAP_PINS.hash(PIN))
        running.house.staff.add(record, at)
        running.house.staff.refresh_names()
        yield running


@pytest.fixture
def office(qtbot: QtBot, server: RunningServer) -> Iterator[Office]:
    made = Office(server, qtbot, "sup")
    yield made
    made.close()


def write(sheet: QWidget, name: str, text: str) -> None:
    field = sheet.findChild(QLineEdit, name)
    assert field is not None
    field.clear()
    QTest.keyClicks(field, text)


def choose(sheet: QWidget, name: str, data: str) -> None:
    combo = sheet.findChild(QComboBox, name)
    assert combo is not None
    combo.setCurrentIndex(combo.findData(data))


def labels(page: PeoplePage) -> str:
    return page.panel.what.whole


def test_a_certificate_is_given_at_the_desk_and_the_counter_serves_cash(
    office: Office, server: RunningServer
) -> None:
    teller = server.client("teller", "t1")
    opened = teller.post("counters/1/open").json()
    assert "cash" not in opened["services"]
    page = office.program.window.show_named("people")
    assert isinstance(page, PeoplePage)
    office.until(lambda: page.view.people.place_of("t1") >= 0)
    page.view.setCurrentIndex(page.view.people.index(page.view.people.place_of("t1")))
    office.until(lambda: labels(page).startswith("t1 · Teller · at counter 1"))
    sheet = office.press(page, "certify")
    choose(sheet, "certificate", "counterfeit")
    write(sheet, "lastDay", "soon")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert page.sheet is sheet  # with the sentence that says how days are written
    tomorrow = office.program.desk.now() + timedelta(days=1)
    write(sheet, "lastDay", f"{tomorrow:%Y-%m-%d}")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    office.until(lambda: bool(page.people.person and page.people.person.certificates))
    row = page.view.people.index(page.view.people.place_of("t1"))
    office.until(lambda: "ends soon" in str(row.data()))
    office.until(lambda: "cash" in teller.get("lobby").json()["counters"][0]["services"])

    sheet = office.press(page, "train")
    write(sheet, "score", "88")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    office.until(lambda: [row[1] for row in page.panel.courses.rows] == ["passed"])

    sheet = office.press(page, "withdraw")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    office.until(lambda: page.people.person is not None and not page.people.person.certificates)
    assert "cash" not in teller.get("lobby").json()["counters"][0]["services"]


def test_nobody_gives_themselves_a_certificate(office: Office) -> None:
    page = office.program.window.show_named("people")
    assert isinstance(page, PeoplePage)
    office.until(lambda: page.view.people.place_of("sup") >= 0)
    page.view.setCurrentIndex(page.view.people.index(page.view.people.place_of("sup")))
    office.until(lambda: labels(page).startswith("sup"))
    assert not any(key.isEnabled() for key in page.panel.keys.values())


def test_a_campaign_is_started_answered_on_paper_and_ended(office: Office) -> None:
    page = office.program.window.show_named("surveys")
    assert isinstance(page, SurveysPage)
    office.until(lambda: page.surveys.list is not None and page.surveys.list.is_due)
    sheet = office.press(page, "start")
    write(sheet, "share-ordinary", "50")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    office.until(lambda: page.surveys.is_running)
    report = page.surveys.report
    assert report is not None
    assert report.campaign.shares["ordinary"] == 0.5
    sheet = office.press(page, "enter")
    choose(sheet, "segment", "key")
    choose(sheet, "mark-order", "4")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    office.until(
        lambda: page.surveys.report is not None and page.surveys.report.whole.answered == 1
    )
    assert ("1", "fewer than 5 answers", "Was the order of calls fair?") in page.marks.rows
    QTest.keyClick(page, Qt.Key.Key_E, ALT)
    office.until(lambda: not page.surveys.is_running)
    assert page.view.currentItem().text().startswith("Quarterly survey · over")
