"""Finding a ticket, and entering what came by telephone or letter, on a fake server."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter.desk.entering.page import EnterPage
from counter.desk.tickets.page import TicketsPage
from shared.client.ports import Failure
from shared.protocol.case import OpenCase
from shared.protocol.why import Audience, StoryLine, TicketStory
from tests.counter.desk.at_desk import AtDesk, a_case
from tests.support import view

STORY = TicketStory(
    ticket="t-b017",
    number="B017",
    day="2026-11-03",
    audience=Audience.STAFF,
    language="en",
    state="closed",
    came_at=view.NOW,
    waited_s=1500,
    overtaken=1,
    overtakes_max=3,
    summary="B017 waited 25 minutes.",
    lines=(
        StoryLine(at=view.NOW, clock="10:02", kind="passed_over", text="V004 was called before."),
    ),
)


def test_a_ticket_is_found_by_day_and_number(desk: AtDesk) -> None:
    page = desk.window.show_named("tickets")
    assert isinstance(page, TicketsPage)
    desk.client.answers["GET stories/2026-11-03/B017"] = STORY
    page.day.setText("2026-11-03")
    QTest.keyClicks(page.number, "b017")
    QTest.keyClick(page.number, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: page.stack.currentWidget() is page.found)
    assert page.hero.words == "B017"
    assert page.rows.rows == [("10:02", "Passed over", "V004 was called before.")]
    assert page.tags.words == ["2026-11-03", "waited 25 min", "passed over 1 times, at most 3"]


def test_a_late_answer_is_not_shown_for_another_number(desk: AtDesk) -> None:
    page = desk.window.show_named("tickets")
    assert isinstance(page, TicketsPage)
    desk.client.answers["GET stories/2026-11-03/B017"] = STORY
    page.lookup.look_up("2026-11-03", "B017")
    page.lookup.look_up("2026-11-03", "B0")
    desk.qtbot.wait(20)
    assert (page.lookup.number, page.lookup.story) == ("B0", None)


def test_what_cannot_be_sent_is_a_sentence(desk: AtDesk) -> None:
    page = desk.window.show_named("enter")
    assert isinstance(page, EnterPage)
    desk.client.answers["POST cases"] = a_case("2026-7")
    entry, now = page.entry, desk.client.clock
    fields = replace(entry.fields, day=now.date().isoformat(), clock="09:00", text="Rude.")
    entry.send(replace(fields, contact="x" * 201))
    assert entry.problem.startswith("A text is too long")
    entry.send(replace(fields, about="t1，t2、t3； t4"))
    (command,) = desk.client.calls_of("POST cases")[0]
    assert isinstance(command, OpenCase)
    assert command.about == ("t1", "t2", "t3", "t4")


def test_what_can_be_no_number_is_not_asked_and_an_unknown_one_is_a_sentence(desk: AtDesk) -> None:
    page = desk.window.show_named("tickets")
    assert isinstance(page, TicketsPage)
    page.lookup.look_up("yesterday", "B017")
    assert page.hint.text() == "Write the day like 2026-11-03 and the number like B017."
    assert [call for call in desk.client.calls if str(call[0]).startswith("GET stories")] == []
    desk.client.answers["GET stories/2026-11-03/Z999"] = Failure("number_unknown", "No such.")
    page.lookup.look_up("2026-11-03", "Z999")
    desk.qtbot.waitUntil(lambda: desk.window.notices.refusal.isVisible())


def test_a_letter_is_entered_with_its_day_and_its_ticket(desk: AtDesk) -> None:
    page = desk.window.show_named("enter")
    assert isinstance(page, EnterPage)
    desk.client.answers["GET stories/2026-11-03/B017"] = STORY
    desk.client.answers["POST cases"] = a_case("2026-7")
    page.channel.setCurrentIndex(page.channel.findData("letter"))
    for field, text in (
        (page.day, "2026-11-05"),
        (page.clock, "09:30"),
        (page.ticket_day, "2026-11-03"),
        (page.ticket_number, "b017"),
        (page.about, "t3, t4"),
        (page.contact, "Renmin Road 1"),
    ):
        field.clear()
        QTest.keyClicks(field, text)
    QTest.keyClick(page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.problem.text() == "Write what the customer said."
    QTest.keyClicks(page.text, "Why was I passed over?")
    QTest.keyClick(page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(lambda: page.done.isVisible())
    ((sent,),) = desk.client.calls_of("POST cases")
    assert isinstance(sent, OpenCase)
    assert (sent.channel, sent.ticket, sent.about) == ("letter", "t-b017", ("t3", "t4"))
    assert sent.received_at is not None
    assert sent.received_at.isoformat() == "2026-11-05T09:30:00+08:00"
    assert (page.text.toPlainText(), page.contact.text()) == ("", "")


def test_what_is_typed_outlives_another_language(desk: AtDesk) -> None:
    page = desk.window.show_named("enter")
    assert isinstance(page, EnterPage)
    QTest.keyClicks(page.contact, "138")
    desk.program.swap_language()
    other = desk.window.page
    assert isinstance(other, EnterPage)
    assert other.contact.text() == "138"
