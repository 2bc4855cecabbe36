"""The real pad, touched where a finger would."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from counter.rating import pad as pad_module
from counter.rating.program import RatingProgram, create
from shared.client.ports import Failure
from shared.protocol.command import RateTicket, RemarkTicket
from shared.protocol.incident import IncidentView
from shared.protocol.lobby import TicketView
from shared.ui.app import quick_application
from shared.ui.grab import settle
from tests.counter.rating.test_visit import event
from tests.support import qml, view
from tests.support.fake_client import UNREACHABLE, FakeClient

Open = Callable[..., "Customer"]
PAGES = ("idle", "ask", "why", "thanks", "coming", "alone", "sorry")


class Customer:
    """Somebody at counter 3 whose visit has just ended."""

    def __init__(self, language: str = "zh", scheme: str = "light") -> None:
        quick_application("zh")
        self.client = FakeClient()
        options = {"counter": "3", "language": language, "scheme": scheme}
        self.program: RatingProgram = create(self.client, options)
        self.program.show()
        qml.show(self.program.window)

    def leaves(self, ticket: str = "t-a001") -> None:
        self.client.push(event("ticket.closed", ticket))

    def touches(self, name: str) -> None:
        qml.click(qml.find(self.program.window, name))

    @property
    def page(self) -> str:
        return str(self.program.pad.property("page"))

    @property
    def sees(self) -> list[str]:
        return qml.texts(self.program.window)


@pytest.fixture
def pad(qtbot: QtBot) -> Iterator[Open]:
    opened: list[Customer] = []

    def open_pad(*options: str) -> Customer:
        opened.append(Customer(*options))
        return opened[-1]

    yield open_pad
    for each in opened:
        problems = each.program.engine.problems
        each.program.close()
        assert problems == []


def test_the_idle_pad_says_bank_counter_and_welcome(pad: Open) -> None:
    assert pad().sees == [
        "3 号窗口", "Counter 3", "示例银行", "Example Bank", "欢迎光临", "Welcome",
    ]  # fmt: skip


def test_a_closed_counter_does_not_say_welcome(pad: Open) -> None:
    customer = pad()
    customer.client.show(view.lobby(counters=(view.counter("3", "paused"),)))
    assert "This counter is closed" in customer.sees


def test_it_opens_by_itself_with_five_faces_and_words(pad: Open) -> None:
    customer = pad("en")
    customer.leaves()
    settle()
    words = [
        qml.accessible_name(qml.find(customer.program.window, f"face{n}")) for n in range(1, 6)
    ]
    assert words == [
        "Very poor, 很不满意", "Poor, 不满意", "Fair, 一般", "Good, 满意", "Very good, 很满意",
    ]  # fmt: skip


def test_a_touch_sends_the_mark_thanks_and_comes_back(
    pad: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pad_module, "THANKS_MS", 50)
    customer = pad()
    customer.leaves()
    customer.touches("face4")
    qtbot.waitUntil(lambda: customer.page == "thanks")
    assert customer.client.calls == [("rate", "t-a001", RateTicket(score=4))]
    qtbot.waitUntil(lambda: customer.page == "idle")


def test_one_mark_a_visit_however_often_it_is_touched(pad: Open) -> None:
    customer = pad()
    customer.client.is_holding = True
    customer.leaves()
    customer.touches("face5")
    customer.touches("face1")
    customer.touches("skipButton")
    assert customer.client.calls == [("rate", "t-a001", RateTicket(score=5))]
    assert customer.page == "ask"
    customer.client.settle("rate", view.ticket("A001"))
    assert customer.page == "thanks"
    customer.leaves()
    assert customer.page == "thanks"


def test_skip_asks_no_more(pad: Open) -> None:
    customer = pad()
    customer.leaves()
    customer.touches("skipButton")
    assert (customer.page, customer.client.calls) == ("idle", [])


def test_it_resets_when_nobody_touches_it(
    pad: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pad_module.ASK_MS == 20_000
    monkeypatch.setattr(pad_module, "ASK_MS", 50)
    customer = pad()
    customer.leaves()
    assert customer.page == "ask"
    qtbot.waitUntil(lambda: customer.page == "idle")


def test_the_next_call_ends_the_question_but_not_that_of_the_same_key(pad: Open) -> None:
    customer = pad()
    customer.leaves()
    customer.client.push(event("ticket.called", "t-a002"))
    assert customer.page == "ask"
    customer.client.push(event("ticket.called", "t-a003", after_s=30))
    assert customer.page == "idle"


def test_the_recorded_event_may_come_before_or_after_the_answer(pad: Open) -> None:
    customer = pad()
    customer.client.is_holding = True
    rated = event("ticket.rated", score=5)
    answer: TicketView = view.ticket("A001")
    customer.leaves()
    customer.touches("face5")
    customer.client.push(rated)
    customer.client.settle("rate", answer)
    assert customer.page == "thanks"
    customer.client.push(rated)
    assert customer.page == "thanks"


@pytest.mark.parametrize("failure", [UNREACHABLE, Failure("store_unavailable", "x")])
def test_a_mark_that_cannot_be_recorded_is_no_trouble_for_the_customer(
    pad: Open, qtbot: QtBot, failure: Failure
) -> None:
    customer = pad("en")
    customer.client.answers["rate"] = failure
    customer.leaves()
    customer.touches("face2")
    qtbot.waitUntil(lambda: customer.page == "sorry")
    sentence = "Your mark could not be recorded this time. You need not do anything."
    assert sentence in customer.sees


def test_a_visit_that_was_rated_already_is_thanked_for(pad: Open, qtbot: QtBot) -> None:
    customer = pad()
    customer.client.answers["rate"] = Failure("already_rated", "x")
    customer.leaves()
    customer.touches("face5")
    qtbot.waitUntil(lambda: customer.page == "thanks")


def test_the_answer_for_the_one_before_does_not_thank_the_next(pad: Open) -> None:
    customer = pad()
    customer.client.is_holding = True
    customer.leaves("t-a001")
    customer.touches("face5")
    customer.leaves("t-a002")
    customer.client.settle("rate", view.ticket("A001"))
    assert customer.page == "ask"


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to wait before a touch on the second page counts."""
    monkeypatch.setattr(pad_module, "SETTLE_MS", 0)


def test_a_low_mark_is_asked_about_with_the_tiles_of_the_profile(
    pad: Open, qtbot: QtBot, at_once: None
) -> None:
    customer = pad()
    customer.leaves()
    customer.touches("face2")
    qtbot.waitUntil(lambda: customer.page == "why")
    settle()
    assert "Waiting time" in customer.sees
    assert "等候时间" in customer.sees
    customer.touches("reason1")
    assert customer.page == "thanks"
    assert customer.client.calls == [
        ("rate", "t-a001", RateTicket(score=2)),
        ("remark", "t-a001", RemarkTicket(reasons=("manners",))),
    ]


def test_a_good_mark_is_not_asked_about(pad: Open, qtbot: QtBot) -> None:
    customer = pad()
    customer.leaves()
    customer.touches("face5")
    qtbot.waitUntil(lambda: customer.page == "thanks")


def test_a_double_touch_on_a_face_chooses_no_reason(pad: Open, qtbot: QtBot) -> None:
    customer = pad()
    customer.leaves()
    customer.touches("face1")
    qtbot.waitUntil(lambda: customer.page == "why")
    customer.touches("reason0")
    assert (customer.page, len(customer.client.calls)) == ("why", 1)


@pytest.mark.parametrize("face", ["", "face1"])
def test_somebody_is_called_before_or_after_the_mark(
    pad: Open, qtbot: QtBot, at_once: None, face: str
) -> None:
    customer = pad("en")
    customer.leaves()
    if face:
        customer.touches(face)
        qtbot.waitUntil(lambda: customer.page == "why")
    customer.client.is_holding = True
    customer.touches("talkButton")
    customer.touches("skipButton")
    assert customer.client.calls[-1] == ("talk", "t-a001")
    assert customer.page != "coming"
    customer.client.settle("talk", None)
    assert customer.page == "coming"
    settle()
    said = "Please take a seat nearby. Within 15 minutes, usually sooner."
    assert said in customer.sees


def test_who_cannot_be_called_is_told_so(pad: Open, qtbot: QtBot) -> None:
    customer = pad("en")
    customer.client.answers["talk"] = UNREACHABLE
    customer.leaves()
    customer.touches("talkButton")
    qtbot.waitUntil(lambda: customer.page == "alone")
    assert "Please speak to our staff" in customer.sees


def test_the_next_customer_finds_no_question_of_the_one_before(pad: Open, qtbot: QtBot) -> None:
    customer = pad()
    customer.leaves()
    customer.client.push(event("ticket.called", "t-a002"))
    customer.touches("face1")
    qtbot.waitUntil(lambda: customer.page == "why")
    customer.client.push(event("ticket.called", "t-a002"))
    assert customer.page == "why"
    customer.client.push(event("ticket.started", "t-a002", after_s=30))
    assert customer.page == "idle"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_alarm_stands_before_every_question(pad: Open, language: str) -> None:
    customer = pad(language)
    customer.leaves()
    alarm = IncidentView(id="i1", reason="evacuation", services=(), since=view.NOW)
    customer.client.show(view.lobby().model_copy(update={"incidents": (alarm,)}))
    settle()
    said = ["请立即离开，听从工作人员指引", "Please leave now. Our staff show the way"]
    shown = customer.sees
    assert shown[-2:] == (said if language == "zh" else said[::-1])
    assert "Skip" not in shown
    assert customer.program.grab().width() == 1280
    customer.client.show(view.lobby())
    settle()
    assert "Skip" in customer.sees


def test_large_type_draws_every_page(pad: Open) -> None:
    customer = pad("en")
    customer.program.theme.set_large_type(True)
    for page in PAGES:
        customer.program.pad._turn(page, 60_000)
        assert customer.program.grab().width() == 1280


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_draws_without_a_warning(pad: Open, language: str, scheme: str) -> None:
    customer = pad(language, scheme)
    for page in PAGES:
        customer.program.pad._turn(page, 60_000)
        picture = customer.program.grab()
        assert (picture.width(), picture.height()) == (1280, 800)
