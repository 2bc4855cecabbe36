"""What to have ready and which way, by touches; in both languages and sizes in test_screens."""

import pytest
from pytestqt.qtbot import QtBot

from shared.client.ports import Failure
from shared.protocol.command import AskHelp
from shared.protocol.triage import NoteAdvice, TriageView
from tests.kiosk.ticketing.conftest import Kiosk, KioskMaker, pass_seconds
from tests.support import view
from tests.support.fake_client import UNREACHABLE
from tests.support.qml import click, find, texts


def open_ways(kiosk: Kiosk, qtbot: QtBot, found: TriageView, service: str = "cash") -> None:
    """Touch a service whose ways are these."""
    kiosk.client.answers["triage"] = found
    click(find(kiosk.window, f"tile-{service}"))
    qtbot.waitUntil(lambda: kiosk.screen == "ways")


def cards(kiosk: Kiosk) -> list[str]:
    """The ways on the page, from above."""
    shown = kiosk.flow.ways.cards
    return [card.key for card in shown]


def notes(kiosk: Kiosk) -> list[NoteAdvice]:
    told = [command for (command,) in kiosk.client.calls_of("note_advice")]
    return [command for command in told if isinstance(command, NoteAdvice)]


def test_two_touches_to_an_ordinary_ticket(kiosk: Kiosk, qtbot: QtBot) -> None:
    open_ways(kiosk, qtbot, view.ways("cash"))
    assert texts(find(kiosk.window, "haveReadyTitle"))[0] == "请准备"
    assert cards(kiosk) == ["counter", "missing"]
    assert texts(find(kiosk.window, "way-counter"))[:3] == ["柜台", "Counter", "取号排队"]
    click(find(kiosk.window, "way-counter"))
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    assert notes(kiosk) == [
        NoteAdvice(
            service="cash",
            segment="ordinary",
            offered=("counter",),
            taken="counter",
            ticket="t-a029",
        )
    ]


def test_a_way_has_a_figure_only_where_one_is_known(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.forecast = view.forecast("cash")
    kiosk.client.forecastChanged.emit(kiosk.client.forecast)
    open_ways(kiosk, qtbot, view.ways("cash", "machine", "counter", saves_min=12.4))
    assert texts(find(kiosk.window, "way-machine")) == [
        "自助存取款机",
        "去自助办理",
        "位置：自助区",
        "Place: Self-service",
        "约省 12 分钟",
    ]
    assert texts(find(kiosk.window, "way-counter")) == [
        "柜台",
        "Counter",
        "约 10:25",
        "十次有九次不晚于 10:30",
        "By 10:30, 9 times in 10",
    ]


def test_tiles_say_minutes_where_a_forecast_says_so(kiosk: Kiosk) -> None:
    kiosk.client.forecast = view.forecast("cash")
    kiosk.client.forecastChanged.emit(kiosk.client.forecast)
    assert texts(find(kiosk.window, "tile-cash"))[:3] == ["约", "13", "分"]
    assert texts(find(kiosk.window, "tile-account"))[:2] == ["2", "人在等"]
    click(find(kiosk.window, "priorityRow"))  # nothing is said of this segment
    assert texts(find(kiosk.window, "tile-cash"))[:2] == ["5", "人在等"]


def test_the_machine_needs_no_ticket_and_may_still_be_refused(kiosk: Kiosk, qtbot: QtBot) -> None:
    open_ways(kiosk, qtbot, view.ways("cash", "machine", "counter", saves_min=12.0))
    click(find(kiosk.window, "way-machine"))
    assert kiosk.screen == "advice"
    assert texts(find(kiosk.window, "headline"))[0] == "请到：自助存取款机"
    assert kiosk.client.calls_of("issue_ticket") == []
    click(find(kiosk.window, "backButton"))
    click(find(kiosk.window, "way-counter"))
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    assert [(note.taken, note.saves_min) for note in notes(kiosk)] == [
        ("machine", 12),
        ("counter", None),
    ]


def test_what_is_missing_changes_the_ways(kiosk: Kiosk, qtbot: QtBot) -> None:
    open_ways(kiosk, qtbot, view.ways("cash"))
    click(find(kiosk.window, "way-missing"))
    assert kiosk.screen == "missing"
    assert find(kiosk.window, "goOnButton").isEnabled() is False
    click(find(kiosk.window, "document-id-card"))
    kiosk.client.answers["triage"] = view.ways("cash", "later", "counter", missing=("id-card",))
    click(find(kiosk.window, "goOnButton"))
    qtbot.waitUntil(lambda: kiosk.screen == "ways")
    assert kiosk.client.calls_of("triage")[-1] == ("cash", None, ("id-card",))
    assert cards(kiosk) == ["later", "counter"]
    assert "缺身份证，可能白等" in texts(find(kiosk.window, "way-counter"))
    click(find(kiosk.window, "way-later"))
    assert texts(find(kiosk.window, "headline"))[0] == "备齐再来"
    assert texts(find(kiosk.window, "detail"))[0] == "请带上：身份证"
    assert notes(kiosk)[-1].missing == ("id-card",)
    click(find(kiosk.window, "messageButton"))
    assert kiosk.screen == "start"


def test_with_one_document_nobody_asks_which(kiosk: Kiosk, qtbot: QtBot) -> None:
    open_ways(kiosk, qtbot, view.ways("wealth"), "wealth")
    kiosk.client.answers["triage"] = view.ways("wealth", "adviser", "counter", missing=("id-card",))
    click(find(kiosk.window, "way-missing"))
    qtbot.waitUntil(lambda: cards(kiosk) == ["adviser", "counter"])
    click(find(kiosk.window, "way-adviser"))
    qtbot.waitUntil(lambda: kiosk.flow.help_state == "coming")
    assert kiosk.client.calls_of("ask_help") == [(AskHelp(device="kiosk", screen="adviser"),)]


def test_back_goes_step_by_step(kiosk: Kiosk, qtbot: QtBot) -> None:
    open_ways(kiosk, qtbot, view.ways("cash"))
    click(find(kiosk.window, "way-missing"))
    click(find(kiosk.window, "document-id-card"))
    click(find(kiosk.window, "goOnButton"))
    qtbot.waitUntil(lambda: kiosk.screen == "ways" and kiosk.flow.asking_for == "")
    click(find(kiosk.window, "backButton"))
    qtbot.waitUntil(lambda: cards(kiosk) == ["counter", "missing"])
    click(find(kiosk.window, "backButton"))
    assert kiosk.screen == "start"
    assert [note.taken for note in notes(kiosk)] == [None]


def test_who_walks_away_from_the_ways_is_forgotten_and_counted(kiosk: Kiosk, qtbot: QtBot) -> None:
    open_ways(kiosk, qtbot, view.ways("cash"))
    click(find(kiosk.window, "way-missing"))
    click(find(kiosk.window, "document-id-card"))
    pass_seconds(kiosk.flow.idle, 30)
    pass_seconds(kiosk.flow.warning, 20)
    assert kiosk.screen == "start"
    assert kiosk.flow.ways.missing == []
    assert kiosk.flow.ways.cards == []
    assert [note.taken for note in notes(kiosk)] == [None]


@pytest.mark.parametrize("failure", [UNREACHABLE, Failure("service_unknown", "")])
def test_without_ways_there_is_the_ticket(kiosk: Kiosk, qtbot: QtBot, failure: Failure) -> None:
    kiosk.client.answers["triage"] = failure
    click(find(kiosk.window, "tile-cash"))
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    assert notes(kiosk) == []


def test_nothing_is_asked_where_there_is_nothing_to_say(kiosk: Kiosk, qtbot: QtBot) -> None:
    click(find(kiosk.window, "tile-group:4"))
    click(find(kiosk.window, "tile-other"))
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    assert kiosk.client.calls_of("triage") == []


def test_behind_a_group_only_a_choice_is_worth_a_third_touch(
    make_kiosk: KioskMaker, qtbot: QtBot
) -> None:
    kiosk = make_kiosk("city")
    kiosk.client.answers["triage"] = view.ways("social", profile="city")
    click(find(kiosk.window, "tile-group:2"))
    click(find(kiosk.window, "tile-social"))
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    click(find(kiosk.window, "doneButton"))
    kiosk.client.answers["triage"] = view.ways(
        "account", "machine", "counter", profile="city", saves_min=9.0
    )
    click(find(kiosk.window, "tile-group:2"))
    click(find(kiosk.window, "tile-account"))
    qtbot.waitUntil(lambda: kiosk.screen == "ways")
    click(find(kiosk.window, "backButton"))
    assert kiosk.screen == "group"
