"""The inbox's window on a fake server: lists, steps, drafts, sheets, refusals."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from counter.desk.inbox import sheets
from counter.desk.inbox.inbox import Which
from counter.desk.inbox.page import InboxPage
from shared.domain.case import CaseKind
from shared.protocol.case import (
    AssignCase,
    AttachFile,
    CaseEntry,
    CaseFile,
    CaseStep,
    CaseStory,
    ClassifyCase,
    CloseCase,
    FindCases,
    Person,
    SayMaybe,
    SayOfCase,
)
from tests.counter.desk.at_desk import AtDesk, a_case, the_cases
from tests.support import view

MINE = a_case("2026-1", state="investigating", owner="q1", owner_name="He Ping")
LATE = a_case("2026-2", ago_h=25, kind="enquiry", channel="telephone")
PEOPLE = (Person(staff="q1", name="He Ping"), Person(staff="s1", name="Gao Jun"))


def a_story(case: Any, *steps: str | CaseStep) -> CaseStory:
    made = (CaseStep(name=each) if isinstance(each, str) else each for each in steps)
    entry = CaseEntry(kind="case.opened", at=view.NOW - timedelta(hours=1), text="Too long.")
    return CaseStory(case=case, entries=(entry,), steps=tuple(made), handlers=PEOPLE)


@pytest.fixture
def page(desk: AtDesk) -> InboxPage:
    desk.client.answers["GET cases"] = the_cases(LATE, MINE)
    desk.client.answers["GET cases/case-2026-1"] = a_story(MINE, "propose", "note", "hand-over")
    found = desk.window.show_named("inbox")
    assert isinstance(found, InboxPage)
    desk.qtbot.waitUntil(lambda: found.inbox.count(Which.OPEN) == 2)
    return found


def choose(desk: AtDesk, page: InboxPage, case: str) -> None:
    page.inbox.choose(case)
    desk.qtbot.waitUntil(lambda: page.work.story is not None)


def test_chips_count_and_choose(page: InboxPage) -> None:
    said = [page.choices[which].text() for which in (Which.OPEN, Which.MINE, Which.LATE)]
    assert said == ["Open 2", "Mine 1", "Late 1"]
    page.choices[Which.LATE].click()
    assert [each.number for each in page.view.cases.cases] == ["2026-2"]
    page.inbox.show(Which.OPEN)
    page.channel.setCurrentIndex(page.channel.findData("phone_page"))
    page.channel.activated.emit(0)
    assert [each.number for each in page.view.cases.cases] == ["2026-1"]


def test_words_are_looked_for_in_the_body_and_never_in_an_address(
    desk: AtDesk, page: InboxPage
) -> None:
    desk.client.answers["POST cases/find"] = the_cases(MINE)
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.field, "dry pen")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: page.inbox.which is Which.FOUND)
    assert desk.client.calls_of("POST cases/find") == [(FindCases(text="dry pen"),)]
    assert page.choices[Which.FOUND].text() == "Found 1"


def test_only_the_next_steps_are_offered(desk: AtDesk, page: InboxPage) -> None:
    choose(desk, page, "case-2026-1")
    head = page.panel.head
    assert [name for name, key in head.keys.items() if key.isVisible()] == ["hand-over"]
    steps = [page.panel.writer.step.itemData(i) for i in range(page.panel.writer.step.count())]
    assert steps == ["propose", "note"]
    assert page.panel.entries.rows[0][2] == "Too long."


def test_a_step_is_sent_with_its_words_and_its_draft_is_gone(desk: AtDesk, page: InboxPage) -> None:
    choose(desk, page, "case-2026-1")
    writer = page.panel.writer
    assert not writer.send.isEnabled()
    QTest.keyClicks(writer.text, "A letter")
    assert page.work.drafts == {("case-2026-1", "propose"): "A letter"}
    desk.program.swap_language()
    other = desk.window.page
    assert isinstance(other, InboxPage)
    page = other
    assert page.panel.writer.text.toPlainText() == "A letter"
    desk.client.answers["POST cases/case-2026-1/propose"] = MINE
    QTest.keyClick(page.panel.writer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sent = desk.client.calls_of("POST cases/case-2026-1/propose")
    assert sent == [(SayOfCase(text="A letter"),)]
    desk.qtbot.waitUntil(lambda: page.work.drafts == {})
    assert page.panel.writer.text.toPlainText() == ""


def test_every_step_keeps_its_own_words_whatever_else_is_done(
    desk: AtDesk, page: InboxPage
) -> None:
    choose(desk, page, "case-2026-1")
    writer = page.panel.writer
    QTest.keyClicks(writer.text, "A letter")
    write_as(page, "note")
    assert writer.text.toPlainText() == ""
    QTest.keyClicks(writer.text, "He is angry")
    write_as(page, "propose")
    assert writer.text.toPlainText() == "A letter"
    write_as(page, "note")
    assert writer.text.toPlainText() == "He is angry"
    desk.client.answers["POST cases/case-2026-1/assign"] = MINE
    page.work.assign("s1")
    desk.qtbot.waitUntil(lambda: desk.program.desk.can_act)
    assert writer.text.toPlainText() == "He is angry"
    desk.client.answers["POST cases/case-2026-1/note"] = MINE
    QTest.keyClick(writer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(lambda: writer.text.toPlainText() == "")
    assert page.work.drafts == {("case-2026-1", "propose"): "A letter"}


def write_as(page: InboxPage, step: str) -> None:
    """Choose a step as a person does."""
    combo = page.panel.writer.step
    combo.setCurrentIndex(combo.findData(step))
    combo.activated.emit(combo.currentIndex())


def test_a_template_is_put_in_in_the_customers_language(desk: AtDesk, page: InboxPage) -> None:
    chinese = a_case("2026-1", language="zh_CN")
    desk.client.answers["GET cases/case-2026-1"] = a_story(chinese, "first-answer")
    choose(desk, page, "case-2026-1")
    writer = page.panel.writer
    writer.template.setCurrentIndex(1)
    writer.template.activated.emit(1)
    profile = desk.client.profile
    assert profile is not None
    assert writer.text.toPlainText() == profile.cases.templates[0].text.zh


def test_why_somebody_may_not_is_a_sentence(desk: AtDesk, page: InboxPage) -> None:
    refused = CaseStep(name="approve", code="approver_involved", params=("2026-1", "q1"))
    desk.client.answers["GET cases/case-2026-1"] = a_story(MINE, refused)
    choose(desk, page, "case-2026-1")
    assert page.panel.facts.refused.accessibleName() == (
        "q1 has worked on case 2026-1 and cannot decide about it. Ask another supervisor."
    )
    assert not page.panel.writer.isVisible()


def test_a_supervisor_may_approve_without_words(desk: AtDesk, page: InboxPage) -> None:
    desk.client.answers["GET cases/case-2026-1"] = a_story(MINE, "approve", "send-back")
    choose(desk, page, "case-2026-1")
    desk.client.answers["POST cases/case-2026-1/decision/approve"] = MINE
    assert page.panel.writer.send.isEnabled()
    page.panel.writer.send.click()
    sent = desk.client.calls_of("POST cases/case-2026-1/decision/approve")
    assert sent == [(SayMaybe(text=None),)]


def test_handing_over_offers_those_who_may_have_it(desk: AtDesk, page: InboxPage) -> None:
    choose(desk, page, "case-2026-1")
    desk.client.answers["POST cases/case-2026-1/assign"] = MINE
    page.view.setFocus()
    desk.press(Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    sheet = page.sheet
    assert isinstance(sheet, sheets.CaseSheet)
    desk.press(Qt.Key.Key_Return)
    assert desk.client.calls_of("POST cases/case-2026-1/assign") == [(AssignCase(owner="s1"),)]
    assert page.sheet is None


def test_closing_and_classifying_ask_first(desk: AtDesk, page: InboxPage) -> None:
    desk.client.answers["GET cases/case-2026-1"] = a_story(MINE, "close", "classify")
    choose(desk, page, "case-2026-1")
    for name, path, wanted in (
        ("close", "close", CloseCase(is_content=None)),
        ("classify", "classify", ClassifyCase(kind=CaseKind.COMPLAINT)),
    ):
        desk.client.answers[f"POST cases/case-2026-1/{path}"] = MINE
        page.panel.head.keys[name].click()
        desk.press(Qt.Key.Key_Return)
        (sent,) = desk.client.calls_of(f"POST cases/case-2026-1/{path}")
        assert sent == (wanted,)
        desk.qtbot.waitUntil(lambda: not page.desk.is_pending)


def test_nothing_can_be_done_without_contact(desk: AtDesk, page: InboxPage) -> None:
    choose(desk, page, "case-2026-1")
    QTest.keyClicks(page.panel.writer.text, "A letter")
    desk.client.go(online=False)
    assert not page.panel.writer.send.isEnabled()
    assert not page.panel.head.keys["hand-over"].isEnabled()
    assert page.panel.writer.text.toPlainText() == "A letter"


def test_a_file_is_attached_and_another_one_saved(
    desk: AtDesk, page: InboxPage, tmp_path: Path
) -> None:
    done = CaseEntry(
        kind="case.attached", at=view.NOW, text="letter.pdf", data={"file": "f1", "bytes": "3"}
    )
    story = a_story(MINE, "attach")
    with_file = story.model_copy(update={"entries": (*story.entries, done)})
    desk.client.answers["GET cases/case-2026-1"] = with_file
    choose(desk, page, "case-2026-1")
    assert page.panel.head.keys["attach"].isVisible()
    (key,) = page.panel.facts.findChildren(QPushButton)
    assert key.text() == "letter.pdf"
    desk.client.answers["POST cases/case-2026-1/files"] = MINE
    note = tmp_path / "note.txt"
    note.write_text("hello")
    page.work.attach(note)
    assert desk.client.calls_of("POST cases/case-2026-1/files") == [
        (AttachFile(name="note.txt", content="aGVsbG8="),)
    ]
    answer = CaseFile(name="letter.pdf", media="application/pdf", content="aGVsbG8=")
    desk.client.answers["GET cases/case-2026-1/files/f1"] = answer
    page.work.save("f1", tmp_path / "letter.pdf")
    desk.qtbot.waitUntil((tmp_path / "letter.pdf").exists)
    assert (tmp_path / "letter.pdf").read_text() == "hello"
    (tmp_path / "empty.txt").touch()
    page.work.attach(tmp_path / "empty.txt")
    assert desk.program.desk.message == "This file is empty."
    page.work.merge("no number!")
    assert desk.program.desk.message == "This can be no number of a case."
    page.work.attach(tmp_path / "none.pdf")
    assert desk.window.notices.refusal.isVisible()
