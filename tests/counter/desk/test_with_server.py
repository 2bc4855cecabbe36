"""The desk's real window on a real server: a complaint to its end, an auditor's question."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from counter.desk.entering.page import EnterPage
from counter.desk.inbox.inbox import Which
from counter.desk.inbox.page import InboxPage
from counter.desk.inbox.steps import WRITTEN, open_steps
from counter.desk.program import DeskProgram, create
from counter.desk.tickets.page import TicketsPage
from shared.client.rest import RestClient
from shared.domain.case import CaseState
from shared.protocol.event import to_datetime
from shared.server.clock import ManualClock
from shared.services.ports import StaffRecord
from shared.ui.app import widget_application
from tests.support.server import CHEAP_PINS, PIN, RunningServer, running_server

WAIT_MS = 30_000
HOUR_US = 3_600_000_000
PEOPLE = {
    "quality": "He Ping",
    "supervisor": "Gao Jun",
    "auditor": "Su Wen",
}


class Office:
    """One desk at which people sit down one after another."""

    def __init__(self, server: RunningServer, qtbot: QtBot) -> None:
        self.server, self.qtbot = server, qtbot
        at = to_datetime(server.clock.now_us())
        for role, name in PEOPLE.items():
            server.house.staff.add(StaffRecord(role, name, role, CHEAP_PINS.hash(PIN)), at)
        server.house.staff.refresh_names()
        self.client = RestClient(server.base_url, server.keys["desk"], server.branch)
        self.program: DeskProgram = create(self.client, {"language": "en"})
        self.client.start()
        self.program.show()
        qtbot.waitExposed(self.program.window)
        self.until(lambda: self.client.is_online and self.client.profile is not None)

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=WAIT_MS)

    def sit_down(self, staff: str) -> None:
        """Whoever was here signs out, this one signs in."""
        self.program.desk.sign_out()
        form = self.program.window.sign_in
        form.staff.clear()
        QTest.keyClicks(form.staff, staff)
        QTest.keyClicks(form.pin, PIN)
        QTest.keyClick(form.pin, Qt.Key.Key_Return)
        self.until(lambda: self.program.desk.session is not None)

    def inbox(self, number: str) -> InboxPage:
        """The inbox with this case in front."""
        page = self.program.window.show_named("inbox")
        assert isinstance(page, InboxPage)
        self.until(lambda: page.inbox.list is not None and page.inbox.shown != ())
        case = next(each for each in page.inbox.shown if each.number == number)
        page.view.setCurrentIndex(page.view.cases.index(page.view.cases.place_of(case.id)))
        self.until(lambda: page.work.story is not None)
        return page

    def say(self, page: InboxPage, step: str, text: str, then: CaseState) -> None:
        """Write it, Ctrl+Enter, and wait for the state."""
        writer = page.panel.writer
        writer.step.setCurrentIndex(writer.step.findData(step))
        writer.step.activated.emit(writer.step.currentIndex())
        QTest.keyClicks(writer.text, text)
        QTest.keyClick(writer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.becomes(page, then)

    def becomes(self, page: InboxPage, state: CaseState) -> None:
        """Until the case stands there and the page has read it anew."""
        self.until(
            lambda: (
                page.work.story is not None
                and page.work.story.case.state is state
                and not page.desk.is_pending
                and page.work.drafts == {}
            )
        )

    def close(self) -> None:
        self.program.close()
        self.client.stop()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder: Path = tmp_path_factory.mktemp("desk")
    with running_server(folder) as running:
        yield running


@pytest.fixture
def office(server: RunningServer, qtbot: QtBot) -> Iterator[Office]:
    widget_application("en")
    made = Office(server, qtbot)
    yield made
    made.close()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


@pytest.mark.end2end
def test_a_complaint_goes_through_every_state_and_the_trail_tells_who_did_what(
    office: Office,
) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    office.sit_down("quality")
    form = office.program.window.show_named("enter")
    assert isinstance(form, EnterPage)
    QTest.keyClicks(form.text, "Passed over twice.")
    form.send.click()
    office.until(lambda: form.entry.case is not None)
    assert form.entry.case is not None
    number = form.entry.case.number

    clock = office.server.clock
    assert isinstance(clock, ManualClock)
    clock.advance(25 * HOUR_US)  # nobody answers for a day
    day_later = to_datetime(clock.now_us()) - timedelta(minutes=1)
    office.until(lambda: office.client.now() > day_later)
    office.sit_down("quality")
    page = office.inbox(number)
    assert page.choices[Which.LATE].text() == "Late 1"
    press(Qt.Key.Key_T, alt)
    office.becomes(page, CaseState.INVESTIGATING)
    office.say(page, "first-answer", "We look into it.", CaseState.INVESTIGATING)
    office.until(lambda: "first-answer" not in _names(page))
    office.say(page, "propose", "Apologise in writing.", CaseState.PROPOSED)
    assert page.panel.facts.refused.accessibleName() == (
        "A supervisor decides about the proposed solution."
    )

    office.sit_down("supervisor")
    page = office.inbox(number)
    page.panel.writer.send.click()  # approve, without words
    office.becomes(page, CaseState.APPROVED)
    assert page.work.story is not None
    assert "carry-out" not in open_steps(page.work.story.steps, WRITTEN)

    office.sit_down("quality")
    page = office.inbox(number)
    office.say(page, "carry-out", "The letter was sent.", CaseState.CARRIED_OUT)
    office.say(page, "answer", "We are sorry.", CaseState.ANSWERED)
    assert page.panel.facts.refused.accessibleName() == (
        f"Case {number} has no category and root cause yet. Choose both, then close it."
    )
    page.view.setFocus()
    press(Qt.Key.Key_C, alt)
    for name in ("category", "rootCause"):
        _combo(page, name).setCurrentIndex(1)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    office.until(lambda: page.panel.head.keys["close"].isVisible())
    page.view.setFocus()
    press(Qt.Key.Key_E, alt)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    office.becomes(page, CaseState.CLOSED)

    office.sit_down("auditor")
    window = office.program.window
    assert [spec.name for spec in window.specs if spec.name == "enter"] == []
    found = window.show_named("inbox")
    assert isinstance(found, InboxPage)
    page = found
    page.choices[Which.ENDED].click()
    office.until(lambda: page.inbox.shown != ())
    page.inbox.choose(page.inbox.shown[0].id)
    office.until(lambda: page.work.story is not None)
    who = [row[1].split("\n")[1] for row in page.panel.entries.rows]
    assert who == ["He Ping", "by itself", *["He Ping"] * 3, "Gao Jun", *["He Ping"] * 4]
    assert not page.panel.writer.isVisible()
    assert not any(key.isVisible() for key in page.panel.head.keys.values())


@pytest.mark.end2end
def test_why_a_ticket_was_passed_over_is_answered_in_three_clicks(office: Office) -> None:
    with office.server.client("kiosk") as kiosk:
        first = kiosk.post("tickets", json={"service": "cash"}).json()
        body = {"service": "cash", "segment": "priority"}
        second = kiosk.post("tickets", json=body).json()
    with office.server.client("teller", "t1") as teller:
        teller.post("counters/1/open").raise_for_status()
        called = teller.post("counters/1/next").raise_for_status().json()["ticket"]
        assert called["number"] == second["number"]

    office.sit_down("auditor")
    window = office.program.window
    tab = window.rail.tabs[[spec.name for spec in window.specs].index("tickets")]
    QTest.mouseClick(tab, Qt.MouseButton.LeftButton)  # the first click
    page = window.page
    assert isinstance(page, TicketsPage)
    QTest.keyClicks(page.number, first["number"])
    QTest.mouseClick(page.find_key, Qt.MouseButton.LeftButton)  # the second
    office.until(lambda: page.stack.currentWidget() is page.found)
    # No third one is needed: the reason of each call stands in the story.
    (passed,) = [row for row in page.rows.rows if row[1] == "Passed over"]
    assert second["number"] in passed[2]
    assert "priority" in passed[2].casefold()


def _names(page: InboxPage) -> list[str]:
    return [each.name for each in page.work.story.steps] if page.work.story else []


def _combo(page: InboxPage, name: str) -> QComboBox:
    found = page.sheet.findChild(QComboBox, name) if page.sheet else None
    assert found is not None
    return found
