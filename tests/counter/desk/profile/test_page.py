"""The profile's page on a real server: changed by tables, approved by somebody else, undone."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter.desk.profile.page import ProfilePage
from counter.desk.profile.sections import SECTIONS
from counter.desk.program import DeskProgram, create
from shared.client.rest import RestClient
from tests.support.server import PIN, RunningServer, running_server

WAIT_MS = 10_000
CONTROL = Qt.KeyboardModifier.ControlModifier


class Office:
    """Desk windows on one server, each with somebody signed in."""

    def __init__(self, server: RunningServer, qtbot: QtBot) -> None:
        self.server, self.qtbot = server, qtbot
        self._open: list[tuple[RestClient, DeskProgram]] = []

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=WAIT_MS)

    def page(self, staff: str, language: str = "en") -> ProfilePage:
        """Somebody's page, with the lists."""
        client = RestClient(self.server.base_url, self.server.keys["lead"], self.server.branch)
        client.start()
        self.until(lambda: client.is_online and client.profile is not None)
        program = create(client, {"language": language})
        program.show()
        self._open.append((client, program))
        program.desk.sign_in(staff, PIN)
        self.until(lambda: program.desk.session is not None)
        page = program.window.show_named("profile")
        assert isinstance(page, ProfilePage)
        self.until(lambda: page.work.present != "" and len(page.work.versions) > 0)
        return page

    def press(self, page: ProfilePage, name: str) -> None:
        self.until(page.keys[name].isEnabled)
        page.keys[name].click()

    def state(self, page: ProfilePage, state: str) -> None:
        self.until(lambda: page.work.open is not None and page.work.open.state == state)

    def close(self) -> None:
        for client, program in self._open:
            program.close()
            client.stop()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(tmp_path_factory.mktemp("office")) as running:
        yield running


@pytest.fixture
def office(qtbot: QtBot, server: RunningServer) -> Iterator[Office]:
    made = Office(server, qtbot)
    yield made
    made.close()


def show_section(page: ProfilePage, name: str) -> None:
    names = [section.name for section in SECTIONS]
    page.editor.sections.setCurrentRow(names.index(name))


def write(page: ProfilePage, row: int, title: str, value: object) -> bool:
    model = page.editor.model
    column = [each.title for each in model.columns].index(title)
    role = Qt.ItemDataRole.EditRole
    if isinstance(value, Qt.CheckState):
        role, value = Qt.ItemDataRole.CheckStateRole, value.value
    return model.setData(model.index(row, column), value, role)


def told(page: ProfilePage) -> list[str]:
    changes = page.editor.changes
    return [changes.item(row).text() for row in range(changes.count())]


def test_a_change_from_the_tables_to_what_holds_and_back(office: Office) -> None:
    lead = office.page("lead")
    QTest.keyClick(lead, Qt.Key.Key_N, CONTROL)
    office.until(lambda: lead.work.open is not None)
    show_section(lead, "segments")
    assert write(lead, 0, "longest wait, minutes", "15")
    show_section(lead, "counters")
    assert write(lead, 0, "Cash in or out", Qt.CheckState.Unchecked)
    assert told(lead) == [
        "Customer group “Ordinary customer” longest wait, minutes: 20 → 15",
        "Counter “1” services: − Cash in or out",
    ]
    show_section(lead, "segments")
    assert write(lead, 0, "longest wait, minutes", "-3")
    assert not lead.editor.faults.isHidden()
    assert not lead.keys["handIn"].isEnabled()
    assert write(lead, 0, "longest wait, minutes", "15")
    assert lead.editor.faults.isHidden()
    QTest.keyClicks(lead.editor.title, "Shorter waits")
    office.press(lead, "handIn")
    office.state(lead, "handed_in")
    assert not lead.keys["approve"].isVisible()
    assert lead.editor.model.is_locked

    boss = office.page("boss")
    office.until(lambda: boss.drafts.count() == 1)
    first = boss.drafts.visualItemRect(boss.drafts.item(0)).center()
    QTest.mouseClick(
        boss.drafts.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(first.x(), first.y())
    )
    office.state(boss, "handed_in")
    assert told(boss) == told(lead)
    before = boss.work.present
    office.press(boss, "approve")
    office.state(boss, "approved")
    office.press(boss, "publish")
    office.state(boss, "published")
    office.until(lambda: boss.work.present != before)
    office.until(lambda: boss.versions.count() == 2)
    boss.versions.setCurrentRow(1)
    office.press(boss, "restore")
    office.state(boss, "undone")
    assert boss.work.present == before


def test_as_one_types_every_fault_is_told_with_its_line(office: Office) -> None:
    lead = office.page("lead")
    lead.work.begin()
    office.until(lambda: lead.work.open is not None)
    editor = lead.editor
    text = editor.text.toPlainText()
    editor.text.setPlainText(text.replace("overtakes_max = 1", "overtakes_max = -1"))
    office.until(lambda: editor.faults.count() == 1)
    line = text.splitlines().index("overtakes_max = 1") + 1
    fault = editor.faults.item(0)
    assert fault.text().startswith(f"Line {line}: segments.2.overtakes_max")
    editor.faults.itemActivated.emit(fault)
    assert editor.text.textCursor().blockNumber() == line - 1
    editor.text.setPlainText(text)
    office.until(lambda: editor.faults.isHidden())
    assert told(lead) == []


def test_nothing_typed_is_lost_and_no_late_answer_is_taken_for_another(office: Office) -> None:
    lead = office.page("lead")
    work = lead.work
    for title in ("One", "Two"):
        work.begin()
        office.until(lambda: work.open is not None and work.open.view is None)
        QTest.keyClicks(lead.editor.title, title)
        work.save()
        QTest.keyClicks(lead.editor.title, "!")
        office.until(lambda: work.open is not None and work.open.view is not None)
        assert work.open is not None
        assert work.open.is_dirty
        work.save()
        office.until(lambda: work.open is not None and not work.open.is_dirty)
    two, one = (each.id for each in work.drafts[:2])
    editor = lead.editor
    editor.text.setPlainText(editor.text.toPlainText() + "\n# more\n")
    work.choose(one)
    assert lead.desk.message == "Keep this change first (Ctrl+S): it would be lost."
    work.begin()
    work.restore(work.present)
    assert lead.desk.can_act
    lead.editor.why.setText("x" * 2001)
    lead.editor.why.textEdited.emit("")
    work.save()
    assert lead.desk.message == "The reason or the text is too long, or empty."
    lead.editor.why.setText("")
    lead.editor.why.textEdited.emit("")
    office.until(lambda: lead.desk.can_act)
    work.save()
    office.until(lambda: work.open is not None and not work.open.is_dirty)
    assert work.open is not None
    assert work.open.text.endswith("# more\n")
    work.choose(one)
    work.choose(two)
    work.refresh()
    before = work.drafts
    office.until(lambda: work.drafts is not before)
    assert work.open.id == two
