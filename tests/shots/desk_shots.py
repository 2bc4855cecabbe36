"""The desk's screens: an inbox with four cases, one of them open, its ticket, the form."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from counter.desk.entering.page import EnterPage
from counter.desk.inbox.page import InboxPage
from counter.desk.program import DeskProgram
from counter.desk.tickets.page import TicketsPage
from shared.protocol.case import CaseEntry, CaseStep, CaseStory, CaseView, Person
from shared.protocol.lobby import Session
from shared.protocol.why import Audience, StoryLine, TicketStory
from shared.ui.grab import settle
from tests.counter.desk.at_desk import a_case, the_cases
from tests.shots.picture import Picture, from_qt
from tests.shots.waiting import until
from tests.support import view
from tests.support.fake_client import FakeClient

WINDOW: Final = QSize(1366, 768)
#: A screen of 3840 x 2160 at twice the size, as desktops set it up.
LARGE: Final = QSize(1920, 1080)
HE: Final = {"zh": "何平", "en": "He Ping"}
GAO: Final = {"zh": "高军", "en": "Gao Jun"}
ZHAO: Final = {"zh": "赵磊", "en": "Zhao Lei"}
SAID: Final = {
    "opened": {
        "zh": "等了三十八分钟，比我晚来的人先办了。没有人告诉我为什么。",
        "en": "I waited 38 minutes, and people who came later went first. Nobody told me why.",
    },
    "noted": {
        "zh": "2 号窗口暂停了 14 分钟，见票的经过。",
        "en": "Counter 2 paused for 14 minutes; see the story of the ticket.",
    },
    "proposed": {
        "zh": "书面致歉，说明 6 号窗口的预留规定，今后重新告知预计时间。",
        "en": "Apologise in writing, explain what counter 6 is kept for, renew the promise.",
    },
    "sent_back": {"zh": "请说明为何没有重新告知。", "en": "Say why the promise was not renewed."},
}
SUMMARY: Final = {
    "zh": "B017 等了 38 分钟，两位后到的客户先被叫号。",
    "en": "B017 waited 38 minutes; two people who came later were called before.",
}
LINES: Final = (
    ("09:00", "ticket.issued", "取号：现金业务，前面 7 人。", "Came for cash; 7 people ahead."),
    (
        "09:12",
        "passed_over",
        "V004 在 6 号窗口先被叫：6 号窗口为重点客户保留。",
        "V004 was called before, at counter 6: it is kept for key customers.",
    ),
    (
        "09:20",
        "passed_over",
        "P006 在 2 号窗口先被叫：优先需要。",
        "P006 was called before, at counter 2: a priority need.",
    ),
    (
        "09:38",
        "ticket.called",
        "在 4 号窗口被叫：等得最久。",
        "Called at counter 4: the longest wait.",
    ),
    ("09:47", "ticket.closed", "办结。", "Closed as done."),
)
STEPS: Final = ("hand-over", "first-answer", "propose", "classify", "merge", "note")


class Scene:
    """The desk of somebody of quality at 10:12."""

    def __init__(self, language: str, scheme: str) -> None:
        QApplication.setCursorFlashTime(0)
        self.language = language
        client = FakeClient()
        client.answers |= _answers(language)
        self.program = DeskProgram(client, {"language": language, "scheme": scheme})
        self.program.show()
        self.program.desk.sign_in("q1", "2468")
        until(lambda: self.program.desk.session is not None)

    def inbox(self) -> InboxPage:
        """With the complaint about B017 in front."""
        page = self.program.window.show_named("inbox")
        assert isinstance(page, InboxPage)
        until(lambda: page.inbox.list is not None)
        page.inbox.choose("case-2026-0112")
        until(lambda: page.work.ticket is not None)
        page.view.setFocus()
        return page


def _answers(language: str) -> dict[str, object]:
    mine: dict[str, Any] = {"owner": "q1", "owner_name": HE[language]}
    case = a_case("2026-0112", 22, state="investigating", category="waiting", ticket="b017", **mine)
    low = a_case("2026-0113", 0.3, kind="low_mark", channel="rating")
    low = low.model_copy(update={"first_answer_by": view.NOW - timedelta(minutes=3)})
    heard = {"first_answered_at": view.NOW - timedelta(hours=50)}
    charged = a_case(
        "2026-0110", 60, channel="telephone", state="proposed", category="product", **mine, **heard
    )
    seats = a_case("2026-0114", 3, kind="suggestion", channel="letter")
    expires = view.NOW + timedelta(hours=8)
    return {
        "sign_in": Session(
            token="t", staff="q1", name=HE[language], role="quality", expires_at=expires
        ),
        "GET cases": the_cases(low, case, seats, charged).model_copy(
            update={"late": 1, "handled_share": 0.93}
        ),
        "GET cases/case-2026-0112": _story(case, language),
        "GET tickets/b017/why": _ticket(language),
        "GET stories/2026-11-20/B017": _ticket(language),
    }


def _story(case: CaseView, language: str) -> CaseStory:
    by = {"q1": HE[language], "s1": GAO[language]}

    def entry(step: str, ago_h: float, who: str = "", **data: str) -> CaseEntry:
        return CaseEntry(
            kind=f"case.{step}",
            at=view.NOW - timedelta(hours=ago_h),
            by=who or None,
            by_name=by.get(who),
            data=data,
            text=SAID.get(step, {}).get(language),
            contact="138 **** 2207" if step == "opened" else None,
        )

    entries = (
        entry("opened", 22, kind="complaint", category="waiting"),
        entry("assigned", 20, "q1", owner="q1"),
        entry("noted", 19.5, "q1"),
        entry("proposed", 1.5, "q1"),
        entry("sent_back", 0.6, "s1"),
    )
    people = tuple(Person(staff=staff, name=name) for staff, name in by.items())
    about = case.model_copy(update={"about": (ZHAO[language],)})
    steps = tuple(CaseStep(name=each) for each in STEPS)
    return CaseStory(case=about, entries=entries, steps=steps, handlers=people)


def _ticket(language: str) -> TicketStory:
    lines = tuple(
        StoryLine(at=view.NOW, clock=clock, kind=kind, text=zh if language == "zh" else en)
        for clock, kind, zh, en in LINES
    )
    return TicketStory(
        ticket="b017",
        number="B017",
        day="2026-11-20",
        audience=Audience.STAFF,
        language=language,
        state="closed",
        came_at=view.NOW,
        waited_s=38 * 60,
        overtaken=2,
        overtakes_max=3,
        summary=SUMMARY[language],
        lines=lines,
    )


def _inbox(scene: Scene) -> None:
    scene.inbox()


def _case_ticket(scene: Scene) -> None:
    scene.inbox().panel.told.click()


def _classify(scene: Scene) -> None:
    scene.inbox().panel.head.keys["classify"].click()


def _tickets(scene: Scene) -> None:
    page = scene.program.window.show_named("tickets")
    assert isinstance(page, TicketsPage)
    page.day.setText("2026-11-20")
    page.number.setText("B017")
    page.find_key.click()
    until(lambda: page.lookup.story is not None)


def _enter(scene: Scene) -> None:
    page = scene.program.window.show_named("enter")
    assert isinstance(page, EnterPage)
    page.contact.setText("138 **** 2207")
    page.ticket_number.setText("B017")
    page.text.setPlainText(SAID["opened"][scene.language])


def _sign_in(scene: Scene) -> None:
    scene.program.desk.sign_out()


PLAYS: Final[dict[str, tuple[str, Callable[[Scene], None]]]] = {
    "desk-sign-in": ("light", _sign_in),
    "desk-inbox": ("light", _inbox),
    "desk-case-ticket": ("dark", _case_ticket),
    "desk-classify": ("light", _classify),
    "desk-tickets": ("light", _tickets),
    "desk-enter": ("dark", _enter),
}
SCREENS: Final = tuple(PLAYS)


def shots(language: str) -> Iterator[tuple[str, Picture]]:
    """Every page once, some of them dark."""
    for name, (scheme, play) in PLAYS.items():
        yield name, from_qt(_picture(language, scheme, play, WINDOW))


def large_shots(language: str) -> Iterator[tuple[str, Picture]]:
    """Light and dark as on a screen of 3840 x 2160; for looking at, not for the docs."""
    for name, (_, play) in PLAYS.items():
        for scheme in ("light", "dark"):
            yield f"{name}-{scheme}-4k", from_qt(_picture(language, scheme, play, LARGE, 2.0))


def _picture(
    language: str, scheme: str, play: Callable[[Scene], None], size: QSize, sharp: float = 1.0
) -> QImage:
    scene = Scene(language, scheme)
    window = scene.program.window
    window.resize(size)
    settle()
    play(scene)
    for _ in range(3):
        settle()
    image = QImage(size * sharp, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(sharp)
    image.fill(Qt.GlobalColor.white)
    window.render(image)
    scene.program.close()
    return image
